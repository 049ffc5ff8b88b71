/** What every act leaves behind: a line in the amphitheatre's record, a new public number, and a word to the gateways. */
import type { AmphitheatreId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';

export type ActName =
  | 'publish'
  | 'cut'
  | 'validate'
  | 'open'
  | 'withdraw'
  | 'setStatus'
  | 'excuse'
  | 'lift'
  | 'setPost'
  | 'cancelMandate';

export interface Act {
  readonly amphitheatre: AmphitheatreId;
  readonly act: ActName;
  /** Null: by itself. */
  readonly account: number | null;
  /** Append-only for ever: ids and reasons for the public; what is private stays in its own table. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** @returns the act's own number. */
export async function recordAct(sql: Sql, { amphitheatre, act, account, detail }: Act): Promise<number> {
  const [row] = await sql<{ id: number }>(
    `insert into amphitheatre_act (amphitheatre_id, account_id, act, detail) values (?::int, ?::int, ?, ?::jsonb) returning id`,
    [amphitheatre, account, act, JSON.stringify(detail)],
  );
  await sql('update amphitheatre set pub = pub + 1 where id = ?::int', [amphitheatre]);
  await sql(`select pg_notify('amphitheatre_changed', json_build_object('amphitheatre', ?::int)::text)`, [
    amphitheatre,
  ]);
  if (row === undefined) throw new Error('an insert returned no row');
  return row.id;
}
