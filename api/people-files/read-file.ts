/** One person's file as moderators read it: what the roster says, the place, the account, who did what to it. */
import type { PersonId } from '../../machines/ids.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import type { PersonFile } from '../file-answers.ts';
import { recordDeskAct } from '../moderators/record.ts';
import { TO_BE_CONFIRMED } from '../sign-in/own-entry.ts';
import { SECRET_TRIES_LEFT } from './secret-tries.ts';

/** The reading is recorded in the same transaction: no file is read that nobody has read (domain §8). Null: unknown. */
export function readPersonFile(database: Database, person: PersonId, by: number): Promise<PersonFile | null> {
  return database.transaction(async sql => {
    const file = await readFile(sql, person);
    if (file === null) return null;
    await recordDeskAct(sql, { act: 'readFile', by, person });
    return { ...file, acts: await readActs(sql, person) };
  });
}

async function readFile(sql: Sql, person: PersonId): Promise<Omit<PersonFile, 'acts'> | null> {
  const [row] = await sql<Omit<PersonFile, 'acts'>>(
    `select roster_entry.person, intern.ine, intern.name, intern.first_name as "firstName",
      intern.birth_name as "birthName", intern.exam, intern.promotion, intern.regime,
      specialty.name as specialty, specialty.id as "specialtyId", specialty_group.name as "group", roster_entry.phase, roster_entry.faculty,
      roster_entry.email, roster_entry.phone, roster_entry.validated_semesters as "validatedSemesters",
      roster_entry.supernumerary_semesters as "supernumerarySemesters",
      roster_entry.research_year_semesters as "researchYearSemesters",
      roster_entry.research_leave_semesters as "researchLeaveSemesters",
      roster_entry.seniority, roster_entry.theoretical_promotion as "theoreticalPromotion",
      roster_entry.national_rank as "nationalRank", roster_entry.local_rank as "localRank",
      roster_entry.local_headcount as "localHeadcount", roster_entry.present_headcount as "presentHeadcount",
      roster_entry.status,
      (select json_build_object('amphitheatre', listed.amphitheatre_id, 'callOrder', listed.call_order,
          'session', session.number, 'state', session.state,
          'startsAt', (extract(epoch from session.starts_at) * 1000)::bigint,
          'frozen', exists (select from session other where other.amphitheatre_id = listed.amphitheatre_id
            and not other.rehearsal and other.state in ('running', 'paused', 'closed')))
        from call_list_entry listed left join session on session.id = listed.session_id
        where listed.roster_entry_id = roster_entry.id) as place,
      (select json_build_object('email', account.email, 'phone', account.phone,
          'createdAt', (extract(epoch from account.created_at) * 1000)::bigint,
          'lastUsedAt', (select (extract(epoch from max(last_used_at)) * 1000)::bigint from login
            where account_id = account.id and seen_by is null),
          'toBeConfirmed', ${TO_BE_CONFIRMED},
          'confirmedAt', (extract(epoch from account.confirmed_at) * 1000)::bigint,
          'secretQuestion', account.secret_question, 'secretTriesLeft', ${SECRET_TRIES_LEFT})
        from account where account.intern_id = intern.id) as account,
      (select email from mailed_link where purpose = 'confirmEmail' and detail ->> 'intern' = intern.id::text
        and used_at is null and ended_at is null order by id desc limit 1) as "signingUp",
      (select json_build_object('email', mandate.email, 'acceptedAt', (extract(epoch from mandate.accepted_at) * 1000)::bigint)
        from mandate where mandate.roster_entry_id = roster_entry.id and mandate.ended_at is null) as mandate
    from roster_entry
    join intern on intern.id = roster_entry.intern_id
    join specialty on specialty.id = roster_entry.specialty_id
    join specialty_group on specialty_group.id = roster_entry.group_id
    where roster_entry.person = ?`,
    [person],
  );
  return row ?? null;
}

const LAST_ACTS = 50;

const readActs = (sql: Sql, person: PersonId): Promise<PersonFile['acts']> =>
  sql<PersonFile['acts'][number]>(
    `select (extract(epoch from desk_act.at) * 1000)::float8 as at, coalesce(account.name, 'Terminal') as by,
      desk_act.act, desk_act.detail, desk_act_private.reason
    from desk_act
    left join account on account.id = desk_act.account_id
    left join desk_act_private on desk_act_private.act_id = desk_act.id
    where desk_act.person = ? order by desk_act.id desc limit ?::int`,
    [person, LAST_ACTS],
  );
