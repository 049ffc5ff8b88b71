/** The record of who took away a list that joins people and posts: written before the list is handed over. */
import type { Sql } from '../../migrations/open.ts';
import type { Format } from './wanted.ts';

/** By a moderator: the agency's own list. */
export async function recordAgencyRead(
  sql: Sql,
  account: number,
  { semester, amphitheatre, format }: AgencyList,
): Promise<void> {
  await sql(
    `insert into document_read (account_id, semester_id, amphitheatre_id, format)
    values (?::int, ?::int, ?::int, ?)`,
    [account, semester, amphitheatre, format],
  );
}

interface AgencyList {
  readonly semester: number;
  readonly amphitheatre: number | null;
  readonly format: Format;
}

/** By the holder of a mailed link. */
export async function recordReaderRead(sql: Sql, reader: number, format: Format): Promise<void> {
  await sql(
    `insert into document_read (establishment_reader_id, semester_id, format)
    select id, semester_id, ? from establishment_reader where id = ?::int`,
    [format, reader],
  );
}
