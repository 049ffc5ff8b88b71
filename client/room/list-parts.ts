/** The whole amphitheatre in the interns' list, session by session: what each sums up to, how far all of them are. Pure. */
import type { PersonId, SessionId } from '../../machines/ids.ts';
import type { PublicSession, PublicState } from '../../machines/session/public-state.ts';
import { number, plural } from '../ui/format.ts';
import { sessionName } from '../ui/session-name.ts';
import { listSummary } from './list-rows.ts';
import type { ListRow } from './list-rows.ts';
import { isLive } from './live-session.ts';

export interface ListPart {
  /** Null: those in no session, before the cut. */
  readonly id: SessionId | null;
  readonly session: PublicSession | null;
  /** «Session 3», «Pas encore de session». */
  readonly name: string;
  /** Mine is in it. */
  readonly mine: boolean;
  readonly live: boolean;
  /** «n° 121 à 168 · 10 choix faits, 1 absence, 34 à venir». */
  readonly summary: string;
}

/** In the order of the sessions; those without anybody are left out. */
export function listParts(state: PublicState, me: PersonId): readonly ListPart[] {
  const rows = new Map<SessionId | null, Pick<ListRow, 'number' | 'kind'>[]>();
  for (const person of state.people.values()) {
    const known = rows.get(person.session) ?? [];
    known.push({ number: person.callOrder, kind: person.state });
    rows.set(person.session, known);
  }
  const mine = state.people.get(me)?.session;
  const sessions = [...state.sessions.values()].toSorted((a, b) => a.number - b.number);
  return [...sessions, null].flatMap(session => {
    const [id, people] = [session?.id ?? null, rows.get(session?.id ?? null)];
    if (people === undefined) return [];
    return [
      {
        id,
        session,
        name: session === null ? 'Pas encore de session' : sessionName(session),
        mine: mine === id,
        live: session !== null && isLive(session),
        summary: listSummary(people),
      },
    ];
  });
}

/** «412 choix faits sur 1 000 internes, session 7 sur 17 en cours». */
export function wholeSummary(state: PublicState): string {
  let chosen = 0;
  for (const person of state.people.values()) if (person.state === 'chosen') chosen++;
  const sessions = [...state.sessions.values()];
  const live = sessions.find(isLive);
  const where =
    live === undefined
      ? ''
      : `, ${sessionName(live).toLowerCase()} sur ${sessions.length} ${live.state === 'paused' ? 'en pause' : 'en cours'}`;
  return `${plural(chosen, 'choix fait', 'choix faits')} sur ${number(state.people.size)} internes${where}`;
}
