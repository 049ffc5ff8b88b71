/** The call list as the rank compares it, and people of the roster who are not on it: for adding somebody forgotten. */
import type { PersonId, SessionId } from '../../machines/ids.ts';
import { orderBetween, placeOn } from '../../machines/rank/place.ts';
import type { CallOrderSettings, Standing } from '../../machines/rank/call-order.ts';
import type { Sql } from '../../migrations/open.ts';

export interface Listed extends Standing {
  readonly callOrder: number;
  readonly session: SessionId | null;
}

export interface Forgotten extends Standing {
  readonly person: PersonId;
  readonly name: string;
  readonly firstName: string;
  readonly specialty: string;
  readonly chooses: boolean;
}

const STANDING = `roster_entry.seniority, roster_entry.theoretical_promotion as "theoreticalPromotion",
  intern.promotion, roster_entry.national_rank as "nationalRank", intern.ine,
  roster_entry.local_rank as "localRank", roster_entry.local_headcount as "localHeadcount"`;

/** In call order. */
export const readListed = (sql: Sql, amphitheatre: number): Promise<readonly Listed[]> =>
  sql<Listed>(
    `select call_list_entry.call_order as "callOrder", call_list_entry.session_id as session, ${STANDING}
    from call_list_entry
    join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
    join intern on intern.id = roster_entry.intern_id
    where call_list_entry.amphitheatre_id = ?::int order by call_list_entry.call_order`,
    [amphitheatre],
  );

/** Same semester, specialty group and phase, and on no call list; by name. @param person null: all of them. */
export const readForgotten = (
  sql: Sql,
  amphitheatre: number,
  person: PersonId | null,
): Promise<readonly Forgotten[]> =>
  sql<Forgotten>(
    `select roster_entry.person, intern.name, intern.first_name as "firstName", specialty.name as specialty,
      roster_entry.chooses, ${STANDING}
    from amphitheatre
    join roster_entry on roster_entry.semester_id = amphitheatre.semester_id
      and roster_entry.group_id = amphitheatre.group_id and roster_entry.phase = amphitheatre.phase
    join intern on intern.id = roster_entry.intern_id
    join specialty on specialty.id = roster_entry.specialty_id
    where amphitheatre.id = ?::int and (?::text is null or roster_entry.person = ?::text)
      and not exists (select from call_list_entry where call_list_entry.roster_entry_id = roster_entry.id)
    order by intern.name collate "fr-x-icu", intern.first_name collate "fr-x-icu", roster_entry.person`,
    [amphitheatre, person, person],
  );

/** As the last import computed the list with. */
export async function orderSettings(sql: Sql, amphitheatre: number): Promise<CallOrderSettings> {
  const [row] = await sql<{ strict: boolean }>(
    `select coalesce((detail ->> 'strictSeniority')::boolean, false) as strict from amphitheatre_act
    where amphitheatre_id = ?::int and act = 'import' order by id desc limit 1`,
    [amphitheatre],
  );
  return { strictSeniority: row?.strict ?? false };
}

export interface PlaceOnList {
  /** How many stand before. */
  readonly index: number;
  readonly before: Listed | null;
  readonly after: Listed | null;
  /** Between the neighbours' ones. */
  readonly callOrder: number;
}

export function placeOnList(
  list: readonly Listed[],
  person: Standing,
  settings: CallOrderSettings,
): PlaceOnList {
  const index = placeOn(list, person, settings);
  const before = list[index - 1] ?? null;
  const after = list[index] ?? null;
  const callOrder = orderBetween(before?.callOrder ?? null, after?.callOrder ?? null);
  return { index, before, after, callOrder };
}
