/**
 * A moderator reads a telephone number (domain §8): only once it is recorded that they do, in the journal of the session
 * that decides about the person, or in the amphitheatre's record before theirs begins. The number itself is in no record.
 */
import type { PersonId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import { DONE, refused } from '../acts/outcome.ts';
import type { Outcome } from '../acts/outcome.ts';
import { recordSilently } from '../acts/record.ts';
import type { Phone } from '../desk-answers.ts';
import type { Api } from '../http/api.ts';
import { askSession, changeUnderLock, outcomeOf } from './ask-session.ts';
import { decidingSession } from './deciding-session.ts';
import { amphitheatreOfPerson } from './tables.ts';

/** @returns done: it stands written, and the number may be read. */
export async function recordPhoneRead(api: Api, person: PersonId, account: number): Promise<Outcome> {
  const amphitheatre = await amphitheatreOfPerson(api.database.sql, person);
  if (amphitheatre === null) return refused({ code: 'UNKNOWN_PERSON' });
  return changeUnderLock(api, amphitheatre, async sql => {
    const deciding = (await isStillToStart(sql, person)) ? null : await decidingSession(sql, amphitheatre);
    const who = { realm: 'moderator', account } as const;
    if (deciding !== null) return askSession(sql, deciding.session, { type: 'readPhone', person }, who);
    await recordSilently(sql, { amphitheatre, act: 'readPhone', account, detail: { person } });
    return DONE;
  });
}

/** A reading asked by the same moderator lately, which the session had not recorded in time: once it has, no second one is. */
export async function recordedSince(
  sql: Sql,
  person: PersonId,
  account: number,
  request: number,
): Promise<Outcome> {
  const [row] = await sql(
    `select from session_inbox where id = ?::bigint and command ->> 'type' = 'readPhone'
      and command ->> 'person' = ?::text and coalesce(answered_at, now()) > now() - interval '1 minute'`,
    [request, person],
  );
  return row === undefined ? { kind: 'unknown' } : outcomeOf(sql, request, account);
}

/** Nobody of a session that has begun knows them yet. */
async function isStillToStart(sql: Sql, person: PersonId): Promise<boolean> {
  const found = await sql(
    `select from call_list_entry
    join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
    left join session own on own.id = call_list_entry.session_id
    where roster_entry.person = ? and coalesce(own.state, 'draft') in ('draft', 'validated', 'open')`,
    [person],
  );
  return found.length > 0;
}

/** Never logged, never kept: for the answer alone. */
export const readPhones = (sql: Sql, person: PersonId): Promise<readonly Phone[]> =>
  sql<Phone>(
    `select 'intern' as whose, intern.first_name || ' ' || intern.name as name, roster_entry.phone
    from roster_entry join intern on intern.id = roster_entry.intern_id
    where roster_entry.person = ? and roster_entry.phone <> ''
    union all
    select 'mandatary', coalesce(account.name, ''), mandate.phone
    from roster_entry
    join mandate on mandate.roster_entry_id = roster_entry.id
    left join account on account.id = mandate.account_id
    where roster_entry.person = ? and mandate.phone <> '' and accepted_at is not null and mandate.ended_at is null`,
    [person, person],
  );
