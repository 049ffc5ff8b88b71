/** The public state of one stream as it stands in the record: what it begins with, then the journal's public facts in order. */
import { publicFacts } from '../../machines/session/public-facts.ts';
import { applyDelta } from '../../machines/session/public-fold.ts';
import { fromSnapshot, toSnapshot } from '../../machines/session/public-state.ts';
import type { PublicPerson, PublicSession, PublicState } from '../../machines/session/public-state.ts';
import type { Delta } from '../../machines/wire/frames.ts';
import type { Database } from '../../migrations/open.ts';
import type { StreamId } from '../bus/stream-id.ts';
import { rowsSincePub } from '../journal/read.ts';
import type { FactsRow } from '../journal/read.ts';
import { readBase } from './public-base.ts';
import type { Base, BasePerson } from './public-base.ts';

export interface Loaded {
  readonly state: PublicState;
  /** Offer, timetable and call list are public; before, only moderators follow (domain §2). */
  readonly published: boolean;
  /** The last deltas, for those who resume. */
  readonly deltas: readonly Delta[];
}

/** @param keep how many deltas to hand back. @returns null where there is no such amphitheatre or rehearsal. */
export async function loadPublicState(
  database: Database,
  stream: StreamId,
  keep: number,
): Promise<Loaded | null> {
  return await database.transaction(async sql => {
    // One moment for all the reads: a row between two of them would be in neither.
    await sql('set transaction isolation level repeatable read, read only');
    const base = await readBase(sql, stream);
    if (!base) return null;
    const state = fromSnapshot({ ...base.snapshot, pub: 0 });
    const rows = await rowsSincePub(sql, stream, 0, Number.MAX_SAFE_INTEGER);
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

function stateBetween(person: PublicPerson, row: BasePerson): PublicPerson['state'] {
  if (row.excused) return 'notChoosing';
  if (person.state !== 'notChoosing') return person.state;
  return person.session === row.session ? 'waiting' : 'absent'; // carried over, and lifted since (domain §3)
}
