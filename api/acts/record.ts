/** What every act leaves behind: a line in the amphitheatre's record, a new public number, and a word to the gateways. */
import type { AmphitheatreId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import { queueNews } from '../kit/told-queue.ts';

export type ActName =
  | 'publish'
  | 'cut'
  | 'validate'
  | 'open'
  | 'withdraw'
  | 'setStatus'
  | 'refuseStatus'
  | 'excuse'
  | 'lift'
  | 'setPost'
  | 'askMandate'
  | 'acceptMandate'
  | 'declineMandate'
  | 'cancelMandate'
  | 'readPhone'
  | 'extraTurn'
  | 'settings'
  | 'addPerson'
  | 'addPosts'
  | 'rehearse'
  | 'takeBackRehearsal'
  | 'correctRoster'
  | 'mergeDuplicate';

export interface Act {
  readonly amphitheatre: AmphitheatreId;
  readonly act: ActName;
  /** Null: by itself. */
  readonly account: number | null;
  /** Append-only for ever: ids and reasons for the public. */
  readonly detail: Readonly<Record<string, unknown>>;
  /** Why, where that is private: it stands apart. */
  readonly reason?: string;
}

/** Of what everybody sees change. @returns the act's own number. */
export async function recordAct(sql: Sql, act: Act): Promise<number> {
  const number = await recordSilently(sql, act);
  if (act.act === 'setPost' || act.act === 'addPosts') await queueNews(sql, { act: number });
  await sql('update amphitheatre set pub = pub + 1 where id = ?::int', [act.amphitheatre]);
  await sql(`select pg_notify('amphitheatre_changed', json_build_object('amphitheatre', ?::int)::text)`, [
    act.amphitheatre,
  ]);
  return number;
}

/** Of what changes nothing that watchers see: who did what, and no more. @returns the act's own number. */
export async function recordSilently(
  sql: Sql,
  { amphitheatre, act, account, detail, reason }: Act,
): Promise<number> {
  const [row] = await sql<{ id: number }>(
    `insert into amphitheatre_act (amphitheatre_id, account_id, act, detail) values (?::int, ?::int, ?, ?::jsonb) returning id`,
    [amphitheatre, account, act, JSON.stringify(detail)],
  );
  if (row === undefined) throw new Error('an insert returned no row');
  if (reason !== undefined)
    await sql('insert into amphitheatre_act_private (act_id, reason) values (?::bigint, ?)', [
      row.id,
      reason,
    ]);
  return row.id;
}
