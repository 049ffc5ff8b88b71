/** What is private about people beside the record: reasons that may tell of health (domain §8), gone once their semester is over. */
import type { Ms } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';

/**
 * That there was an absence, a longer turn, a request, an act stays; why does not. A reason without an instant of its
 * own goes by its amphitheatre's last session.
 * @returns how many.
 */
export async function purgePrivateReasons(sql: Sql, before: Ms): Promise<number> {
  const [row] = await sql<{ rows: number }>(
    `with due as (select to_timestamp(?::float8 / 1000) as at), past as (
      select entry.id, entry.person, (select max(session.starts_at) from call_list_entry listed
        join session on session.amphitheatre_id = listed.amphitheatre_id where listed.roster_entry_id = entry.id) as last
      from roster_entry entry join semester on semester.id = entry.semester_id and not semester.current
    ), absences as (
      update planned_absence set reason = '' from past, due
      where roster_entry_id = past.id and reason <> '' and set_at < due.at returning 1
    ), turns as (
      update roster_entry set extra_turn_reason = null from past, due
      where roster_entry.id = past.id and extra_turn_reason is not null
        and coalesce(past.last, '-infinity') < due.at returning 1
    ), requests as (
      update status_request set reason = null from past, due
      where roster_entry_id = past.id and reason is not null and decided_at < due.at returning 1
    ), acts as (
      delete from desk_act_private using desk_act, due
      where desk_act.id = act_id and desk_act.at < due.at and not exists (select from roster_entry
        join semester on semester.id = roster_entry.semester_id and semester.current
        where roster_entry.person = desk_act.person) returning 1
    ) select ((select count(*) from absences) + (select count(*) from turns) + (select count(*) from requests)
      + (select count(*) from acts))::int as rows`,
    [before],
  );
  return row?.rows ?? 0;
}
