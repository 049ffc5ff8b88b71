/** The sessions of a day as `machines/session/estimate.ts` asks for them: pace and end of each, from the record. */
import type { AmphitheatreId, Ms, PersonId, SessionId } from '../../machines/ids.ts';
import { estimatedEnd, estimatedStart, paceOf } from '../../machines/session/estimate.ts';
import type { PublicPersonState } from '../../machines/session/public-facts.ts';
import { fromSnapshot } from '../../machines/session/public-state.ts';
import type { PublicSession, PublicSnapshot, PublicState } from '../../machines/session/public-state.ts';
import type { SessionRecord } from '../../machines/session/record.ts';
import type { PersonState } from '../../machines/session/state.ts';
import { DEFAULT_SETTINGS } from '../../machines/session/world.ts';
import type { DayPerson, DayRow } from './day-rows.ts';

export interface Pacing {
  /** Null before a turn of the session was seen. */
  readonly paceSeconds: number | null;
  readonly plannedEnd: Ms | null;
  /** Null in a pause, where there is no hour, or where nobody is left to call. */
  readonly estimatedEnd: Ms | null;
  /** Of a session still to begin: its hour, or the end of the one before where that is later. */
  readonly estimatedStart: Ms | null;
}

type PacedRow = Pick<DayRow, 'session' | 'number' | 'state' | 'startsAt' | 'settings'>;

export interface RecordedSession<Row extends PacedRow = DayRow> {
  readonly row: Row;
  readonly record: Readonly<SessionRecord>;
  /** Of a session still to start. */
  readonly people: readonly DayPerson[];
}

/** @param sessions of one amphitheatre, in their order. */
export function pacings(
  amphitheatre: AmphitheatreId,
  sessions: readonly RecordedSession<PacedRow>[],
  now: Ms,
): ReadonlyMap<SessionId, Pacing> {
  const state = fromSnapshot({
    amphitheatre,
    pub: 0,
    edition: 0,
    posts: [],
    sessions: sessions.map(publicSession),
    people: sessions.flatMap(publicPeople),
  });
  return new Map(sessions.map(session => [session.row.session, pacing(state, session, now)]));
}

function pacing(state: PublicState, { row, record, people }: RecordedSession<PacedRow>, now: Ms): Pacing {
  const session = state.sessions.get(row.session);
  const pace = session ? paceOf(state, session) : null;
  const size = record.startedAt === null ? people.length : record.people.size;
  const end = estimatedEnd(state, row.session, now);
  const seen = record.startedAt !== null && pace !== null && pace.turns > 0;
  return {
    paceSeconds: seen ? Math.round(pace.perTurnMs / 1_000) : null,
    plannedEnd: row.startsAt === null ? null : row.startsAt + size * turnOf(row),
    estimatedStart: session && record.startedAt === null ? estimatedStart(state, session, now) : null,
    estimatedEnd: end?.kind === 'around' ? Math.round(end.at) : null,
  };
}

const turnOf = ({ settings }: PacedRow): number => settings.turnMs ?? DEFAULT_SETTINGS.turnMs;

function publicSession({ row, record }: RecordedSession<PacedRow>): PublicSession {
  const returned = [...record.people].flatMap(([person, { kind }]) => (kind === 'returned' ? [person] : []));
  return {
    id: row.session,
    number: row.number,
    rehearsal: false,
    startsAt: row.startsAt,
    state: row.state,
    turnMs: turnOf(row),
    called: record.called && { ...record.called, turn: 0 },
    returned,
    paused: record.paused,
    closesAt: null,
    credit: null,
    notices: [],
  };
}

type PersonRow = PublicSnapshot['people'][number];

/** In the order they are called in; which number each has changes no estimate. */
function publicPeople({ row, record, people }: RecordedSession<PacedRow>): readonly PersonRow[] {
  const toRow = (person: PersonId, order: number, state: PublicPersonState, at: Ms | null): PersonRow => [
    person,
    row.number + order / 10_000,
    row.session,
    state,
    null,
    at,
  ];
  if (record.startedAt === null)
    return people.map(({ person, excused }, order) =>
      toRow(person, order, excused ? 'notChoosing' : 'waiting', null),
    );
  return [...record.people].map(([person, { kind, at }], order) =>
    toRow(person, order, publicKind(kind), kind === 'chosen' || kind === 'absent' ? at : null),
  );
}

const publicKind = (kind: PersonState['kind']): PublicPersonState =>
  kind === 'excused' || kind === 'passed' || kind === 'withoutPost' ? 'notChoosing' : kind;
