/** The few rows that the moderators' room needs whatever their age, out of thousands. */
import { expect } from 'chai';
import { lastingRows } from '../../../session-server/journal/read.ts';
import type { SessionId } from '../../../machines/ids.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { setStage } from '../support/stage.ts';
import type { Stage } from '../support/stage.ts';

describe('journal: rows that last', () => {
  let database: TestDatabase;
  let stage: Stage;
  beforeEach(async () => {
    database = await testDatabase();
    stage = await setStage(database.sql, { people: 2, sessions: 2 });
  });
  afterEach(() => database.drop('madeUp'));

  const write = (
    session: SessionId | undefined,
    from: number,
    to: number,
    facts: unknown,
  ): Promise<unknown> =>
    database.sql(
      `insert into journal (session_id, seq, amphitheatre_id, at, who, command, facts, rules, hash)
      select ?::int, seq, ?::int, 1, '{"realm":"system","part":"host"}', '{"type":"made up"}', ?::jsonb, 1, ''
      from generate_series(?::int, ?::int) seq`,
      [session, stage.amphitheatre, JSON.stringify(facts), from, to],
    );
  const late = [{ kind: 'lateChoice', person: 'person0001', post: 1, turn: 1, receivedAt: 1 }];
  const presence = [{ kind: 'presence', person: 'person0001', connected: true, at: 1 }];

  it('[V30] are of the session and of those before it, none of those after', async () => {
    const [first, second] = stage.sessions;
    await write(first, 7, 7, late);
    await write(second, 1, 2, presence);
    await write(second, 3, 3, late);
    const linesOf = async (session: SessionId | undefined): Promise<unknown> =>
      (await lastingRows(database.sql, session as SessionId)).map(row => [row.session, row.seq]);
    expect(await linesOf(second)).to.deep.equal([
      [first, 7],
      [second, 3],
    ]);
    expect(await linesOf(first)).to.deep.equal([[first, 7]]);
  });

  it('[V30] are found by their index among thousands of rows', async () => {
    const [first] = stage.sessions;
    await write(first, 1, 5_000, presence);
    await write(first, 5_001, 5_003, late);
    await database.sql('analyze journal');
    let plan = '';
    const explained = await lastingRows(async (text, params) => {
      plan = JSON.stringify(await database.sql(`explain ${text}`, params));
      return [];
    }, stage.session);
    expect(explained).to.deep.equal([]);
    expect(plan).to.include('journal_lasting_index').and.not.to.include('Seq Scan on journal ');
  });
});
