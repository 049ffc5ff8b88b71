/** The statements of changes to a person or a post while no session of the amphitheatre is live. */
import type { AmphitheatreId, Ms, PersonId, PostId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import type { PersonState } from '../../machines/session/state.ts';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import type { Sql } from '../../migrations/open.ts';

export async function amphitheatreOfPerson(sql: Sql, person: PersonId): Promise<AmphitheatreId | null> {
  const [row] = await sql<{ id: AmphitheatreId }>(
    `select amphitheatre_id as id from call_list_entry join roster_entry on roster_entry.id = roster_entry_id where person = ?`,
    [person],
  );
  return row?.id ?? null;
}

export async function amphitheatreOfPost(sql: Sql, post: number): Promise<AmphitheatreId | null> {
  const [row] = await sql<{ id: AmphitheatreId }>(
    'select amphitheatre_id as id from post where id = ?::int',
    [post],
  );
  return row?.id ?? null;
}

/** The choice that stands in the way: after it only a correction changes anything (domain §4). */
export async function alreadyChosen(sql: Sql, person: PersonId): Promise<Refusal | null> {
  const [row] = await sql<{ post: PostId; at: Ms }>(
    `select post_id as post, (extract(epoch from at) * 1000)::float8 as at
    from assignment join roster_entry on roster_entry.id = roster_entry_id where person = ? and ended_at is null`,
    [person],
  );
  return row === undefined ? null : { code: 'ALREADY_CHOSEN', post: row.post, at: row.at };
}

/**
 * What it is already is `STALE`, as in a live session: somebody else was there first.
 * @param on what the moderator saw; null: whatever it is.
 */
export async function writeStatus(
  sql: Sql,
  person: PersonId,
  status: ChoiceStatus,
  on: ChoiceStatus | null,
): Promise<Refusal | null> {
  const refusal = await alreadyChosen(sql, person);
  if (refusal !== null) return refusal;
  const [before] = await sql<{ status: ChoiceStatus }>('select status from roster_entry where person = ?', [
    person,
  ]);
  const now = before?.status ?? status;
  if (now === status || (on !== null && on !== now)) return { code: 'STALE', now };
  await sql('update roster_entry set status = ? where person = ?', [status, person]);
  return null;
}

/** @param on what the moderator saw: `STALE` where it is something else; null: whatever it is, the reason is replaced. */
export async function writePlannedAbsence(
  sql: Sql,
  person: PersonId,
  { reason, on }: { readonly reason: string; readonly on: PersonState['kind'] | null },
  account: number,
): Promise<Refusal | null> {
  const refusal =
    (await alreadyChosen(sql, person)) ?? (on === null ? null : await changedSince(sql, person, on));
  if (refusal === null)
    await sql(
      `insert into planned_absence (roster_entry_id, reason, set_by)
      select id, ?, ?::int from roster_entry where person = ?
      on conflict (roster_entry_id) where lifted_at is null do update set reason = excluded.reason, set_by = excluded.set_by`,
      [reason, account, person],
    );
  return refusal;
}

export async function liftPlannedAbsence(
  sql: Sql,
  person: PersonId,
  account: number,
): Promise<Refusal | null> {
  const lifted = await sql(
    `update planned_absence set lifted_at = now(), lifted_by = ?::int
    from roster_entry where roster_entry.id = roster_entry_id and person = ? and lifted_at is null
    returning planned_absence.id`,
    [account, person],
  );
  return lifted.length === 0 ? { code: 'STALE', now: 'waiting' } : null;
}

/** Before a session begins a person waits or is excused: nothing else is in the tables. */
async function changedSince(sql: Sql, person: PersonId, on: PersonState['kind']): Promise<Refusal | null> {
  const excused = await sql(
    `select 1 from planned_absence join roster_entry on roster_entry.id = roster_entry_id
    where person = ? and lifted_at is null`,
    [person],
  );
  const now = excused.length === 0 ? 'waiting' : 'excused';
  return now === on ? null : { code: 'STALE', now };
}

/** Only free posts are blocked and unblocked (domain §4). */
export async function writeBlocked(sql: Sql, post: number, blocked: boolean): Promise<Refusal | null> {
  const [taken] = await sql(
    `select 1 from assignment where post_id = ?::int and ended_at is null and status = 'classic'`,
    [post],
  );
  if (taken !== undefined) return { code: 'NOT_FREE' };
  await sql('update post set blocked = ?::boolean where id = ?::int', [blocked, post]);
  return null;
}
