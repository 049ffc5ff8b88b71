/** What is closed to supernumeraries whose own session is still to begin, from who sits where now: `you.ts` tells it at hello, `personal.ts` as it changes. */
import type { AmphitheatreId, PersonId } from '../../machines/ids.ts';
import { closedTo } from '../../machines/session/offer.ts';
import type { ClosedTo, TakenLine } from '../../machines/session/offer.ts';
import { DEFAULT_SETTINGS } from '../../machines/session/world.ts';
import type { ChoiceStatus, SessionSettings } from '../../machines/session/world.ts';
import type { Sql } from '../../migrations/open.ts';

export const NOTHING_CLOSED: ClosedTo = { closedLines: [], cappedServices: [] };

/** Two statements, however many people; one where none of them is a supernumerary: those are left out. */
export async function readClosed(
  sql: Sql,
  amphitheatre: AmphitheatreId,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, ClosedTo>> {
  const readers = await readersOf(sql, amphitheatre, people);
  if (readers.length === 0) return new Map();
  const lines = await linesOf(sql, amphitheatre);
  return new Map(
    readers.map(({ person, settings, ...chooser }) => [
      person,
      closedTo(chooser, lines, { ...DEFAULT_SETTINGS, ...settings }),
    ]),
  );
}

const readersOf = (sql: Sql, amphitheatre: AmphitheatreId, people: readonly PersonId[]) =>
  sql<Reader>(
    `select roster_entry.person, roster_entry.status, call_list_entry.call_order as "callOrder", session.settings
    from roster_entry
    join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
      and call_list_entry.amphitheatre_id = ?::int
    join session on session.id = call_list_entry.session_id
    where roster_entry.person in (select jsonb_array_elements_text(?::jsonb)) and roster_entry.status <> 'classic'`,
    [amphitheatre, JSON.stringify(people)],
  );

/** A line is known by its first post, as in `load-world.ts` of the host. */
const linesOf = (sql: Sql, amphitheatre: AmphitheatreId) =>
  sql<TakenLine>(
    `select min(post.id) as id, post.service_id as service,
      count(distinct post.id) filter (where not post.blocked)::int as seats,
      coalesce(json_agg(call_list_entry.call_order) filter (where assignment.status = 'classic'), '[]') as holders,
      (count(assignment.id) filter (where assignment.status <> 'classic'))::int as supernumeraries
    from post
    left join assignment on assignment.post_id = post.id and assignment.ended_at is null
    left join call_list_entry on call_list_entry.roster_entry_id = assignment.roster_entry_id
    where post.amphitheatre_id = ?::int
    group by post.service_id, post.accreditation, post.reserved_for_id, post.earmark order by 1`,
    [amphitheatre],
  );

interface Reader {
  readonly person: PersonId;
  readonly status: ChoiceStatus;
  readonly callOrder: number;
  readonly settings: Partial<SessionSettings>;
}
