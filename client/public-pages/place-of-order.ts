/** Where a call order leads to: which session, which place in it; or why that is not known yet. Pure. */
import { callOrderText } from '../../machines/call-order-text.ts';
import type {
  ListedAmphitheatre,
  ListedSession,
  PublicCallList,
  PublicCallListPerson,
} from '../http/answers.ts';

export type PlaceFound =
  /** The list has no such number. */
  | { readonly kind: 'nobody'; readonly last: string }
  /** Not cut yet, or the timetable is not published. */
  | { readonly kind: 'uncut'; readonly person: PublicCallListPerson; readonly firstAt: number | null }
  | {
      readonly kind: 'session';
      readonly person: PublicCallListPerson;
      readonly session: ListedSession;
      /** Within the session, from 1. */
      readonly place: number;
      readonly size: number;
    };

/** @param typed «57», «57 bis», «57,25»; null where nothing is asked yet. */
export function placeOf(
  list: PublicCallList,
  amphitheatre: Pick<ListedAmphitheatre, 'sessions' | 'firstAt'>,
  typed: string,
): PlaceFound | null {
  const wanted = plain(typed);
  if (wanted === '') return null;
  const person = list.people.find(({ callOrder }) => plain(callOrderText(callOrder)) === wanted);
  if (person === undefined) {
    const last = list.people.at(-1);
    return { kind: 'nobody', last: last === undefined ? '0' : callOrderText(last.callOrder) };
  }
  const session = amphitheatre.sessions.find(({ number }) => number === person.session);
  if (session === undefined) return { kind: 'uncut', person, firstAt: amphitheatre.firstAt };
  const inSession = list.people.filter(other => other.session === person.session);
  return { kind: 'session', person, session, place: inSession.indexOf(person) + 1, size: inSession.length };
}

/** «n° 057 bis» is the same as «57bis». */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\s\u00a0]|n°/gu, '')
    .replace('.', ',')
    .replace(/^0+(?=\d)/u, '');
