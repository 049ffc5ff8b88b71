/** The statements of mandates: asked for, accepted and ended while no session decides about them, and what their intern sees. */
import type { AmphitheatreId, PersonId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import type { Sql } from '../../migrations/open.ts';
import { tellIntern } from '../kit/own-changes.ts';
import { alreadyChosen } from '../live/tables.ts';
import type { GivenMandate } from '../mandate-answers.ts';
import { MAIL_JOBS } from '../worker/queue.ts';
import { holderSignedOut } from './holder-signed-out.ts';
import { MAILED_MANDATE, mandateMails } from './mails.ts';
import { TO_BE_CONFIRMED } from '../sign-in/own-entry.ts';

/** By whom a mandate was ended, as its row says it. */
export type Ender = 'intern' | 'mandatary';

export interface StandingMandate {
  readonly id: number;
  readonly person: PersonId;
  readonly amphitheatre: AmphitheatreId;
  readonly email: string;
  /** The holder's, from the first try to accept on. */
  readonly account: number | null;
  readonly accepted: boolean;
}

const STANDING = `select mandate.id, roster_entry.person, call_list_entry.amphitheatre_id as amphitheatre, mandate.email,
    mandate.account_id as account, mandate.accepted_at is not null as accepted
  from mandate
  join roster_entry on roster_entry.id = mandate.roster_entry_id
  join semester on semester.id = roster_entry.semester_id and semester.current
  join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
  where mandate.ended_at is null`;

/** Null: ended, or never asked for. */
export async function standingMandate(sql: Sql, mandate: number): Promise<StandingMandate | null> {
  const [row] = await sql<StandingMandate>(`${STANDING} and mandate.id = ?::int`, [mandate]);
  return row ?? null;
}

/** Which the intern of this account has given, or is to hear about. */
export async function mandateOfIntern(sql: Sql, account: number): Promise<StandingMandate | null> {
  const [row] = await sql<StandingMandate>(
    `${STANDING} and roster_entry.intern_id = (select intern_id from account where id = ?::int)`,
    [account],
  );
  return row ?? null;
}

/** Which the holder of this account has accepted. */
export async function mandateOfHolder(sql: Sql, account: number): Promise<StandingMandate | null> {
  const [row] = await sql<StandingMandate>(
    `${STANDING} and mandate.account_id = ?::int and mandate.accepted_at is not null`,
    [account],
  );
  return row ?? null;
}

/** Whose pages hear of it; null: nothing has changed. */
interface Told {
  readonly entry: number | null;
}

/** While no session decides. */
export async function acceptInTables(sql: Sql, mandate: number, mailDomain: string): Promise<Refusal | null> {
  const [row] = await sql<Told>(
    `with changed as (
      update mandate set accepted_at = now() where id = ?::int and accepted_at is null and ended_at is null
      returning ${MAILED_MANDATE}
    ), mails as (${mandateMails('Accepted', 'changed')})
    select (${MAIL_JOBS}) as jobs, (select roster_entry_id from changed) as entry`,
    [mandate, mailDomain],
  );
  const entry = row?.entry ?? null;
  if (entry === null) return { code: 'STALE', now: 'held' };
  await tellIntern(sql, entry, 'mandate');
  return null;
}

/** Whoever held it is signed out. @returns a refusal where an accepted one has led to a choice: that stands (domain §6). */
export async function endInTables(
  sql: Sql,
  { id, person, accepted }: Pick<StandingMandate, 'id' | 'person' | 'accepted'>,
  by: Ender,
  mailDomain: string,
): Promise<Refusal | null> {
  const refusal = accepted ? await alreadyChosen(sql, person) : null;
  if (refusal !== null) return refusal;
  const [row] = await sql<Told>(
    `with changed as (
      update mandate set ended_at = now(), ended_by = ? where id = ?::int and ended_at is null
      returning ${MAILED_MANDATE}
    ), ${holderSignedOut('changed')}, mails as (${mandateMails('Ended', 'changed')})
    select (${MAIL_JOBS}) as jobs, (select roster_entry_id from changed) as entry`,
    [by, id, mailDomain],
  );
  const entry = row?.entry ?? null;
  if (entry !== null) await tellIntern(sql, entry, 'mandate');
  return null;
}

/** Accepted, and the live session has not said yet whether it may be. */
export async function acceptanceUnderWay(sql: Sql, person: PersonId): Promise<boolean> {
  const [asked] = await sql(
    `select from session_inbox where answered_at is null
      and command ->> 'type' = 'setMandate' and command ->> 'person' = ?`,
    [person],
  );
  return asked !== undefined;
}

const MS = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

/** For the intern alone: the holder's address and telephone are theirs to see (domain §6). */
export async function readGivenMandate(sql: Sql, account: number): Promise<GivenMandate> {
  const [row] = await sql<GivenMandate>(
    `select call_list_entry.id is not null and not ${TO_BE_CONFIRMED} and not exists (select from assignment
        where assignment.roster_entry_id = roster_entry.id and assignment.ended_at is null) as "mayGive",
      ${TO_BE_CONFIRMED} as "toBeConfirmed", (
        select json_build_object('email', email, 'phone', phone, 'askedAt', ${MS('asked_at')},
          'acceptedAt', ${MS('accepted_at')})
        from mandate where roster_entry_id = roster_entry.id and ended_at is null) as mandate, (
        select json_build_object('email', email, 'accepted', accepted_at is not null, 'endedBy', ended_by,
          'endedAt', ${MS('ended_at')})
        from mandate where roster_entry_id = roster_entry.id and ended_at is not null
        order by ended_at desc, id desc limit 1) as last
    from account
    join roster_entry on roster_entry.intern_id = account.intern_id
    join semester on semester.id = roster_entry.semester_id and semester.current
    left join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    where account.id = ?::int`,
    [account],
  );
  return row ?? { mayGive: false, toBeConfirmed: false, mandate: null, last: null };
}
