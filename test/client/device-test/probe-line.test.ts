/** The probe of the live line: what it concludes from a line that opens, is refused, says nothing, or is cut; and that it lets go. */
import { expect } from 'chai';
import type { LineOutcome } from '../../../client/device-test/judge-line.ts';
import { probeLine } from '../../../client/device-test/probe-line.ts';
import { fakeParts } from '../live/fake-parts.ts';
import type { FakeParts } from '../live/fake-parts.ts';

interface Probe {
  readonly fake: FakeParts;
  readonly outcomes: LineOutcome[];
  readonly end: () => void;
}

function probing(prepare: (fake: FakeParts) => void = () => undefined): Probe {
  const fake = fakeParts();
  prepare(fake);
  const outcomes: LineOutcome[] = [];
  const end = probeLine(fake.parts, 'public', outcome => outcomes.push(outcome));
  return { fake, outcomes, end };
}

/** Answers every ping so far, as a server whose clock is an hour ahead. */
function pong(fake: FakeParts, answered = { count: 0 }): void {
  for (const { t } of fake.sentOf('ping').slice(answered.count))
    fake.say({ type: 'pong', t, now: fake.parts.now() + 3_600_000 });
  answered.count = fake.sentOf('ping').length;
}

describe('the probe of the live line', () => {
  it('measures an open line with its first pings, says no hello, and lets go', async () => {
    const { fake, outcomes } = probing();
    await fake.open();
    const answered = { count: 0 };
    for (let step = 0; step < 8; step++) {
      await fake.moveBy(250);
      pong(fake, answered);
    }
    expect(outcomes).to.have.length(1);
    expect(outcomes[0]).to.deep.include({ kind: 'open' });
    const [outcome] = outcomes;
    expect(outcome?.kind === 'open' && Math.abs(outcome.offset - 3_600_000)).to.be.at.most(250);
    expect(fake.sentOf('hello')).to.deep.equal([]);
    const pings = fake.sentOf('ping').length;
    await fake.moveBy(60_000);
    expect(fake.sentOf('ping')).to.have.length(pings);
    expect([fake.sockets, outcomes.length]).to.deep.equal([1, 1]);
  });

  it('finds a network that refuses sockets, once it has refused twice', async () => {
    const { fake, outcomes } = probing();
    await fake.moveBy(0);
    fake.closed(1006);
    expect(outcomes).to.deep.equal([]);
    await fake.moveBy(1_000);
    fake.closed(1006);
    expect(outcomes).to.deep.equal([{ kind: 'blocked' }]);
    await fake.moveBy(60_000);
    expect(fake.sockets).to.equal(2);
  });

  it('finds a network that drops sockets without a word', async () => {
    const { fake, outcomes } = probing();
    await fake.moveBy(0);
    await fake.moveBy(14_000);
    expect(outcomes).to.deep.equal([{ kind: 'blocked' }]);
  });

  it('finds a line that opens and carries nothing', async () => {
    const { fake, outcomes } = probing();
    await fake.open();
    await fake.moveBy(6_000);
    expect(outcomes).to.deep.equal([{ kind: 'silent' }]);
  });

  it('finds a line that is cut as soon as it is open', async () => {
    const { fake, outcomes } = probing();
    await fake.open();
    fake.closed(1006);
    await fake.moveBy(1_000);
    await fake.open();
    fake.closed(1006);
    expect(outcomes).to.deep.equal([{ kind: 'cut' }]);
  });

  it('tells a server that gives no ticket from a network that refuses', async () => {
    const { fake, outcomes } = probing(one => {
      one.ticket = { kind: 'failed' };
    });
    await fake.open(); // lets the refusal come
    await fake.moveBy(3_000);
    expect(outcomes).to.deep.equal([{ kind: 'noServer' }]);
  });

  it('says nothing once it is ended', async () => {
    const { fake, outcomes, end } = probing();
    await fake.open();
    end();
    await fake.moveBy(20_000);
    expect(outcomes).to.deep.equal([]);
  });
});
