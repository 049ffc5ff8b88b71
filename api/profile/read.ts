/** An intern's own account, as the profile shows it: what is theirs, and what is the ARS's (domain §6). */
import type { Sql } from '../../migrations/open.ts';
import type { Profile } from '../account-answers.ts';
import { OWN_ENTRY, TO_BE_CONFIRMED } from '../sign-in/own-entry.ts';

/** Without the INE what the ARS alone knows stays with the ARS until the account is confirmed: it may be somebody else's. */
export async function readProfile(sql: Sql, account: number): Promise<Profile | null> {
  const [row] = await sql<Profile>(
    `with whose as (select account.*, ${TO_BE_CONFIRMED} as open from account where account.id = ?::int)
    select account.email, account.open as "toBeConfirmed", account.birth_date::text as "birthDate",
      account.phone, account.address, nullif(coalesce(account.faculty, roster_entry.faculty), '') as faculty, account.secret_question as "secretQuestion",
      intern.name, intern.first_name as "firstName", intern.exam, intern.promotion,
      case when not account.open then intern.ine end as ine,
      case when not account.open then nullif(intern.birth_name, '') end as "birthName",
      case when not account.open then nullif(intern.regime, '') end as regime,
      specialty.name as specialty, specialty_group.name as "group", roster_entry.phase, roster_entry.seniority,
      (select coalesce(json_agg(distinct faculty order by faculty), '[]') from roster_entry known
        where known.semester_id = roster_entry.semester_id and faculty <> '') as faculties
    from whose account
    join intern on intern.id = account.intern_id
    left join roster_entry on roster_entry.id = ${OWN_ENTRY}
    left join specialty on specialty.id = roster_entry.specialty_id
    left join specialty_group on specialty_group.id = roster_entry.group_id`,
    [account],
  );
  return row ?? null;
}
