/** The chart's own connection: greets, asks, follows, and says why nothing is told. */
import { expect } from 'chai';
import { openChartLine } from '../../../client/chart/chart-line.ts';
import type { ChartLine } from '../../../client/chart/chart-line.ts';
import type { CommandId } from '../../../machines/ids.ts';
import type { SessionChart } from '../../../machines/wire/frames.ts';
import { PROTOCOL } from '../../../machines/wire/frames.ts';
import { fakeParts } from '../live/fake-parts.ts';
import type { FakeParts } from '../live/fake-parts.ts';
import { AMPHITHEATRE, SESSION, snapshotOf } from '../stage.ts';

const told = (state: string): SessionChart => ({ session: SESSION, seq: 4, states: [state], commands: [] });

describe('the line of the state chart', () => {
  let fake: FakeParts;
  let line: ChartLine;

  beforeEach(async () => {
    fake = fakeParts();
    line = openChartLine(
      { amphitheatre: AMPHITHEATRE, session: SESSION, rehearsal: false, realm: 'public' },
      fake.parts,
    );
    await fake.open();
    fake.say({ type: 'snapshot', protocol: PROTOCOL, now: 0, state: snapshotOf(2) });
  });
  afterEach(() => line.close());

  const say = (state: string): void => fake.say({ type: 'chart', id: 'id-1' as CommandId, ...told(state) });

  it('asks for the session once it is greeted, and shows each answer', () => {
    expect(fake.sentOf('inspect').map(({ session }) => session)).to.deep.equal([SESSION]);
    say('open');
    say('running');
    expect(line.chart.value?.states).to.deep.equal(['running']);
    expect(line.link.value.kind).to.equal('live');
  });

  it('asks again after a while, for time alone changes what is taken; not while nobody sees the page', async () => {
    say('running');
    await fake.moveBy(5_000);
    expect(fake.sentOf('inspect')).to.have.length(2);
    say('running');
    fake.hidden = true;
    await fake.moveBy(60_000);
    expect(fake.sentOf('inspect')).to.have.length(2);
  });

  it('follows a rehearsal by its own stream', async () => {
    const other = fakeParts();
    const asked = {
      amphitheatre: AMPHITHEATRE,
      session: SESSION,
      rehearsal: true,
      realm: 'moderator',
    } as const;
    const rehearsed = openChartLine(asked, other.parts);
    await other.open();
    expect(other.sentOf('hello')[0]?.rehearsal).to.equal(SESSION);
    expect(fake.sentOf('hello')[0]?.rehearsal).to.equal(undefined);
    rehearsed.close();
  });

  it('keeps why nothing is told, until something is', () => {
    fake.say({ type: 'refused', id: 'id-1' as CommandId, refusal: { code: 'FORBIDDEN' } });
    expect(line.refusal.value).to.deep.equal({ code: 'FORBIDDEN' });
    say('open');
    expect(line.refusal.value).to.equal(null);
  });

  it('stops where there is no such amphitheatre', () => {
    fake.say({ type: 'gone', code: 'UNKNOWN_AMPHITHEATRE' });
    expect(line.link.value).to.deep.equal({ kind: 'stopped', why: 'unknown' });
  });

  it('asks anew after a loss, on the new socket', async () => {
    say('open');
    fake.closed(1006);
    expect(line.link.value.kind).to.equal('lost');
    expect(line.chart.value?.states).to.deep.equal(['open']);
    line.retryNow();
    await fake.open();
    fake.say({ type: 'snapshot', protocol: PROTOCOL, now: 0, state: snapshotOf(2) });
    expect(fake.sentOf('inspect')).to.have.length(2);
    expect(fake.sentOf('inspect')[1]?.session).to.equal(SESSION);
  });
});
