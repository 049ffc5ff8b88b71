/** A gateway whose clock is not the host's: what it stamps is converted before it is judged. */
import { expect } from 'chai';
import type { SessionId } from '../../../machines/ids.ts';
import type { Bus } from '../../../session-server/bus/bus.ts';
import { localBus } from '../../../session-server/bus/local.ts';
import { ownerClocks } from '../../../session-server/gateway/owner-clocks.ts';
import { eventually } from '../../support/eventually.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';
import { openMachines } from '../support/machines.ts';
import type { Machines } from '../support/machines.ts';

const session = 1 as SessionId;

describe('gateway: the clock of the session’s owner', () => {
  let machines: Machines | null = null;
  afterEach(async () => {
    await machines?.close();
    machines = null;
  });

  it('[W34] judges a late choice by the owner’s clock, however far behind the gateway’s is', async () => {
    machines = await openMachines({ people: 2, settings: { transitMs: 1_000 } }, 30_000);
    const { stage, clock } = machines;
    const moderator = await machines.enter('porte-1', stage.moderator.login);
    const intern = await machines.enter('porte-2', stage.people[0]?.login);
    await moderator.ask(stage.session, { type: 'start' });
    await intern.fact('called');
    clock.moveBy(91_700); // past the grace, before the deadline is acted on
    const late = await intern.ask(stage.session, { type: 'choose', post: stage.posts[0] as never, turn: 1 });
    expect(late).to.deep.nested.include({ 'refusal.code': 'TOO_LATE' });
  });

  it('[W34] tells a client the owner’s time, however far behind the gateway’s is: the screen reaches 0 at the deadline', async () => {
    machines = await openMachines({ people: 2 }, 30_000);
    const { stage, clock } = machines;
    const moderator = await machines.enter('porte-1', stage.moderator.login);
    const intern = await machines.enter('porte-2', stage.people[0]?.login);
    await moderator.ask(stage.session, { type: 'start' });
    await intern.fact('called');
    clock.moveBy(6_000);
    await eventually('the owner’s time', async () => {
      await intern.settled();
      return intern.all('pong').at(-1)?.now === clock.now();
    });
  });

  /** Answers after `there`, and the answer takes `back`. */
  function busOf(
    clock: ReturnType<typeof simulatedClock>,
    trips: (readonly [number, number])[],
    aheadMs: number,
  ): Bus {
    return {
      ...localBus(),
      view() {
        const [there, back] = trips.shift() ?? [0, 0];
        clock.moveBy(there);
        const now = clock.now() + aheadMs;
        clock.moveBy(back);
        return Promise.resolve({ kind: 'clock', host: 'h', now });
      },
    };
  }

  async function measured(trips: (readonly [number, number])[], aheadMs: number): Promise<number> {
    const clock = simulatedClock();
    const clocks = ownerClocks(busOf(clock, trips, aheadMs), clock);
    for (let left = trips.length; left > 0; left--) {
      await clocks.measure([session]);
      clock.moveBy(5_000);
    }
    return clocks.offsetOf(session);
  }

  it('[W34] takes the answer with the shortest way there and back', async () => {
    expect(
      await measured(
        [
          [0, 400],
          [5, 5],
          [300, 0],
        ],
        2_000,
      ),
    ).to.equal(2_000);
  });

  it('[W34] is the same where the way there and back can tell no difference', async () => {
    expect(await measured([[1, 0]], 0)).to.equal(0);
    expect(await measured([], 0)).to.equal(0);
  });

  it('forgets the clock of a session that is over', async () => {
    const clock = simulatedClock();
    const clocks = ownerClocks(busOf(clock, [[0, 0]], 700), clock);
    await clocks.measure([session]);
    await eventually('measured', () => clocks.offsetOf(session) === 700);
    await clocks.measure([]);
    expect(clocks.offsetOf(session)).to.equal(0);
  });
});
