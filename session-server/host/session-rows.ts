/** What the host reads and writes of the session table by the second: who is live and whose, who is due, who still owns. */
import type { AmphitheatreId, CommandId, Ms, SessionId } from '../../machines/ids.ts';
import type { SessionStateName } from '../../machines/session/state.ts';
import type { Sql } from '../../migrations/open.ts';

/** A running or paused session as it stands in the table. */
export interface LiveRow {
  readonly session: SessionId;
  /** Name of the host that took it up last; null where it was handed over. */
  readonly owner: string | null;
  readonly epoch: number;
  readonly aliveAt: Ms | null;
}

export async function liveSessions(sql: Sql): Promise<readonly LiveRow[]> {
  return await sql<LiveRow>(
    `select id as session, owner, epoch, alive_at as "aliveAt" from session
    where state in ('running', 'paused') order by id`,
  );
}

/** Leaves every session of this host to whoever comes first, and wakes all hosts (`listen` in host.ts). */
export async function handOver(sql: Sql, owner: string): Promise<void> {
  await sql(
    `with left_to_others as (
      update session set owner = null where owner = ?::text and state in ('running', 'paused') returning id)
    select pg_notify('session_inbox', json_build_object('session', id)::text) from left_to_others`,
    [owner],
  );
}

/** Gateways that have written lately that they live; by the database's clock, which is the same for all. */
export async function livingGateways(sql: Sql): Promise<readonly string[]> {
  const rows = await sql<{ gateway: string }>(
    "select gateway from gateway_alive where seen_at > now() - interval '15 seconds'",
  );
  return rows.map(({ gateway }) => gateway);
}

/** Whether a command of this id stands in the session's journal. */
export async function isRecorded(sql: Sql, session: SessionId, id: CommandId): Promise<boolean> {
  const rows = await sql('select from journal where session_id = ?::int and command_id = ?::text', [
    session,
    id,
  ]);
  return rows.length > 0;
}

/** Open sessions whose hour has come, the earliest number of each amphitheatre only (domain §2). */
export async function dueSessions(
  sql: Sql,
  now: Ms,
): Promise<readonly { readonly id: SessionId; readonly amphitheatre: AmphitheatreId }[]> {
  return await sql(
    `select distinct on (session.amphitheatre_id) session.id, session.amphitheatre_id as amphitheatre
    from session join amphitheatre on amphitheatre.id = session.amphitheatre_id
    where amphitheatre.scheduled_start and session.state = 'open' and not session.rehearsal
      and session.starts_at <= to_timestamp(?::bigint / 1000.0)
      and not exists (select from session live
        where live.amphitheatre_id = session.amphitheatre_id and live.state in ('running', 'paused'))
    order by session.amphitheatre_id, session.number`,
    [now],
  );
}

/** @returns null where there is no such session. */
export async function stateInTable(sql: Sql, session: SessionId): Promise<SessionStateName | null> {
  const [row] = await sql<{ state: SessionStateName }>('select state from session where id = ?::int', [
    session,
  ]);
  return row?.state ?? null;
}

/** Says that these owners live, each under its epoch. @returns those of them that still own. */
export async function writeAlive(
  sql: Sql,
  now: Ms,
  owned: readonly { readonly session: SessionId; readonly epoch: number }[],
): Promise<ReadonlySet<SessionId>> {
  const rows = await sql<{ id: SessionId }>(
    `update session set alive_at = ?::bigint
    from jsonb_to_recordset(?::jsonb) as mine (session int, epoch int)
    where session.id = mine.session and session.epoch = mine.epoch returning session.id`,
    [now, JSON.stringify(owned.map(({ session, epoch }) => ({ session, epoch })))],
  );
  return new Set(rows.map(({ id }) => id));
}
