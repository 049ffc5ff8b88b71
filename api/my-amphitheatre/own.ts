/** What of a person's row the person is told, and what the holder of their mandate (domain §6). Pure. */
import { amphitheatreTitle } from '../../machines/amphitheatre-title.ts';
import type { Ms } from '../../machines/ids.ts';
import { opensAt } from '../../machines/opening.ts';
import { ownSession } from '../../machines/own-session.ts';
import { plannedTurn } from '../../machines/session/estimate.ts';
import { DEFAULT_SETTINGS } from '../../machines/session/world.ts';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import type { MyAmphitheatre } from '../my-amphitheatre-answers.ts';
import type { ListedRow, MyRow } from './my-row.ts';

/** @param strictSeniority how the list was computed. @param now a session that is late is planned from now on. */
export function ownView(
  row: MyRow,
  realm: SignInRealm,
  { strictSeniority, now }: { readonly strictSeniority: boolean; readonly now: Ms },
): MyAmphitheatre {
  const { semester, name, firstName, group, phase, specialty, status, extraTurnMs, listed } = row;
  const intern = realm === 'intern';
  const published = listed?.published.callList ?? false;
  return {
    semester,
    name,
    firstName,
    group,
    phase,
    specialty,
    status,
    extraTurnMs,
    plannedAbsence: row.reason === null ? null : { reason: intern ? row.reason : null },
    mandate: intern ? row.mandate : null,
    amphitheatre: listed && amphitheatreOf(row, listed),
    place: listed && published ? placeOf(row, listed, now) : null,
    rank:
      intern && listed !== null && published ? { ...row.rank, before: listed.before, strictSeniority } : null,
    orderChecked: intern ? row.orderChecked : null,
    outcome: row.outcome,
    choice: row.choice,
  };
}

/** Each part from its own publication on (domain §2). */
function amphitheatreOf({ phase }: MyRow, listed: ListedRow): MyAmphitheatre['amphitheatre'] {
  const { amphitheatre: id, group, published, firstAt, people, sessions } = listed;
  const shown = published.timetable ? sessions : [];
  return {
    id,
    published,
    title: amphitheatreTitle(group, phase),
    firstAt: published.timetable ? firstAt : null,
    opensAt: opensAt(shown),
    people: published.callList ? people : null,
    sessions: shown.map(({ turnMs: _turnMs, ...session }) => session),
  };
}

function placeOf(row: MyRow, listed: ListedRow, now: Ms): MyAmphitheatre['place'] {
  const { callOrder, inSession, ahead } = listed;
  const mine = mySession(row, listed);
  if (mine === null) return { callOrder, session: null, carriedOver: false, inSession: null, turn: null };
  const { session, carriedOver } = mine;
  const { id, state, startsAt, turnMs } = session;
  const toCome = state === 'draft' || state === 'validated' || state === 'open';
  const called = !carriedOver && row.reason === null && row.choice === null;
  const planned =
    toCome && called && startsAt !== null
      ? plannedTurn(Math.max(startsAt, now), ahead, turnMs ?? DEFAULT_SETTINGS.turnMs)
      : null;
  return {
    callOrder,
    session: id,
    carriedOver,
    inSession: carriedOver ? null : inSession,
    turn: planned && { at: planned.at, from: planned.from, to: planned.to },
  };
}

/** Null before the cut, and before the timetable is published. */
export function mySession(
  { choice, outcome }: Pick<MyRow, 'choice' | 'outcome'>,
  { published, sessions, session }: ListedRow,
): { readonly session: ListedRow['sessions'][number]; readonly carriedOver: boolean } | null {
  if (!published.timetable) return null;
  return ownSession(sessions, session, choice !== null || outcome !== null);
}
