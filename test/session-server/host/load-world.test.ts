/** What `start` reads of those whom the session before handed over, on a real PostgreSQL. */
import { expect } from 'chai';
import type { CarriedPerson } from '../../../machines/session/facts.ts';
import { loadWorld, lockBeginning } from '../../../session-server/host/load-world.ts';
import { presenceTable } from '../../../session-server/host/presence.ts';
import { append } from '../../../session-server/journal/append.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { newRow } from '../journal/rows.ts';
import { personAt, planAbsence, setStage } from '../support/stage.ts';
import type { Stage } from '../support/stage.ts';

describe('host: the world of the next session', () => {
  let database: TestDatabase;
  let stage: Stage;
  beforeEach(async () => {
    database = await testDatabase();
    stage = await setStage(database.sql, { people: 8, sessions: 2 });
  });
  afterEach(() => database.drop());

  const person = (order: number) => personAt(stage, order);
  const excuse = (order: number) => planAbsence(database.sql, person(order));
  const close = (carried: readonly CarriedPerson[]) =>
    append(database.sql, [
      newRow(stage, {
        pub: 1,
        state: 'closed',
        facts: [{ kind: 'closed', at: 1, how: 'forced', reason: null, carried }],
      }),
    ]);
  const carriedInto = async () => {
    const [, next] = stage.sessions;
    const beginning = next && (await lockBeginning(database.sql, next));
    if (!next || !beginning) throw new Error('no second session');
    const world = await loadWorld(database.sql, next, beginning, presenceTable());
    return world.people.map(({ carried, plannedAbsence }) => [carried, plannedAbsence?.sealed ?? null]);
  };

  it('[M14] holds those handed over before its own people, causes and counts kept', async () => {
    await close([
      { person: person(1), state: 'absent', cause: 'timeRanOut', returns: 2, owedReturn: false },
      { person: person(2), state: 'excused', cause: null, returns: 1, owedReturn: true },
      { person: person(3), state: 'waiting', cause: null, returns: 1, owedReturn: false },
    ]);
    await excuse(2);
    await excuse(1); // since: beside what was handed over
    const own = [null, null];
    expect(await carriedInto()).to.deep.equal([
      [{ state: 'absent', cause: 'timeRanOut', returns: 2, owedReturn: false }, 'secret'],
      [{ state: 'excused', returns: 1, owedReturn: true }, 'secret'],
      [{ state: 'waiting', returns: 1 }, null],
      ...[5, 6, 7, 8].map(() => own),
    ]);
  });

  it('[M14] holds one lifted since as absent where the place was reached, else as waiting', async () => {
    await close([
      { person: person(1), state: 'excused', cause: null, returns: 1, owedReturn: true },
      { person: person(2), state: 'excused', cause: null, returns: 1, owedReturn: false },
    ]);
    expect((await carriedInto()).slice(0, 2)).to.deep.equal([
      [{ state: 'absent', cause: 'byModerator', returns: 1, owedReturn: true }, null],
      [{ state: 'waiting', returns: 1 }, null],
    ]);
  });
});
