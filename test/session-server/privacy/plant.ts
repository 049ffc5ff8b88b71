/**
 * A secret in every column that holds something of a person, in those that are not written yet too: a column that a
 * later migration adds is planted as it comes. What belongs to somebody bears whose it is, so that it may be told apart
 * from what is theirs to read.
 */
import type { PersonId } from '../../../machines/ids.ts';
import type { Database, Sql } from '../../../migrations/open.ts';

/** Stands in every text that nobody but moderators may read, or that is one person's own. */
export const SECRET = 'SECRET';

/** Tables of people, and how a row says whose it is. */
const PEOPLE: Readonly<Record<string, string>> = {
  account: 'roster_entry.intern_id = row.intern_id',
  intern: 'roster_entry.intern_id = row.id',
  roster_entry: 'roster_entry.id = row.id',
  mandate: 'roster_entry.id = row.roster_entry_id',
  planned_absence: 'roster_entry.id = row.roster_entry_id',
};

/** Domain §8's list, what the program goes by, and what is planted by hand (whole-play.ts). */
const LEFT_ALONE = [
  'account.realm',
  'account.email',
  'account.name',
  'intern.name',
  'intern.first_name',
  'intern.ine',
  'roster_entry.person',
  'roster_entry.status',
  'roster_entry.file_status',
  'roster_entry.phase',
  'roster_entry.extra_turn_reason',
  'mandate.email',
];
/** By which one signs in: planted, nobody could. */
const SIGN_IN = /hash|token|state|locked/u;

/** Again after rows were added: what is planted stays. @returns the columns that hold a secret now. */
export async function plantEverywhere(database: Database): Promise<readonly string[]> {
  const done: string[] = [];
  for (const { table, column, type } of await columnsOf(database.sql)) {
    const name = `${table}.${column}`;
    if (LEFT_ALONE.includes(name) || SIGN_IN.test(column)) continue;
    const planted =
      type === 'date'
        ? `date '1901-01-01' + right(roster_entry.person, 4)::int`
        : `'${SECRET}-${name}-' || roster_entry.person`;
    // A column that takes no such value holds words of ours, which its constraint lists.
    await database
      .transaction(async sql => {
        const rows = await sql(
          `update "${table}" as planted set "${column}" = ${planted} from "${table}" as row, roster_entry
          where row.id = planted.id and ${PEOPLE[table] ?? 'false'} and roster_entry.person like 'person____'
          returning 1`,
        );
        if (rows.length > 0) done.push(name);
      })
      .catch((error: unknown) => {
        if (!isConstraint(error)) throw error;
      });
  }
  return done;
}

const columnsOf = (sql: Sql) =>
  sql<{ table: string; column: string; type: string }>(
    `select table_name as table, column_name as column, data_type as type from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'date')
      and table_name in (select jsonb_array_elements_text(?::jsonb))
    order by 1, 2`,
    [JSON.stringify(Object.keys(PEOPLE))],
  );

const isConstraint = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('23');

/** The text without what is this person's own. @param more words that this person may read too. */
export const withoutOwn = (text: string, person: PersonId, more: readonly string[] = []): string =>
  [new RegExp(`${SECRET}-[\\w.-]*${person}`, 'gu'), ...birthOf(person), ...more].reduce<string>(
    (rest, own) => rest.replaceAll(own, ''),
    text,
  );

/** Planted by order: the fourth is born on 1901-01-05, 05/01/1901. */
function birthOf(person: PersonId): readonly string[] {
  const iso = new Date(Date.UTC(1901, 0, 1 + Number(person.slice(-4)))).toISOString().slice(0, 10);
  return [iso, iso.split('-').toReversed().join('/')];
}
