/** What the mailed link of a mandate opens: who asks, accepting with a password, declining (M §6.2). */
import type { Refusal } from '../../machines/refusal.ts';
import type { PersonId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Outcome } from '../acts/outcome.ts';
import type { Api } from '../http/api.ts';
import { mailDomainOf } from '../kit/config.ts';
import { applyChange } from '../live/change.ts';
import { alreadyChosen } from '../live/tables.ts';
import { lookAtLink, useLink } from '../mailed-links/open-link.ts';
import type { MandateInvitation } from '../mandate-answers.ts';
import { endLoginsOf } from '../sign-in/logins.ts';
import { endMandate } from './end.ts';
import { acceptInTables, standingMandate } from './statements.ts';
import type { StandingMandate } from './statements.ts';

/** Null: the link is over, or its mandate has been accepted or has ended; which of them is told to nobody. */
async function openMandate(sql: Sql, token: string): Promise<StandingMandate | null> {
  const link = await lookAtLink(sql, 'acceptMandate', token);
  const mandate = link === null ? null : await standingMandate(sql, Number(link.detail['mandate']));
  return mandate === null || mandate.accepted ? null : mandate;
}

/** Who asks, and nothing else of their profile (domain §6). */
export async function lookAtInvitation(sql: Sql, token: string): Promise<MandateInvitation | null> {
  const mandate = await openMandate(sql, token);
  if (mandate === null) return null;
  const [row] = await sql<Omit<MandateInvitation, 'email'>>(
    `select intern.name, intern.first_name as "firstName",
      coalesce(holder.name, '') as "holderName",
      (extract(epoch from case when amphitheatre.timetable_published_at is not null then session.starts_at end)
        * 1000)::float8 as "startsAt"
    from roster_entry
    join intern on intern.id = roster_entry.intern_id
    join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    join amphitheatre on amphitheatre.id = call_list_entry.amphitheatre_id
    left join session on session.id = call_list_entry.session_id
    left join account holder on holder.realm = 'mandatary' and lower(holder.email) = lower(?)
    where roster_entry.person = ?`,
    [mandate.email, mandate.person],
  );
  return row === undefined ? null : { ...row, email: mandate.email };
}

export interface Acceptance {
  readonly token: string;
  /** The holder's own, for the agency's telephone. */
  readonly name: string;
  readonly passwordHash: string;
}

/**
 * The account is made, or given the new password, before a session is asked: where it says no because the intern is
 * called, the link stays good and nobody is the chooser.
 * @returns unknown: the link is over.
 */
export async function acceptMandate(api: Api, acceptance: Acceptance): Promise<Outcome> {
  const { sql } = api.database;
  const mandate = await openMandate(sql, acceptance.token);
  if (mandate === null) return { kind: 'unknown' };
  const { id, person, amphitheatre } = mandate;
  const account = await makeHolder(sql, mandate.email, acceptance);
  const outcome = await applyChange(api, {
    amphitheatre,
    who: { realm: 'mandatary', account },
    command: { type: 'setMandate', person, held: true, connected: false },
    act: { act: 'acceptMandate', detail: { person } },
    may: async under => mayAccept(under, acceptance.token, id, person, account),
    write: under => acceptInTables(under, id, mailDomainOf(api.config)),
  });
  if (outcome.kind === 'refused' && outcome.refusal.code === 'UNKNOWN_PERSON') return { kind: 'unknown' };
  if (outcome.kind === 'done') await useLink(sql, 'acceptMandate', acceptance.token);
  return outcome;
}

/** Under the lock: the holder stands beside the mandate before any session may say that it is held. */
async function mayAccept(
  sql: Sql,
  token: string,
  id: number,
  person: PersonId,
  account: number,
): Promise<Refusal | null> {
  const now = await openMandate(sql, token);
  if (now === null || now.id !== id) return { code: 'UNKNOWN_PERSON' };
  const refusal = await alreadyChosen(sql, person);
  if (refusal === null) await sql('update mandate set account_id = ?::int where id = ?::int', [account, id]);
  return refusal;
}

/** Whoever reads the mail of that address is its owner: an account of an earlier mandate gets the new password. */
async function makeHolder(sql: Sql, email: string, { name, passwordHash }: Acceptance): Promise<number> {
  const [row] = await sql<{ id: number }>(
    `insert into account (realm, email, password_hash, name) values ('mandatary', ?, ?, ?)
    on conflict (realm, lower(email)) do update set password_hash = excluded.password_hash, name = excluded.name
    returning id`,
    [email, passwordHash, name],
  );
  if (row === undefined) throw new Error('an insert returned no row');
  await endLoginsOf(sql, row.id);
  return row.id;
}

/** @returns unknown: the link is over. */
export async function declineMandate(api: Api, token: string): Promise<Outcome> {
  const mandate = await openMandate(api.database.sql, token);
  if (mandate === null) return { kind: 'unknown' };
  return endMandate(api, mandate.id, { realm: 'mandatary', account: null });
}
