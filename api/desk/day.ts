/** `GET /api/desk/day` (picture 13): the sessions of a day, how each goes, and what is to be looked at. */
import { Temporal } from 'temporal-polyfill';
import { amphitheatreTitle } from '../../machines/amphitheatre-title.ts';
import type { AmphitheatreId, Ms, PersonId } from '../../machines/ids.ts';
import { dayAlerts } from '../../machines/session/day-alerts.ts';
import { emptyRecord } from '../../machines/session/record.ts';
import type { SessionRecord } from '../../machines/session/record.ts';
import type { PersonState } from '../../machines/session/state.ts';
import { STARTED } from '../acts/lock.ts';
import type { Day, DaySession } from '../desk-answers.ts';
import type { Api } from '../http/api.ts';
import { pacings } from './day-pace.ts';
import type { Pacing, RecordedSession } from './day-pace.ts';
import { readDayPeople, readDayRows, readModerators, readNames } from './day-rows.ts';
import type { NamedPerson } from './day-rows.ts';
import type { RecordShelf } from './record-shelf.ts';

/** @param date `2027-03-22`, of Paris. */
export async function readDay(
  { database: { sql }, clock }: Pick<Api, 'database' | 'clock'>,
  records: RecordShelf,
  date: string,
): Promise<Day> {
  const now = clock.now();
  const rows = await readDayRows(sql, date, date === parisDate(now));
  const ids = rows.map(({ session }) => session);
  const recorded = await records(ids);
  const waiting = rows.filter(({ state }) => !STARTED.includes(state)).map(({ session }) => session);
  const people = await readDayPeople(sql, waiting);
  const sessions = rows.map(
    (row): RecordedSession => ({
      row,
      record: recorded.get(row.session) ?? emptyRecord(),
      people: people.filter(({ session }) => session === row.session),
    }),
  );
  const amphitheatres = [...new Set(rows.map(({ amphitheatre }) => amphitheatre))];
  const paces = new Map(amphitheatres.flatMap(id => [...pacings(id, ofAmphitheatre(sessions, id), now)]));
  const called = sessions.flatMap(({ record }) => record.called?.person ?? []);
  const names = new Map((await readNames(sql, called)).map(one => [one.person, one]));
  const inRooms = await readModerators(sql, amphitheatres);
  return {
    date,
    now,
    sessions: sessions.map(session => {
      const { session: id, amphitheatre } = session.row;
      const here = inRooms.filter(room => room.amphitheatre === amphitheatre);
      const moderators = here.map(({ name }) => name);
      return shown(session, { now, pacing: paces.get(id) ?? NO_PACE, names, moderators });
    }),
  };
}

const ofAmphitheatre = (
  sessions: readonly RecordedSession[],
  id: AmphitheatreId,
): readonly RecordedSession[] => sessions.filter(({ row }) => row.amphitheatre === id);

const NO_PACE: Pacing = {
  paceSeconds: null,
  plannedEnd: null,
  estimatedStart: null,
  estimatedEnd: null,
};

const parisDate = (at: Ms): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();

interface Around {
  readonly now: Ms;
  readonly pacing: Pacing;
  readonly names: ReadonlyMap<PersonId, NamedPerson>;
  readonly moderators: readonly string[];
}

function shown({ row, record, people }: RecordedSession, around: Around): DaySession {
  const { now, pacing, moderators } = around;
  const { session, amphitheatre, number, of, startsAt, scheduledStart, state, toSettle } = row;
  const counts = countsOf(record, people, state === 'running' || state === 'paused');
  const since = sinceOf(record, state);
  const estimatedEnd = state === 'closed' ? record.closedAt : pacing.estimatedEnd;
  const calledOne = record.called && record.connected.has(record.called.person);
  const alerts = dayAlerts(
    {
      state,
      since,
      startsAt,
      scheduledStart,
      estimatedEnd,
      toSettle,
      afterAnother: row.afterAnother,
      nextStartsAt: row.nextStartsAt,
      calledIsConnected: calledOne,
      noPost: record.noPost,
      pausedBySeries: record.paused?.automatic === 'absences',
      absencesInARow: record.absencesInARow,
      moderators: moderators.length,
      people: counts.people - counts.excused,
      connected: counts.connected,
    },
    now,
  );
  return {
    session,
    amphitheatre,
    number,
    of,
    startsAt,
    scheduledStart,
    state,
    since,
    counts,
    toSettle,
    title: amphitheatreTitle(row.group, row.phase),
    pause: record.paused && { reason: record.paused.reason, automatic: record.paused.automatic },
    called: calledShown(record, around.names),
    moderators,
    paceSeconds: pacing.paceSeconds,
    plannedEnd: pacing.plannedEnd,
    estimatedEnd,
    alerts,
  };
}

function countsOf(
  record: Readonly<SessionRecord>,
  people: RecordedSession['people'],
  live: boolean,
): DaySession['counts'] {
  if (record.startedAt === null) {
    const excused = people.filter(person => person.excused).length;
    const connected = people.filter(person => person.connected && !person.excused).length;
    return { people: people.length, chosen: 0, absent: 0, excused, connected };
  }
  const kinds = [...record.people.values()].map(({ kind }) => kind);
  const count = (wanted: PersonState['kind']): number => kinds.filter(kind => kind === wanted).length;
  const here = [...record.connected].filter(person => record.people.has(person)).length;
  return {
    people: kinds.length,
    chosen: count('chosen'),
    absent: count('absent'),
    excused: count('excused'),
    connected: live ? here : null,
  };
}

function sinceOf(record: Readonly<SessionRecord>, state: DaySession['state']): Ms | null {
  if (state === 'paused') return record.paused?.at ?? null;
  if (state === 'closed') return record.closedAt;
  return state === 'running' ? (record.resumedAt ?? record.startedAt) : null;
}

function calledShown(
  { called, connected }: Readonly<SessionRecord>,
  names: ReadonlyMap<PersonId, NamedPerson>,
): DaySession['called'] {
  const known = called && names.get(called.person);
  return called && known ? { ...known, ...called, connected: connected.has(called.person) } : null;
}
