/**
 * The contract of «Télécharger mes données» (RGPD art. 15): each column that is kept of a person is changed in turn, and
 * the person's own file changes with it, or it stands in `left-out.ts` with the reason; nobody else's file ever does.
 */
import { expect } from 'chai';
import type { Sql } from '../../../migrations/open.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { COLUMNS_LEFT_OUT, NOT_OF_PEOPLE, TABLES_LEFT_OUT } from './left-out.ts';
import { filesOf, INTERN, ownDataScene } from './scene.ts';
import type { Scene } from './scene.ts';

const ACCOUNTS = `(select id from account where email !~ '^2')`;
const MODERATOR = `(select id from account where email !~ '^2' and realm = 'moderator')`;
const ENTRY = `(select id from roster_entry where person = 'person0001')`;

/** Tables of people: which rows are our three's. */
const OURS: Readonly<Record<string, string>> = {
  account: `id in ${ACCOUNTS}`,
  amphitheatre_act: `detail ->> 'person' = 'person0001'`,
  assignment: `roster_entry_id = ${ENTRY}`,
  authenticator: `account_id in ${ACCOUNTS}`,
  call_list_entry: `roster_entry_id = ${ENTRY}`,
  certificate: `assignment_id = (select id from assignment where roster_entry_id = ${ENTRY})`,
  desk_act: `person = 'person0001'`,
  document_read: `account_id in ${ACCOUNTS}`,
  establishment_reader: `granted_by = ${MODERATOR}`,
  favourite: `roster_entry_id = ${ENTRY}`,
  intern: `id = (select intern_id from roster_entry where id = ${ENTRY})`,
  journal: 'seq = 1',
  login: `account_id in ${ACCOUNTS}`,
  mail: `recipient = '${INTERN}'`,
  mailed_link: `email = '${INTERN}'`,
  mandate: `roster_entry_id = ${ENTRY}`,
  message: `roster_entry_id = ${ENTRY}`,
  notification: `account_id in ${ACCOUNTS}`,
  notification_choice: `account_id in ${ACCOUNTS}`,
  notification_read: `account_id in ${ACCOUNTS}`,
  passkey: `account_id in ${ACCOUNTS}`,
  planned_absence: `roster_entry_id = ${ENTRY}`,
  push_subscription: `login_id in (select id from login where account_id in ${ACCOUNTS})`,
  roster_entry: `id = ${ENTRY}`,
  saved_search: `account_id in ${ACCOUNTS}`,
  status_request: `roster_entry_id = ${ENTRY}`,
};

/** SQL. Another value of that type, no two rows the same. */
const OTHER_VALUES: Readonly<Record<string, (column: string) => string>> = {
  text: () => `'planted ' || md5(ctid::text)`,
  boolean: column => `not coalesce(${column}, false)`,
  integer: column => `coalesce(${column}, 0) + 1000`,
  bigint: column => `coalesce(${column}, 0) + 1000`,
  'double precision': column => `coalesce(${column}, 0) + 1000`,
  date: column => `${column} + 1`,
  'timestamp with time zone': column => `coalesce(${column}, now()) + interval '1 year'`,
  bytea: () => `md5(ctid::text)::bytea`,
  jsonb: () => `'{"planted": 1}'`,
};
/** Where any other value would mean nothing. */
const MEANT: Readonly<Record<string, string>> = {
  'account.realm': `'intern'`,
  'journal.command': `'{"type": "planted"}'`,
  'journal.facts': `'[{"kind": "planted", "person": "person0001"}]'`,
  'journal.who': `'{"account": 0}'`,
  'mailed_link.detail': `'{"to": "planted"}'`,
  'mailed_link.email': `'planted'`,
  'mail.recipient': `upper(recipient)`,
  'desk_act.detail': `'{"fields": ["planted"]}'`,
  'roster_entry.person': `'planted'`,
};

interface Column {
  readonly name: string;
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

describe('one’s own data, column by column', function () {
  this.timeout(60_000);
  let database: TestDatabase;
  let scene: Scene;
  let columns: readonly Column[];
  let unchanged: readonly string[];
  before(async () => {
    database = await testDatabase();
    scene = await ownDataScene(database.sql);
    columns = await columnsOf(database.sql);
    unchanged = await textsOf(database.sql, scene);
  });
  after(() => database.drop('madeUp'));

  it('knows of every table whether it is about people', async () => {
    const tables = await database.sql<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    );
    const known = [...Object.keys(OURS), ...NOT_OF_PEOPLE, ...Object.keys(TABLES_LEFT_OUT)];
    expect(tables.map(({ name }) => name)).to.have.members(known);
  });

  for (const table of Object.keys(OURS))
    it(`holds each column of ${table}, or says why not, and nobody else’s does`, async () => {
      const wrong: string[] = [];
      for (const column of columns.filter(one => one.table === table)) {
        const seen = await changeSeen(database, scene, unchanged, column);
        const leftOut = COLUMNS_LEFT_OUT[column.name] !== undefined;
        if (seen.own === leftOut)
          wrong.push(`${column.name} ${seen.own ? 'is shown, and left out' : 'is not shown'}`);
        if (seen.byOthers) wrong.push(`${column.name} is shown to others`);
      }
      expect(wrong).to.deep.equal([]);
    });

  it('leaves out nothing that is not there', () => {
    const names = columns.map(({ name }) => name);
    expect(Object.keys(COLUMNS_LEFT_OUT).filter(name => !names.includes(name))).to.deep.equal([]);
  });
});

/** Of tables of people, without the numbers by which rows are named and joined: what these name is shown in words. */
const columnsOf = (sql: Sql): Promise<Column[]> =>
  sql<Column>(
    `select table_name || '.' || column_name as name, table_name as "table", column_name as "column", data_type as type
    from information_schema.columns
    where table_schema = 'public' and table_name in (select jsonb_array_elements_text(?::jsonb))
      and column_name not in ('id', 'account_id', 'subject_account_id', 'granted_by', 'ended_by', 'seen_by')
      and not exists (select from pg_constraint where contype = 'f' and conrelid = table_name::regclass
        and (select attnum from pg_attribute where attrelid = conrelid and attname = column_name) = any (conkey))
    union all select 'mandate.ended_by', 'mandate', 'ended_by', 'text'
    union all select 'login.seen_by', 'login', 'seen_by', 'integer'
    order by 1`,
    [JSON.stringify(Object.keys(OURS))],
  );

/** Changes it, reads everybody's file, and takes the change back. */
async function changeSeen(
  database: TestDatabase,
  scene: Scene,
  unchanged: readonly string[],
  { name, table, column, type }: Column,
): Promise<{ readonly own: boolean; readonly byOthers: boolean }> {
  const seen = { own: false, byOthers: false };
  const value = MEANT[name] ?? OTHER_VALUES[type]?.(`"${column}"`);
  if (value === undefined) throw new Error(`${name}: another value of ${type}?`);
  await database
    .transaction(async sql => {
      await sql('set local session_replication_role = replica'); // what is append-only is changed all the same
      const changed = await sql(
        `update "${table}" set "${column}" = ${value} where ${OURS[table] ?? 'false'} returning 1`,
      );
      if (changed.length === 0) throw new Error(`${name}: no row of ours`);
      const [own, foreign] = await textsOf(sql, scene);
      Object.assign(seen, { own: own !== unchanged[0], byOthers: foreign !== unchanged[1] });
      throw new TakenBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw new Error(`${name}: ${String(error)}`);
    });
  return seen;
}

const textsOf = async (sql: Sql, { ours, others }: Scene): Promise<readonly string[]> =>
  [await filesOf(sql, ours), await filesOf(sql, others)].map(files => JSON.stringify(files));

class TakenBack extends Error {}
