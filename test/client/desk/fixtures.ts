/** A small amphitheatre for the moderators' room: four people, one service, a session that runs. */
import type { Directory } from '../../../machines/directory.ts';
import type {
  AmphitheatreId,
  LineId,
  PersonId,
  PostId,
  ServiceId,
  SessionId,
  SpecialtyId,
} from '../../../machines/ids.ts';
import { fromSnapshot } from '../../../machines/session/public-state.ts';
import type { PublicSession, PublicState } from '../../../machines/session/public-state.ts';
import type { DeskPerson, DeskRow } from '../../../machines/wire/frames.ts';

export const person = (order: number): PersonId => `person000${order}` as PersonId;
export const SESSION = 5 as SessionId;
export const SERVICE = 9 as ServiceId;
export const POST = 11 as PostId;
export const AT = Date.UTC(2026, 9, 13, 7, 49, 26); // 09:49:26 in Paris

const NAMES = ['Rambaud', 'Courtin', 'Sissoko', 'Weber'];

export const DIRECTORY: Directory = {
  amphitheatre: 2 as AmphitheatreId,
  edition: 1,
  title: 'Spécialités chirurgicales, phase d’approfondissement',
  group: 'Spécialités chirurgicales',
  phase: 'approfondissement',
  semester: '2026-11',
  people: NAMES.map((name, index) => ({
    id: person(index + 1),
    name,
    firstName: 'Élodie',
    callOrder: index + 1,
    specialty: 1 as SpecialtyId,
  })),
  services: [
    {
      id: SERVICE,
      name: 'Chirurgie digestive',
      head: '',
      establishment: 'Hôpital Avicenne',
      city: 'Bobigny',
      department: '93',
    },
  ],
  posts: [
    {
      id: POST,
      number: '12-1',
      service: SERVICE,
      line: 11 as LineId,
      accreditation: '',
      reservedFor: null,
      earmark: null,
    },
  ],
  specialties: [{ id: 1 as SpecialtyId, name: 'Urologie' }],
};

/** The first is called and awaited, 14 s before absence. */
export function runningState(over: Partial<PublicSession> = {}): PublicState {
  return fromSnapshot({
    amphitheatre: 2 as AmphitheatreId,
    pub: 3,
    edition: 1,
    sessions: [
      {
        id: SESSION,
        number: 3,
        rehearsal: false,
        startsAt: AT,
        state: 'running',
        turnMs: 90_000,
        called: { person: person(1), turn: 1, mode: 'awaited', endsAt: AT + 14_000, leftMs: 14_000 },
        returned: [],
        paused: null,
        closesAt: null,
        credit: null,
        notices: [],
        ...over,
      },
    ],
    people: [
      [person(1), 1, SESSION, 'called', null, null],
      [person(2), 2, SESSION, 'waiting', null, null],
      [person(3), 3, SESSION, 'waiting', null, null],
      [person(4), 4, SESSION, 'notChoosing', null, null],
    ],
    posts: [[POST, 0, 0]],
  });
}

export const deskPerson = (order: number, over: Partial<DeskPerson> = {}): DeskPerson => ({
  person: person(order),
  state: { kind: order === 1 ? 'called' : 'waiting' },
  status: 'classic',
  mandate: false,
  connected: false,
  since: null,
  where: null,
  extraTurnMs: 0,
  returns: 0,
  elsewhere: false,
  ...over,
});

export const row = (seq: number, facts: DeskRow['facts'], who = 'Serveur'): DeskRow => ({
  session: SESSION,
  seq,
  at: AT,
  who,
  command: 'deadline',
  facts,
});
