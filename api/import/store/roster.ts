/** The semester's roster: what the file says of each intern this time, with the figures computed from it (domain §5). */
import { randomInt } from 'node:crypto';
import type { Phase } from '../../../machines/directory.ts';
import type { PersonId } from '../../../machines/ids.ts';
import type { Ranked, RosterPerson } from '../../../machines/rank/call-list.ts';
import type { ChoiceStatus } from '../../../machines/session/world.ts';
import type { Sql } from '../../../migrations/open.ts';

/** A line of the roster as the file gives it. */
export interface Entry extends RosterPerson {
  readonly groupId: number;
  readonly phase: Phase;
  readonly specialtyId: number;
  readonly faculty: string;
  readonly email: string;
  readonly phone: string;
  /** As the file says; `status` in the table may have been changed since, in the room. */
  readonly fileStatus: ChoiceStatus;
}

export type RankedEntry = Ranked<Entry>;

export interface StoredEntry extends RankedEntry {
  readonly id: number;
  readonly name: string;
  readonly firstName: string;
}

interface EntryColumns extends Omit<StoredEntry, 'group' | 'semesters'> {
  readonly validated: number;
  readonly supernumerary: number;
  readonly researchYear: number;
  readonly researchLeave: number;
}

/** Everyone of the specialty groups `groupIds`, and those of `ines` wherever they stand; by INE. */
export async function readRoster(
  sql: Sql,
  semesterId: number,
  groupIds: readonly number[],
  ines: readonly string[],
): Promise<ReadonlyMap<string, StoredEntry>> {
  const rows = await sql<EntryColumns>(
    `select entry.id, ine, name, first_name as "firstName", promotion, group_id as "groupId", phase,
       specialty_id as "specialtyId", faculty, email, phone, validated_semesters as validated,
       supernumerary_semesters as supernumerary, research_year_semesters as "researchYear",
       research_leave_semesters as "researchLeave", national_rank as "nationalRank", local_rank as "localRank",
       local_headcount as "localHeadcount", seniority, theoretical_promotion as "theoreticalPromotion",
       present_headcount as "presentHeadcount", file_status as "fileStatus", chooses
     from roster_entry entry join intern on intern.id = intern_id
     where semester_id = ? and (group_id in (select value::int from jsonb_array_elements_text(?::jsonb))
       or ine in (select jsonb_array_elements_text(?::jsonb)))
     order by entry.id`,
    [semesterId, JSON.stringify(groupIds), JSON.stringify(ines)],
  );
  return new Map(rows.map(row => [row.ine, stored(row)]));
}

function stored(row: EntryColumns): StoredEntry {
  const { validated, supernumerary, researchYear, researchLeave, ...rest } = row;
  return {
    ...rest,
    group: `${row.groupId}`,
    semesters: { validated, supernumerary, researchYear, researchLeave },
  };
}

/** Adds and updates; a status is taken from the file only where the file itself has changed it. */
export async function writeRoster(
  sql: Sql,
  semesterId: number,
  entries: readonly RankedEntry[],
): Promise<void> {
  await sql(
    `insert into roster_entry (semester_id, intern_id, person, group_id, specialty_id, phase, faculty, email, phone,
       validated_semesters, supernumerary_semesters, research_year_semesters, research_leave_semesters, national_rank,
       local_rank, local_headcount, seniority, theoretical_promotion, present_headcount, status, file_status, chooses)
     select ?::int, intern.id, person, "groupId", "specialtyId", phase, faculty, email, phone,
       validated, supernumerary, "researchYear", "researchLeave", "nationalRank",
       "localRank", "localHeadcount", seniority, "theoreticalPromotion", "presentHeadcount", "fileStatus", "fileStatus",
       chooses
     from jsonb_to_recordset(?::jsonb) as row(ine text, person text, "groupId" int, "specialtyId" int, phase text,
       faculty text, email text, phone text, validated int, supernumerary int, "researchYear" int, "researchLeave" int,
       "nationalRank" int, "localRank" int, "localHeadcount" int, seniority int, "theoreticalPromotion" int,
       "presentHeadcount" int, "fileStatus" text, chooses boolean)
     join intern using (ine)
     on conflict (semester_id, intern_id) do update set group_id = excluded.group_id,
       specialty_id = excluded.specialty_id, phase = excluded.phase, faculty = excluded.faculty,
       email = excluded.email, phone = excluded.phone, validated_semesters = excluded.validated_semesters,
       supernumerary_semesters = excluded.supernumerary_semesters,
       research_year_semesters = excluded.research_year_semesters,
       research_leave_semesters = excluded.research_leave_semesters, national_rank = excluded.national_rank,
       local_rank = excluded.local_rank, local_headcount = excluded.local_headcount, seniority = excluded.seniority,
       theoretical_promotion = excluded.theoretical_promotion, present_headcount = excluded.present_headcount,
       status = case when roster_entry.file_status = excluded.file_status then roster_entry.status
         else excluded.status end,
       file_status = excluded.file_status, chooses = excluded.chooses`,
    [
      semesterId,
      JSON.stringify(entries.map(entry => ({ ...entry, ...entry.semesters, person: newPerson() }))),
    ],
  );
}

/** Takes people off the roster with what hangs on it; the intern and the account stay (domain §11). */
export async function removeFromRoster(sql: Sql, ids: readonly number[]): Promise<void> {
  for (const table of ['call_list_entry', 'planned_absence', 'mandate', 'status_request', 'favourite'])
    await sql(
      `delete from ${table} where roster_entry_id in (select value::int from jsonb_array_elements_text(?::jsonb))`,
      [JSON.stringify(ids)],
    );
  await sql(
    `delete from roster_entry where id in (select value::int from jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(ids)],
  );
}

const PERSON_ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const PERSON_LENGTH = 10;

/** By chance: nothing of the intern may be read from it (domain §8). */
const newPerson = (): PersonId =>
  Array.from({ length: PERSON_LENGTH }, () => PERSON_ALPHABET[randomInt(PERSON_ALPHABET.length)]).join(
    '',
  ) as PersonId;
