/** An intern's own amphitheatre as the API tells it, to change in one thing. */
import type { MyAmphitheatre } from '../../../client/http/answers.ts';
import type { AmphitheatreId, SessionId } from '../../../machines/ids.ts';
import type { SessionStateName } from '../../../machines/session/state.ts';

export const START = Date.UTC(2027, 2, 22, 8);
const FIRST = 3 as SessionId;

export const MINE: MyAmphitheatre = {
  semester: '2027-05',
  name: 'Aubertin',
  firstName: 'Camille',
  group: 'Spécialités chirurgicales',
  phase: 'approfondissement',
  specialty: 'Urologie',
  status: 'classic',
  extraTurnMs: 0,
  plannedAbsence: null,
  mandate: null,
  amphitheatre: {
    id: 7 as AmphitheatreId,
    title: 'Spécialités chirurgicales, phase d’approfondissement',
    published: { offer: true, timetable: true, callList: true },
    firstAt: START,
    opensAt: START - 7 * 24 * 3_600_000,
    people: 268,
    sessions: [{ id: FIRST, number: 1, state: 'open', startsAt: START, size: 60 }],
  },
  place: {
    callOrder: 141,
    session: FIRST,
    carriedOver: false,
    inSession: 12,
    turn: { at: START + 990_000, from: START + 900_000, to: START + 1_080_000 },
  },
  rank: {
    promotion: 2022,
    validated: 5,
    supernumerary: 1,
    researchYear: 0,
    researchLeave: 0,
    localRank: 136,
    localHeadcount: 242,
    presentHeadcount: 259,
    theoreticalPromotion: 2023,
    before: { earlierPromotion: 3, samePromotion: 137 },
    strictSeniority: false,
  },
  orderChecked: null,
  outcome: null,
  choice: null,
};

export function inState(state: SessionStateName, more: Partial<MyAmphitheatre> = {}): MyAmphitheatre {
  const { amphitheatre } = MINE;
  if (amphitheatre === null) return MINE;
  const sessions = amphitheatre.sessions.map(session => ({ ...session, state }));
  return { ...MINE, amphitheatre: { ...amphitheatre, sessions }, ...more };
}
