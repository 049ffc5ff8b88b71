/** Random worlds: two services of two lines of two posts; people of every status, with a holder, handed over, settled before. */
import * as fc from 'fast-check';
import type { LineId, ServiceId } from '../../../machines/ids.ts';
import type {
  CarriedOver,
  ChoiceStatus,
  World,
  WorldPerson,
  WorldSeat,
} from '../../../machines/session/world.ts';
import { REASON, START } from './stage.ts';
import { numbers, PAEDIATRICS, personId, postId, SURGERY, worldOf } from './world.ts';

export const PEOPLE = 8;
export const POSTS = 8;
export const STATUSES = ['classic', 'supernumeraryValidating', 'supernumeraryNonValidating'] as const;

/** How the first four come from the session before; `assigned` has no turn. */
const EARLIER = ['no', 'no', 'waiting', 'absent', 'excused', 'chosen', 'assigned', 'passed'] as const;
type Earlier = (typeof EARLIER)[number];

interface Drawn {
  readonly earlier: Earlier;
  readonly excused: boolean;
  readonly connected: boolean;
  readonly mandate: boolean;
  readonly owed: boolean;
  readonly paediatrics: boolean;
  readonly longer: boolean;
  readonly returns: number;
  readonly cause: 'notConnected' | 'timeRanOut' | 'byModerator';
  readonly status: ChoiceStatus;
}

/** One of `n`. */
const oneOf = (n: number): fc.Arbitrary<boolean> => fc.integer({ min: 1, max: n }).map(die => die === 1);

const people: fc.Arbitrary<readonly Drawn[]> = fc.array(
  fc.record({
    earlier: fc.constantFrom(...EARLIER),
    excused: oneOf(5),
    connected: oneOf(3).map(gone => !gone),
    mandate: oneOf(8),
    owed: oneOf(3),
    paediatrics: oneOf(5),
    longer: oneOf(6),
    returns: fc.integer({ min: 0, max: 2 }),
    cause: fc.constantFrom('notConnected' as const, 'timeRanOut' as const, 'byModerator' as const),
    status: fc.constantFrom('classic' as const, 'classic' as const, ...STATUSES),
  }),
  { minLength: PEOPLE, maxLength: PEOPLE },
);

export const worlds: fc.Arbitrary<World> = fc
  .record({
    people,
    blocked: fc.subarray([...numbers(POSTS)], { maxLength: 2 }),
    reserved: fc.subarray([1, 3, 5, 7], { maxLength: 1 }), // first posts of the lines
    settings: fc.record({
      pauseAfterAbsences: fc.constantFrom(0, 3),
      returnsAllowed: fc.constantFrom(1, 2),
      supernumeraryCap: fc.constantFrom(null, null, 1),
    }),
    nextSessionAt: fc.constantFrom(null, START + 5 * 60_000),
  })
  .map(drawn => {
    const settled = drawn.people.map((person, index) => ({ ...person, ...earlierOf(person, index + 1) }));
    const isHeld = (number: number): boolean => settled.some(({ seat }) => seat?.post === postId(number));
    return worldOf({
      people: PEOPLE,
      posts: POSTS,
      person: Object.fromEntries(settled.map(({ person }, index) => [index + 1, person])),
      post: Object.fromEntries(
        numbers(POSTS).map(number => [
          number,
          {
            service: serviceOf(number),
            line: lineOf(number),
            reservedFor: drawn.reserved.includes(firstOfLine(number)) ? PAEDIATRICS : null,
            blocked: drawn.blocked.includes(number) && !isHeld(number),
          },
        ]),
      ),
      seats: settled.flatMap(({ seat }) => (seat ? [seat] : [])),
      settings: drawn.settings,
      nextSessionAt: drawn.nextSessionAt,
    });
  });

const firstOfLine = (number: number): number => number - ((number - 1) % 2);

export const lineOf = (number: number): LineId => (100 + firstOfLine(number)) as LineId;
export const serviceOf = (number: number): ServiceId => (number > POSTS / 2 ? 12 : 11) as ServiceId;

function earlierOf(
  drawn: Drawn,
  number: number,
): { readonly person: Partial<WorldPerson>; readonly seat: WorldSeat | null } {
  const { status, connected, mandate } = drawn;
  const carried = number > 4 ? null : carriedOver(drawn, number);
  const settled = carried?.state === 'chosen' || carried?.state === 'passed';
  const seat = { post: postId(number), person: personId(number), callOrder: number };
  return {
    person: {
      status,
      mandate,
      connected: connected && !settled,
      specialty: drawn.paediatrics ? PAEDIATRICS : SURGERY,
      extraTurnMs: drawn.longer ? 30_000 : 0,
      plannedAbsence: !settled && (drawn.excused || carried?.state === 'excused') ? REASON : null,
      carried,
    },
    seat: carried?.state === 'chosen' ? { ...seat, supernumerary: status !== 'classic' } : null,
  };
}

function carriedOver({ earlier, returns, owed, cause }: Drawn, number: number): CarriedOver | null {
  switch (earlier) {
    case 'no':
      return null;
    case 'waiting':
      return { state: earlier, returns };
    case 'absent':
      return { state: earlier, cause, returns, owedReturn: owed };
    case 'excused':
      return { state: earlier, returns, owedReturn: owed };
    case 'chosen':
      return { state: 'chosen', post: postId(number), at: START - 3_600_000, turn: number };
    case 'assigned':
      return { state: 'chosen', post: postId(number), at: START - 3_600_000, turn: null };
    case 'passed':
      return { state: earlier };
    default:
      return earlier satisfies never;
  }
}
