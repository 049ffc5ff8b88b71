/** The public state of one amphitheatre as it stands in the record: the tables, then the journal's public facts in order. */
import type { AmphitheatreId, Ms, PersonId, PostId, SessionId } from '../../machines/ids.ts';
import { publicFacts } from '../../machines/session/public-facts.ts';
import { applyDelta } from '../../machines/session/public-fold.ts';
import { fromSnapshot, toSnapshot } from '../../machines/session/public-state.ts';
import type {
  PublicPerson,
  PublicSession,
  PublicSnapshot,
  PublicState,
} from '../../machines/session/public-state.ts';
import type { SessionStateName } from '../../machines/session/state.ts';
import { DEFAULT_SETTINGS } from '../../machines/session/world.ts';
import type { SessionSettings } from '../../machines/session/world.ts';
import type { Delta } from '../../machines/wire/frames.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import { rowsSincePub } from '../journal/read.ts';
import type { FactsRow } from '../journal/read.ts';

export interface Loaded {
  readonly state: PublicState;
  /** Offer, timetable and call list are public; before, only moderators follow (domain §2). */
  readonly published: boolean;
  /** The last deltas, for those who resume. */
  readonly deltas: readonly Delta[];
}

/** @param keep how many deltas to hand back. @returns null where there is no such amphitheatre. */
export async function loadPublicState(
  database: Database,
  amphitheatre: AmphitheatreId,
  keep: number,
): Promise<Loaded | null> {
  return await database.transaction(async sql => {
    // One moment for all the reads: a row between two of them would be in neither.
    await sql('set transaction isolation level repeatable read, read only');
    const base = await readBase(sql, amphitheatre);
    if (!base) return null;
    const state = fromSnapshot({ ...base.snapshot, pub: 0 });
    const rows = await rowsSincePub(sql, amphitheatre, 0, Number.MAX_SAFE_INTEGER);
    const deltas = rows.map(deltaOf);
    for (const delta of deltas) applyDelta(state, delta);
    return {
      state: asInTables(state, base),
      published: base.published,
      deltas: deltas.slice(-keep),
    };
  });
}

/** A row of the public stream, stripped. */
export function deltaOf(row: Pick<FactsRow, 'pub' | 'session' | 'at' | 'facts'>): Delta {
  return { pub: row.pub ?? 0, session: row.session, at: row.at, facts: publicFacts(row.facts) };
}

interface Base {
  readonly snapshot: Omit<PublicSnapshot, 'hash'>;
  readonly published: boolean;
  readonly people: readonly PersonRow[];
  readonly posts: readonly { readonly id: PostId; readonly blocked: boolean }[];
}

/** What the tables know and the journal's facts do not: set or lifted, blocked or freed, between two sessions. */
function asInTables(state: PublicState, base: Base): PublicState {
  for (const row of base.people) {
    const person = state.people.get(row.person);
    const session = person?.session === null ? null : person && state.sessions.get(person.session);
    if (person && !isStarted(session)) Object.assign(person, { state: stateBetween(person, row) });
  }
  for (const { id, blocked } of base.posts) {
    const post = state.posts.get(id);
    if (post) post.blocked = blocked;
  }
  // Anew from plain rows, so that what is derived from people's states is derived again.
  return fromSnapshot({ ...toSnapshot(state), pub: base.snapshot.pub });
}

const isStarted = (session: PublicSession | null | undefined): boolean =>
  session?.state === 'running' || session?.state === 'paused' || session?.state === 'closed';

function stateBetween(person: PublicPerson, row: PersonRow): PublicPerson['state'] {
  if (row.excused) return 'notChoosing';
  if (person.state !== 'notChoosing') return person.state;
  return person.session === row.session ? 'waiting' : 'absent'; // carried over, and lifted since (domain §3)
}

async function readBase(sql: Sql, id: AmphitheatreId): Promise<Base | null> {
  const [amphitheatre] = await sql<{ pub: number; edition: number; published: boolean }>(
    `select pub, edition, offer_published_at is not null and timetable_published_at is not null
      and call_list_published_at is not null as published
    from amphitheatre where id = ?::int`,
    [id],
  );
  if (!amphitheatre) return null;
  const sessions = await sql<SessionRow>(
    `select id, number, rehearsal, (extract(epoch from starts_at) * 1000)::bigint as starts_at, state, settings, seq
    from session where amphitheatre_id = ?::int order by number, id`,
    [id],
  );
  const people = await sql<PersonRow>(
    `select roster_entry.person, call_list_entry.call_order, call_list_entry.session_id as session,
      exists (select from planned_absence
        where planned_absence.roster_entry_id = roster_entry.id and lifted_at is null) as excused
    from call_list_entry join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
    where call_list_entry.amphitheatre_id = ?::int order by call_list_entry.call_order`,
    [id],
  );
  const posts = await sql<{ id: PostId; blocked: boolean }>(
    'select id, blocked from post where amphitheatre_id = ?::int order by id',
    [id],
  );
  return {
    published: amphitheatre.published,
    people,
    posts,
    snapshot: {
      amphitheatre: id,
      pub: amphitheatre.pub,
      edition: amphitheatre.edition,
      sessions: sessions.map(publicSession),
      people: people.map(row => [
        row.person,
        row.call_order,
        row.session,
        row.excused ? 'notChoosing' : 'waiting',
        null,
        null,
      ]),
      posts: posts.map(({ id: post, blocked }) => [post, 0, blocked ? 1 : 0]),
    },
  };
}

function publicSession(row: SessionRow): PublicSession {
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

interface PersonRow {
  readonly person: PersonId;
  readonly call_order: number;
  readonly session: SessionId | null;
  readonly excused: boolean;
}
