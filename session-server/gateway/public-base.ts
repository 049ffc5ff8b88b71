/** What a public state begins with before the journal's facts: the tables, or the world that a rehearsal was begun with. */
import type { Ms, PersonId, PostId, SessionId } from '../../machines/ids.ts';
import type { PublicNotice, PublicSession, PublicSnapshot } from '../../machines/session/public-state.ts';
import type { SessionStateName } from '../../machines/session/state.ts';
import { DEFAULT_SETTINGS } from '../../machines/session/world.ts';
import type { SessionSettings } from '../../machines/session/world.ts';
import type { Sql } from '../../migrations/open.ts';
import type { StreamId } from '../bus/stream-id.ts';
import { readAnnounced } from './announced.ts';

export interface Base {
  readonly snapshot: Omit<PublicSnapshot, 'hash'>;
  readonly published: boolean;
  readonly people: readonly BasePerson[];
  readonly posts: readonly BasePost[];
}

export interface BasePerson {
  readonly person: PersonId;
  readonly call_order: number;
  readonly session: SessionId | null;
  readonly excused: boolean;
}

interface BasePost {
  readonly id: PostId;
  readonly blocked: boolean;
}

/** Number and edition alone: whether the record is further than somebody's copy. */
export async function readHead(
  sql: Sql,
  { amphitheatre, rehearsal }: StreamId,
): Promise<{ readonly pub: number; readonly edition: number } | null> {
  const [row] = await sql<{ pub: number; edition: number }>(
    rehearsal === null
      ? 'select pub, edition from amphitheatre where id = ?::int'
      : `select session.pub, amphitheatre.edition from session
        join amphitheatre on amphitheatre.id = session.amphitheatre_id
        where amphitheatre.id = ?::int and session.id = ?::int and session.rehearsal`,
    rehearsal === null ? [amphitheatre] : [amphitheatre, rehearsal],
  );
  return row ?? null;
}

/** @returns null where there is no such amphitheatre, or it has no such rehearsal. */
export async function readBase(sql: Sql, stream: StreamId): Promise<Base | null> {
  const { amphitheatre, rehearsal } = stream;
  const head = await readHead(sql, stream);
  if (!head) return null;
  const [amphitheatreRow] = await sql<{ published: boolean }>(
    `select offer_published_at is not null and timetable_published_at is not null
      and call_list_published_at is not null
      and (select current from semester where semester.id = semester_id) as published
    from amphitheatre where id = ?::int`,
    [amphitheatre],
  );
  const sessions = await sql<SessionRow>(
    `select id, number, rehearsal, (extract(epoch from starts_at) * 1000)::bigint as starts_at, state, settings, seq
    from session where amphitheatre_id = ?::int and case when ?::int is null then not rehearsal else id = ?::int end
    order by number, id`,
    [amphitheatre, rehearsal, rehearsal],
  );
  const begun = rehearsal !== null && sessions.some(({ seq }) => seq > 0);
  const announced = rehearsal === null ? await readAnnounced(sql, amphitheatre) : [];
  const people = begun ? await peopleBegunWith(sql, rehearsal) : await peopleInTables(sql, stream);
  const posts = begun ? await postsBegunWith(sql, rehearsal) : await postsInTables(sql, stream);
  return {
    published: amphitheatreRow?.published ?? false,
    people,
    posts,
    snapshot: {
      amphitheatre,
      ...head,
      sessions: sessions.map((row, index) => publicSession(row, index === 0 ? announced : [])),
      people: people.map(row => [
        row.person,
        row.call_order,
        row.session,
        row.excused ? 'notChoosing' : 'waiting',
        null,
        null,
      ]),
      posts: posts.map(({ id, blocked }) => [id, 0, blocked ? 1 : 0]),
    },
  };
}

/** Of a rehearsal still to begin: the people of the session that it rehearses, as its own. */
async function peopleInTables(
  sql: Sql,
  { amphitheatre, rehearsal }: StreamId,
): Promise<readonly BasePerson[]> {
  return await sql<BasePerson>(
    `select roster_entry.person, call_list_entry.call_order, coalesce(?::int, call_list_entry.session_id) as session,
      exists (select from planned_absence
        where planned_absence.roster_entry_id = roster_entry.id and lifted_at is null) as excused
    from call_list_entry join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
    where call_list_entry.amphitheatre_id = ?::int
      and (?::int is null or call_list_entry.session_id = (select rehearses_id from session where id = ?::int))
    order by call_list_entry.call_order`,
    [rehearsal, amphitheatre, rehearsal, rehearsal],
  );
}

async function postsInTables(sql: Sql, { amphitheatre }: StreamId): Promise<readonly BasePost[]> {
  return await sql<BasePost>('select id, blocked from post where amphitheatre_id = ?::int order by id', [
    amphitheatre,
  ]);
}

/** From its start on a rehearsal keeps its world, whatever the tables become (domain §2). */
async function peopleBegunWith(sql: Sql, rehearsal: SessionId): Promise<readonly BasePerson[]> {
  return await sql<BasePerson>(
    `select person ->> 'id' as person, (person -> 'callOrder')::float8 as call_order, journal.session_id as session,
      false as excused -- its first fact says who is
    from journal cross join jsonb_array_elements(journal.command -> 'world' -> 'people') person
    where journal.session_id = ?::int and journal.seq = 1 order by call_order`,
    [rehearsal],
  );
}

async function postsBegunWith(sql: Sql, rehearsal: SessionId): Promise<readonly BasePost[]> {
  return await sql<BasePost>(
    `select (post -> 'id')::int as id, (post -> 'blocked')::boolean as blocked
    from journal cross join jsonb_array_elements(journal.command -> 'world' -> 'posts') post
    where journal.session_id = ?::int and journal.seq = 1 order by id`,
    [rehearsal],
  );
}

function publicSession(row: SessionRow, notices: PublicNotice[]): PublicSession {
  return {
    id: row.id,
    number: row.number,
    rehearsal: row.rehearsal,
    startsAt: row.starts_at,
    state: row.seq > 0 ? 'open' : row.state, // from `start` on the facts say it
    turnMs: row.settings.turnMs ?? DEFAULT_SETTINGS.turnMs,
    called: null,
    returned: [],
    paused: null,
    closesAt: null,
    credit: null,
    notices,
  };
}

interface SessionRow {
  readonly id: SessionId;
  readonly number: number;
  readonly rehearsal: boolean;
  readonly starts_at: Ms | null;
  readonly state: SessionStateName;
  readonly settings: Partial<SessionSettings>;
  readonly seq: number;
}
