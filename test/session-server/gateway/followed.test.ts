/** An amphitheatre in the gateway's memory: while somebody follows it, and a while longer. */
import { expect } from 'chai';
import { eventually } from '../../support/eventually.ts';
import { askInbox } from '../support/inbox.ts';
import { keptBack } from '../support/kept-back.ts';
import { type Machines, openMachines } from '../support/machines.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';

const MINUTE = 60_000;

describe('gateway: an amphitheatre in memory', () => {
  let theatre: Theatre;
  const record = keptBack();
  beforeEach(async () => {
    theatre = await openTheatre({ seen: record.seen });
  });
  afterEach(async () => {
    record.letGo();
    await theatre.close();
  });

  const leaves = async (watcher: Awaited<ReturnType<Theatre['watcher']>>): Promise<void> => {
    await watcher.close();
    await eventually('the socket is gone', () => theatre.live.sockets() === 0);
  };

  it('stays while somebody follows it, and a minute after the last one left', async () => {
    const watcher = await theatre.watcher(null);
    theatre.clock.moveBy(2 * MINUTE);
    await watcher.settled();
    expect(theatre.live.amphitheatres()).to.equal(1);
    await leaves(watcher);
    theatre.clock.moveBy(MINUTE - 2_000);
    await theatre.watcher(null);
    theatre.clock.moveBy(MINUTE);
    expect(theatre.live.amphitheatres()).to.equal(1);
  });

  it('goes when nobody follows it, and comes back whole with what happened meanwhile', async () => {
    await leaves(await theatre.watcher(null));
    theatre.clock.moveBy(2 * MINUTE);
    await eventually('nothing is held', () => theatre.live.amphitheatres() === 0);

    const moderator = await theatre.moderator();
    expect(theatre.live.amphitheatres()).to.equal(1);
    await moderator.ask(theatre.stage.session, { type: 'start' });
    await moderator.fact('started');
    const late = await theatre.watcher(null);
    expect(late.all('snapshot')[0]?.state.pub).to.equal(1);
  });

  it('is loaded again where it went while somebody’s hello looked into the record', async () => {
    await leaves(await theatre.watcher(null));
    const comes = await theatre.socket(null);
    const inTheMiddle = record.keepNext('select pub, edition from amphitheatre');
    const answered = comes.hello(theatre.stage.amphitheatre, 7); // knows more than we do
    await inTheMiddle;
    theatre.clock.moveBy(2 * MINUTE);
    await eventually('nothing is held', () => theatre.live.amphitheatres() === 0);
    record.letGo();
    expect((await answered).type).to.equal('snapshot');
    await askInbox(theatre, { type: 'start' });
    await comes.fact('started');
  });
});

describe('gateway: an amphitheatre in the memory of two', () => {
  let machines: Machines;
  afterEach(() => machines.close());

  it('[W8] [W36] gives whoever knows more than this one all there is, and takes nobody back', async () => {
    machines = await openMachines();
    const { amphitheatre, session, moderator } = machines.stage;
    const here = await machines.enter('porte-1', moderator.login);
    const comes = await machines.enter('porte-2', undefined);
    machines.deafen('porte-2', true);
    await here.ask(session, { type: 'start' });
    await here.fact('started');
    const { pub } = (await here.until('the start', ({ type }) => type === 'delta')) as {
      readonly pub: number;
    };
    expect(await comes.hello(amphitheatre, pub)).to.deep.include({ type: 'resumed', pub, deltas: [] });
  });
});
