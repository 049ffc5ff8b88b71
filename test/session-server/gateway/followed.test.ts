/** An amphitheatre in the gateway's memory: while somebody follows it, and a while longer. */
import { expect } from 'chai';
import { eventually } from '../../support/eventually.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';

const MINUTE = 60_000;

describe('gateway: an amphitheatre in memory', () => {
  let theatre: Theatre;
  beforeEach(async () => {
    theatre = await openTheatre();
  });
  afterEach(() => theatre.close());

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
});
