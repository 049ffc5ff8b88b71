/** A machine whose clock is set while a session runs: NTP after a wrong start, a hand, a sleep. */
import { expect } from 'chai';
import type { Clock } from '../../api/kit/clock.ts';
import { openLive } from '../../session-server/live.ts';
import { steadyClock } from '../../session-server/steady-clock.ts';
import { eventually } from '../support/eventually.ts';
import { openTheatre, silentLog } from './support/theatre.ts';
import type { Theatre } from './support/theatre.ts';
import { ORIGIN } from './support/watcher.ts';

const HOUR = 3_600_000;

/** The live side again, by this clock. */
async function reopen(theatre: Theatre, clock: Clock): Promise<void> {
  await theatre.live.close();
  const config = { socketPort: 0, origins: [ORIGIN], redisUrl: null, publicUrl: ORIGIN, production: false };
  theatre.live = await openLive({ config, database: theatre.database, clock, log: silentLog });
}

describe('the live side’s clock', () => {
  it('[O14] goes on by what has passed, however the time of day leaps, until it catches up', () => {
    const machine = { day: 1_000_000, ran: 0 };
    const clock = steadyClock({ timeOfDay: () => machine.day, passed: () => machine.ran });
    for (const leap of [5_000, -5_000, HOUR, -2 * HOUR]) {
      const before = clock.now();
      machine.day += leap;
      expect(clock.now()).to.equal(before);
      machine.day += 250;
      machine.ran += 250.4;
      expect(clock.now() - before).to.be.within(250, 251);
    }
    clock.catchUp();
    expect(clock.now()).to.be.within(machine.day - 1, machine.day);
  });

  for (const leap of [5_000, -5_000, HOUR, -HOUR])
    it(`[O14] leaves the called one the whole turn, and stamps in order, over a leap of ${leap / 1_000} s`, async () => {
      const theatre = await openTheatre({ people: 2 });
      const { clock: passing, stage, database } = theatre;
      let leapt = 0;
      const steady = steadyClock({ timeOfDay: () => passing.now() + leapt, passed: () => passing.now() });
      const clock: Clock = {
        ...steady,
        at: (when, act) => passing.at(passing.now() + when - steady.now(), act),
      };
      await reopen(theatre, clock);
      const first = await theatre.intern(1);
      const moderator = await theatre.moderator();
      await moderator.ask(stage.session, { type: 'start' });
      await first.fact('called');
      passing.moveBy(30_000);
      leapt = leap;
      passing.moveBy(60_500); // in the grace
      const choice = { type: 'choose', post: theatre.post(1), turn: 1 } as const;
      expect(await first.ask(stage.session, choice)).to.include({ type: 'accepted' });
      await moderator.fact('called', ({ turn }) => turn === 2);
      const called = moderator
        .all('delta')
        .flatMap(({ facts }) => facts.filter(({ kind }) => kind === 'called'));
      const second = called.at(-1);
      expect(second?.kind === 'called' && second.endsAt).to.equal(clock.now() + 20_000);
      await moderator.ask(stage.session, {
        type: 'close',
        on: 'running',
        force: { unchosen: 1, reason: 'essai' },
      });
      // The host looks once a second: it may be in the midst of a look as a second passes.
      await eventually('the time of day is taken over', () => {
        passing.moveBy(1_000);
        return clock.now() === passing.now() + leapt;
      });
      const rows = await database.sql<{ at: number }>('select at from journal order by seq');
      const stamps = rows.map(({ at }) => at);
      expect(stamps).to.deep.equal(stamps.toSorted((a, b) => a - b));
      await theatre.close();
    });

  it('[T8] [T9] may wake the owner a millisecond early: the deadline is taken all the same', async () => {
    const theatre = await openTheatre({ people: 2 });
    const { clock: passing, stage } = theatre;
    await reopen(theatre, { ...passing, at: (when, act) => passing.at(when - 1, act) });
    const moderator = await theatre.moderator();
    await moderator.ask(stage.session, { type: 'start' });
    await moderator.fact('called');
    passing.moveBy(20_499);
    await moderator.fact('called', ({ turn }) => turn === 2);
    await theatre.close();
  });
});
