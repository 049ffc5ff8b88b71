/** What a correction of the roster does to call lists: read before and after it, shown before it is done. */
import { amphitheatreTitle } from '../../machines/amphitheatre-title.ts';
import type { Phase } from '../../machines/directory.ts';
import type { Ms, PersonId } from '../../machines/ids.ts';
import { updatedRank } from '../../machines/rank/updated-rank.ts';
import type { Sql } from '../../migrations/open.ts';
import type { RosterEffect } from '../file-answers.ts';

/** One person's rank and place as the tables have them. */
export interface Ranked {
  readonly person: PersonId;
  readonly localRank: number;
  readonly localHeadcount: number;
  readonly presentHeadcount: number;
  readonly theoreticalPromotion: number;
  readonly group: string;
  readonly phase: Phase;
  readonly callOrder: number | null;
  readonly startsAt: Ms | null;
}

/** Everyone of these specialty groups. */
export async function readRanked(
  sql: Sql,
  semesterId: number,
  groupIds: readonly number[],
): Promise<ReadonlyMap<PersonId, Ranked>> {
  const rows = await sql<Ranked>(
    `select person, local_rank as "localRank", local_headcount as "localHeadcount",
      present_headcount as "presentHeadcount", theoretical_promotion as "theoreticalPromotion",
      specialty_group.name as "group", phase, call_order as "callOrder",
      (extract(epoch from session.starts_at) * 1000)::float8 as "startsAt"
    from roster_entry join specialty_group on specialty_group.id = group_id
    left join call_list_entry on roster_entry_id = roster_entry.id
    left join session on session.id = session_id
    where roster_entry.semester_id = ?::int and group_id in (select value::int from jsonb_array_elements_text(?::jsonb))`,
    [semesterId, JSON.stringify(groupIds)],
  );
  return new Map(rows.map(row => [row.person, row]));
}

/** @throws Error where the person is in neither. */
export function effectOf(
  person: PersonId,
  before: ReadonlyMap<PersonId, Ranked>,
  after: ReadonlyMap<PersonId, Ranked>,
): RosterEffect {
  const [was, is] = [before.get(person), after.get(person)];
  if (was === undefined || is === undefined) throw new Error(`${person} is not in the groups that were read`);
  const pair = <Value>(of: (ranked: Ranked) => Value) => ({ before: of(was), after: of(is) });
  const others = [...after.values()].filter(other => other.person !== person);
  const changed = (of: (ranked: Ranked) => unknown): number =>
    others.filter(other => {
      const then = before.get(other.person);
      return then !== undefined && of(then) !== of(other);
    }).length;
  return {
    amphitheatre: pair(({ group, phase }) => amphitheatreTitle(group, phase)),
    theoreticalPromotion: pair(one => one.theoreticalPromotion),
    localHeadcount: pair(one => one.localHeadcount),
    updatedRank: pair(one => updatedRank(one, one.presentHeadcount)),
    callOrder: pair(one => one.callOrder),
    startsAt: pair(one => one.startsAt),
    othersHeadcount: changed(one => one.localHeadcount),
    othersOrder: changed(one => one.callOrder),
    othersHour: changed(one => one.startsAt),
  };
}
