/** What `GET /api/me` says of each sign-in: the person, their place, and for a holder whom they choose for. */
import type { AccountId, LoginId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Identity } from '../answers.ts';
import { OWN_ENTRY, TO_BE_CONFIRMED } from './own-entry.ts';

/**
 * SQL. An `Identity`, to be ended by a `where` on `account`; its parameter: the login it is seen through, or null. Order
 * and session from their publication on (domain §2).
 */
export const IDENTITY = `select account.email, account.administrator,
    (select seeing.name from login join account seeing on seeing.id = login.account_id where login.id = ?::int) as "seenBy",
    coalesce(own.name, account.name) as name, own.first_name as "firstName",
    roster_entry.person, call_list_entry.amphitheatre_id as amphitheatre,
    case when amphitheatre.call_list_published_at is not null then call_list_entry.call_order end as "callOrder",
    case when amphitheatre.timetable_published_at is not null then call_list_entry.session_id end as session,
    case when amphitheatre.call_list_published_at is not null then amphitheatre.edition end as edition,
    case when account.realm = 'mandatary' and roster_entry.id is not null
      then json_build_object('name', chosen_for.name, 'firstName', chosen_for.first_name) end as "forPerson",
    ${TO_BE_CONFIRMED} as "toBeConfirmed",
    account.realm = 'intern' and roster_entry.id is not null
      and coalesce(account.faculty, roster_entry.faculty) = '' as "facultyMissing"
  from account
  left join intern own on own.id = account.intern_id
  left join roster_entry on roster_entry.id = ${OWN_ENTRY}
  left join intern chosen_for on chosen_for.id = roster_entry.intern_id
  left join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
  left join amphitheatre on amphitheatre.id = call_list_entry.amphitheatre_id`;

export async function readIdentity(
  sql: Sql,
  account: AccountId,
  seenBy: LoginId | null = null,
): Promise<Identity | null> {
  const [row] = await sql<Identity>(`${IDENTITY} where account.id = ?::int`, [seenBy, account]);
  return row ?? null;
}
