/** What the import's tests share: a fresh database each, the import done in it, and what stands there afterwards. */
import { importAmphitheatres, type ImportOptions } from '../../../api/import/import.ts';
import type { ImportFault } from '../../../api/import/fault.ts';
import type { ImportSummary } from '../../../api/import/summary.ts';
import type { Database } from '../../../migrations/open.ts';
import { testDatabase, type TestDatabase } from '../../support/database.ts';
import { intern, post } from './files.ts';

/** Five interns of one amphitheatre and its four posts. */
export const people = [1, 2, 3, 4, 5].map(number => intern(number));
export const posts = [
  post('A', { places: 3 }),
  post('B', { reserve: 'Psychiatrie', flechage: 'addictologie' }),
];

export interface Importing {
  readonly sql: Database['sql'];
  readonly url: () => string;
  /** @throws Error with the faults where the files are refused. */
  done(options: ImportOptions): Promise<ImportSummary>;
  /** @throws Error where the files are not refused. */
  refused(options: ImportOptions): Promise<readonly ImportFault[]>;
  /** Every call list, amphitheatre by amphitheatre. */
  list(): Promise<{ ine: string; order: number; session: number | null }[]>;
  /** Of the posts. */
  numbers(): Promise<string[]>;
  /** The first amphitheatre's counters and how many acts it has. */
  counters(): Promise<{ id: number; pub: number; edition: number; acts: number }>;
  start(): Promise<unknown>;
  /** Every row the import may touch. */
  everything(): Promise<unknown>;
}

/** Called inside a `describe`: opens and drops a database around each of its tests. */
export function importing(): Importing {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await testDatabase();
  });
  afterEach(() => database.drop());
  const sql: Database['sql'] = (text, params) => database.sql(text, params);
  return {
    sql,
    url: () => database.url,
    async done(options) {
      const result = await importAmphitheatres(database, options);
      if ('faults' in result) throw new Error(JSON.stringify(result.faults));
      return result.summary;
    },
    async refused(options) {
      const result = await importAmphitheatres(database, options);
      if ('summary' in result) throw new Error('imported');
      return result.faults;
    },
    list: () =>
      sql(
        `select ine, call_order as "order", session.number as session from call_list_entry entry
         join roster_entry on roster_entry.id = roster_entry_id join intern on intern.id = intern_id
         left join session on session.id = session_id order by entry.amphitheatre_id, call_order`,
      ),
    async numbers() {
      return (await sql<{ number: string }>('select number from post order by id')).map(
        ({ number }) => number,
      );
    },
    async counters() {
      const [row] = await sql<{ id: number; pub: number; edition: number; acts: number }>(
        `select id, pub, edition,
           (select count(*)::int from amphitheatre_act where amphitheatre_id = amphitheatre.id) as acts
         from amphitheatre order by id limit 1`,
      );
      if (row === undefined) throw new Error('no amphitheatre');
      return row;
    },
    start: () => sql(`update session set state = 'running' where number = 1`),
    async everything() {
      const rows = [];
      for (const table of TABLES) rows.push(await sql(`select * from ${table} order by id`));
      return rows;
    },
  };
}

const TABLES = [
  'semester',
  'specialty',
  'specialty_group',
  'establishment',
  'service',
  'intern',
  'roster_entry',
  'call_list_entry',
  'planned_absence',
  'amphitheatre',
  'amphitheatre_act',
  'session',
  'post',
];
