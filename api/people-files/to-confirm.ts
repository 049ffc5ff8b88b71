/** Accounts that signed up without the INE and whose session is within a week: somebody must call them (domain §6). */
import type { Sql } from '../../migrations/open.ts';
import type { AccountToConfirm } from '../file-answers.ts';
import { TO_BE_CONFIRMED } from '../sign-in/own-entry.ts';

/** The soonest first; until their session is closed. */
export const readAccountsToConfirm = (sql: Sql): Promise<readonly AccountToConfirm[]> =>
  sql<AccountToConfirm>(
    `select roster_entry.person, intern.name, intern.first_name as "firstName", account.email,
      roster_entry.email as "rosterEmail", (extract(epoch from session.starts_at) * 1000)::float8 as "startsAt"
    from account
    join intern on intern.id = account.intern_id
    join roster_entry on roster_entry.intern_id = intern.id
    join semester on semester.id = roster_entry.semester_id and semester.current
    join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    join session on session.id = call_list_entry.session_id
    where ${TO_BE_CONFIRMED} and session.state <> 'closed' and session.starts_at < now() + interval '7 days'
    order by session.starts_at, intern.name collate "fr-x-icu"`,
  );
