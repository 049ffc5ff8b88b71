/** What `GET /api/me` says of each sign-in: the person, their place, and for a holder whom they choose for. */
import type { AccountId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Identity } from '../answers.ts';

/** An intern's roster entry of the current semester comes by the account, a holder's by the accepted mandate. */
export async function readIdentity(sql: Sql, account: AccountId): Promise<Identity | null> {
  const [row] = await sql<Identity>(
    `select account.email,
      coalesce(own.name, account.name) as name, own.first_name as "firstName",
      roster_entry.person, call_list_entry.call_order as "callOrder",
      call_list_entry.amphitheatre_id as amphitheatre, call_list_entry.session_id as session,
      case when account.realm = 'mandatary' and roster_entry.id is not null
        then json_build_object('name', chosen_for.name, 'firstName', chosen_for.first_name) end as "forPerson"
    from account
    left join intern own on own.id = account.intern_id
    left join mandate on account.realm = 'mandatary' and mandate.account_id = account.id
      and mandate.accepted_at is not null and mandate.ended_at is null
    left join roster_entry on roster_entry.id = coalesce(mandate.roster_entry_id, (
      select entry.id from roster_entry entry join semester on semester.id = entry.semester_id and semester.current
      where account.realm = 'intern' and entry.intern_id = account.intern_id))
    left join intern chosen_for on chosen_for.id = roster_entry.intern_id
    left join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    where account.id = ?::int`,
    [account],
  );
  return row ?? null;
}
