/** What `start` reads of the amphitheatre's earlier sessions, on a real PostgreSQL, after sessions that were played and recorded. */
import { expect } from 'chai';
import type { PersonId, PostId } from '../../../machines/ids.ts';
import type { World } from '../../../machines/session/world.ts';
import { loadWorld, lockBeginning } from '../../../session-server/host/load-world.ts';
import { presenceTable } from '../../../session-server/host/presence.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';
import { REASON } from '../../machines/session/stage.ts';
import { playerOf } from '../support/player.ts';
import type { Player } from '../support/player.ts';
import { personAt, planAbsence, setStage } from '../support/stage.ts';
import type { Stage } from '../support/stage.ts';

describe('host: the world of the next session', () => {
  let database: TestDatabase;
  let stage: Stage;
  let first: Player;
  beforeEach(async () => {
    database = await testDatabase();
    stage = await setStage(database.sql, { people: 8, sessions: 2, settings: { supernumeraryCap: 2 } });
    first = playerOf(database.sql, stage, stage.session);
  });
  afterEach(() => database.drop());

  const person = (order: number): PersonId => personAt(stage, order);
  const post = (number: number): PostId => stage.posts[number - 1] as PostId;
  /** With 1 to 4 in the room. */
  const start = (): Promise<void> => first.start([1, 2, 3, 4].map(person));
  const close = (unchosen: number) =>
    first.play({ type: 'close', on: 'running', force: { unchosen, reason: REASON } });
  const nextWorld = async (): Promise<World> => {
    const [, next] = stage.sessions;
    const beginning = next && (await lockBeginning(database.sql, next));
    if (!next || !beginning) throw new Error('no second session');
    return await loadWorld(database.sql, next, beginning, presenceTable(simulatedClock()).of(null));
  };
  const carried = async (): Promise<unknown[]> =>
    (await nextWorld()).people.map(each => [each.carried, each.plannedAbsence?.sealed ?? null]);
  const own = [null, null];

  it('[M14] holds those handed over before its own people, causes and counts kept', async () => {
    await start();
    await first.play({ type: 'excuse', person: person(2), reason: REASON, on: 'waiting' });
    await first.wait(91_500);
    await first.play({ type: 'rejoin', person: person(1), by: 'intern' });
    await first.play({ type: 'markAbsent', ...first.aboutCalled(3) });
    await first.wait(91_500);
    await close(1);
    await planAbsence(database.sql, person(1)); // since: beside what was handed over
    expect(await carried()).to.deep.equal([
      [{ state: 'absent', cause: 'timeRanOut', returns: 1, owedReturn: false }, 'secret'],
      [{ state: 'excused', returns: 0, owedReturn: true }, 'une raison'],
      [{ state: 'absent', cause: 'byModerator', returns: 0, owedReturn: false }, null],
      [{ state: 'waiting', returns: 0 }, null],
      own,
      own,
      own,
      own,
    ]);
  });

  it('[M14] holds one lifted since as absent where the place was reached, else as waiting', async () => {
    await start();
    await first.play({ type: 'excuse', person: person(2), reason: REASON, on: 'waiting' });
    await first.play({ type: 'excuse', person: person(4), reason: REASON, on: 'waiting' });
    await first.choose(person(1), post(1));
    await close(1);
    await database.sql('update planned_absence set lifted_at = now()');
    expect((await carried()).slice(0, 4)).to.deep.equal([
      [{ state: 'chosen', post: post(1), at: first.machine.now, turn: 1 }, null],
      [{ state: 'absent', cause: 'byModerator', returns: 0, owedReturn: true }, null],
      [{ state: 'waiting', returns: 0 }, null],
      [{ state: 'waiting', returns: 0 }, null],
    ]);
  });

  it('holds who chose or was passed earlier, corrected since, with nothing private and no presence', async () => {
    await start();
    await first.choose(person(1), post(1));
    await first.choose(person(2), post(2));
    const offered = stage.posts.slice(2);
    for (const each of offered)
      await first.play({ type: 'setPost', post: each, blocked: true, reason: REASON });
    await first.play({ type: 'pass', ...first.aboutCalled(3) });
    for (const each of offered)
      await first.play({ type: 'setPost', post: each, blocked: false, reason: REASON });
    await first.choose(person(4), post(4));
    await close(0);
    await first.play({ type: 'correct', person: person(2), from: post(2), to: post(5), reason: REASON });
    await first.play({ type: 'correct', person: person(4), from: post(4), to: null, reason: REASON });
    await planAbsence(database.sql, person(1));
    expect(await carried()).to.deep.equal([
      [{ state: 'chosen', post: post(1), at: first.machine.now, turn: 1 }, null],
      [{ state: 'chosen', post: post(5), at: first.machine.now, turn: 2 }, null],
      [{ state: 'passed' }, null],
      [{ state: 'absent', cause: 'byModerator', returns: 0, owedReturn: false }, null],
      own,
      own,
      own,
      own,
    ]);
    expect((await nextWorld()).people.map(({ connected }) => connected)).not.to.include(true);
  });

  it('holds who was added after their rank had passed as an absentee', async () => {
    await start();
    await close(4);
    await database.sql('update call_list_entry set joined_late = true where call_order = 6');
    expect((await carried())[5]).to.deep.equal([
      { state: 'absent', cause: 'byModerator', returns: 0, owedReturn: false },
      null,
    ]);
  });

  it('holds the seats taken earlier, supernumeraries’ too, and the settings with their cap', async () => {
    await database.sql(`update roster_entry set status = 'supernumeraryNonValidating' where person = ?`, [
      person(2),
    ]);
    await start();
    await first.choose(person(1), post(1));
    await first.choose(person(2), post(1));
    await close(2);
    const { seats, settings } = await nextWorld();
    expect(seats).to.have.deep.members([
      { post: post(1), person: person(1), callOrder: 1, supernumerary: false },
      { post: post(1), person: person(2), callOrder: 2, supernumerary: true },
    ]);
    expect(settings).to.include({ supernumeraryCap: 2, turnMs: 90_000 });
  });
});
