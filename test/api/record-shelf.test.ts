/** Journals kept folded: each asking reads what is new and nothing else. */
import { expect } from 'chai';
import { recordShelf } from '../../api/desk/record-shelf.ts';
import type { Sql } from '../../migrations/open.ts';
import { testDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { seed } from './support/seed.ts';
import type { Seeded } from './support/seed.ts';

describe('records of sessions', () => {
  let database: TestDatabase;
  let seeded: Seeded;
  let rowsRead: number[];
  beforeEach(async () => {
    database = await testDatabase();
    seeded = await seed(database.sql);
    rowsRead = [];
  });
  afterEach(() => database.drop('madeUp'));

  const counting: Sql = async <Row>(text: string, params?: readonly unknown[]) => {
    const rows = await database.sql<Row>(text, params);
    rowsRead.push(rows.length);
    return rows;
  };
  const write = (seq: number, facts: readonly unknown[], text: string | null = null) =>
    database.sql(
      `with row as (
        insert into journal (session_id, seq, amphitheatre_id, at, who, command, facts, rules, hash)
        values (?::int, ?::bigint, ?::int, 1, '{}', '{"type":"pause"}', ?::jsonb, 1, 'x') returning session_id, seq)
      insert into journal_private (session_id, seq, salt, text)
      select session_id, seq, 'x', private from row, (select ?::text as private) one where private is not null`,
      [seeded.session, seq, seeded.amphitheatre, JSON.stringify(facts), text],
    );

  it('[D18] are read on from the last row, each row once', async () => {
    const read = recordShelf(counting);
    await write(1, [{ kind: 'resumed', at: 1 }]);
    await write(2, [{ kind: 'resumed', at: 2 }]);
    expect((await read([seeded.session])).get(seeded.session)).to.include({ resumedAt: 2 });
    await write(3, [{ kind: 'resumed', at: 3 }]);
    expect((await read([seeded.session])).get(seeded.session)).to.include({ resumedAt: 3 });
    await read([seeded.session]);
    expect(rowsRead).to.deep.equal([2, 1, 0]);
  });

  it('hold the reason of a pause, and of a session that has not begun nothing', async () => {
    const read = recordShelf(counting);
    expect((await read([seeded.session])).get(seeded.session)).to.deep.include({
      startedAt: null,
      paused: null,
    });
    const pause = { kind: 'paused', at: 1, reason: { sealed: 0 }, automatic: null, leftMs: null };
    await write(1, [pause], '["Incident réseau"]');
    expect((await read([seeded.session])).get(seeded.session)?.paused).to.deep.equal({
      at: 1,
      reason: 'Incident réseau',
      automatic: null,
    });
  });
});
