/** A small amphitheatre as everybody sees it: one session, people p1…pn in call order, posts 1…m, and its directory. */
import type { Directory } from '../../machines/directory.ts';
import type {
  AmphitheatreId,
  LineId,
  PersonId,
  PostId,
  ServiceId,
  SessionId,
  SpecialtyId,
} from '../../machines/ids.ts';
import { applyDelta } from '../../machines/session/public-fold.ts';
import { fromSnapshot, toSnapshot } from '../../machines/session/public-state.ts';
import type { PublicFact } from '../../machines/session/public-facts.ts';
import type { PublicSnapshot, PublicState } from '../../machines/session/public-state.ts';
import type { SessionStateName } from '../../machines/session/state.ts';
import type { You } from '../../machines/wire/frames.ts';

export const AMPHITHEATRE = 7 as AmphitheatreId;
export const SESSION = 3 as SessionId;
export const person = (n: number): PersonId => `p${n}` as PersonId;
export const post = (n: number): PostId => n as PostId;
export const service = (n: number): ServiceId => n as ServiceId;
export const specialty = (n: number): SpecialtyId => n as SpecialtyId;
export const line = (n: number): LineId => n as LineId;

export function snapshotOf(people: number, state: SessionStateName = 'open', posts = 4): PublicSnapshot {
  const bare = {
    amphitheatre: AMPHITHEATRE,
    pub: 10,
    edition: 2,
    sessions: [
      {
        id: SESSION,
        number: 1,
        rehearsal: false,
        startsAt: Date.UTC(2027, 2, 22, 8),
        state,
        turnMs: 90_000,
        called: null,
        returned: [],
        paused: null,
        closesAt: null,
        credit: null,
        notices: [],
      },
    ],
    people: Array.from(
      { length: people },
      (_, n) => [person(n + 1), n + 1, SESSION, 'waiting', null, null] as const,
    ),
    posts: Array.from({ length: posts }, (_, n) => [post(n + 1), 0, 0] as const),
  };
  return toSnapshot(fromSnapshot(bare));
}

/** What an intern who waits for their turn is told of themselves. */
export const ownView = (of: PersonId): You => ({
  person: of,
  session: SESSION,
  status: 'classic',
  chooser: true,
  mandatary: null,
  extraTurnMs: 0,
  plannedAbsence: null,
  outcome: null,
  closedLines: [],
  cappedServices: [],
  messages: [],
  absence: null,
  choice: null,
});

/** A running session after these facts; the first person is called, 90 s from `at`. */
export function running(people: number, facts: readonly PublicFact[] = [], at = 0): PublicState {
  const state = fromSnapshot(snapshotOf(people, 'running'));
  tell(state, [called(1, 1, at + 90_000), ...facts]);
  return state;
}

export function tell(state: PublicState, facts: readonly PublicFact[]): void {
  applyDelta(state, { pub: state.pub + 1, session: SESSION, at: 0, facts });
}

export const called = (n: number, turn: number, endsAt: number | null): PublicFact => ({
  kind: 'called',
  person: person(n),
  turn,
  mode: 'choosing',
  endsAt,
  leftMs: 90_000,
});

/** Two services: 1 with posts 1 and 2 (2 earmarked), 2 with posts 3 (reserved for specialty 9) and 4. */
export function directoryOf(people: number): Directory {
  const seat = { number: '', accreditation: 'chirurgie', reservedFor: null, earmark: null };
  return {
    amphitheatre: AMPHITHEATRE,
    edition: 2,
    title: 'Spécialités chirurgicales, phase socle',
    group: 'Spécialités chirurgicales',
    phase: 'socle',
    semester: '2027-05',
    people: Array.from({ length: people }, (_, n) => ({
      id: person(n + 1),
      name: `Nom${n + 1}`,
      firstName: 'Camille',
      callOrder: n + 1,
      specialty: specialty(1),
    })),
    services: [
      {
        id: service(1),
        name: 'Urologie',
        head: 'Pr Ève Noël',
        establishment: 'Hôpital Cochin',
        city: 'Paris 14e',
        department: '75',
      },
      {
        id: service(2),
        name: 'Chirurgie œsogastrique',
        head: '',
        establishment: 'CHI de Poissy',
        city: 'Poissy',
        department: '78',
      },
    ],
    posts: [
      { ...seat, id: post(1), number: 'U-1', service: service(1), line: line(1) },
      { ...seat, id: post(2), number: 'U-2', service: service(1), line: line(2), earmark: 'andrologie' },
      { ...seat, id: post(3), number: 'C-1', service: service(2), line: line(3), reservedFor: specialty(9) },
      { ...seat, id: post(4), number: 'C-2', service: service(2), line: line(4) },
    ],
    specialties: [
      { id: specialty(1), name: 'Urologie' },
      { id: specialty(9), name: 'Chirurgie viscérale et digestive' },
    ],
  };
}
