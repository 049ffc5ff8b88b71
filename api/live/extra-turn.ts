/** The statements of a longer turn set beforehand: read by `start`, so only before it (domain §2). */
import type { PersonId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { mayLengthenTurn } from '../../machines/session/beforehand.ts';
import type { Standing } from '../../machines/session/beforehand.ts';
import type { Sql } from '../../migrations/open.ts';
import { alreadyChosen } from './tables.ts';

/**
 * @param seconds 0: as long as everybody's. @param on what it was decided on: `STALE` where it is another now. The last reason stands beside it, each with
 * its act, apart: it is private (domain §8).
 */
export async function writeExtraTurn(
  sql: Sql,
  person: PersonId,
  { seconds, on, reason }: { readonly seconds: number; readonly on: number; readonly reason: string },
): Promise<Refusal | null> {
  const refusal =
    (await alreadyChosen(sql, person)) ??
    mayLengthenTurn(await standingOf(sql, person)) ??
    (await otherLength(sql, person, on));
  if (refusal === null)
    await sql('update roster_entry set extra_turn_ms = ?::int, extra_turn_reason = ? where person = ?', [
      seconds * 1_000,
      reason,
      person,
    ]);
  return refusal;
}

async function otherLength(sql: Sql, person: PersonId, on: number): Promise<Refusal | null> {
  const [row] = await sql<{ now: number }>(
    'select round(extra_turn_ms / 1000.0)::int as now from roster_entry where person = ?',
    [person],
  );
  return row?.now === on ? null : { code: 'STALE', now: 'otherLength' };
}

async function standingOf(sql: Sql, person: PersonId): Promise<Standing> {
  const [row] = await sql<Standing>(
    `select own.state as own,
      coalesce(bool_or(other.state in ('running', 'paused')), false) as "anyLive",
      coalesce(bool_or(other.state in ('draft', 'validated', 'open')), false) as "anyToStart"
    from call_list_entry
    join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
    left join session own on own.id = call_list_entry.session_id
    left join session other on other.amphitheatre_id = call_list_entry.amphitheatre_id and not other.rehearsal
    where roster_entry.person = ? group by own.state`,
    [person],
  );
  return row ?? { own: null, anyLive: false, anyToStart: false };
}
