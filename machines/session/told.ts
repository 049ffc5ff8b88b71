/**
 * Whom a decision concerns so closely that they are told wherever they are (domain §3, «Interns ahead»): whose turn it
 * is, and who has come to four ahead or fewer. Pure; the host hands it to the tables, where each is told once.
 */
import type { Ms, PersonId, SessionId } from '../ids.ts';
import type { Fact } from './facts.ts';
import { frontOfLine } from './front-of-line.ts';
import { personAt } from './numbering.ts';
import { BANNER_AHEAD } from './passing-order.ts';
import type { Called, SessionContext } from './state.ts';
import { at } from './vector.ts';
import type { World } from './world.ts';

export type Told =
  | {
      readonly kind: 'turn';
      readonly person: PersonId;
      readonly session: SessionId;
      readonly turn: number;
      /** End of the clock that runs: of the turn, or of the window to connect in; null in a pause. */
      readonly until: Ms | null;
      readonly awaited: boolean;
    }
  | {
      readonly kind: 'fourAhead';
      readonly person: PersonId;
      readonly session: SessionId;
      readonly ahead: number;
      /** Length of the turn to come. */
      readonly turnMs: number;
    };

/**
 * Everyone of the line's front after a row that moved it: whoever was told before is left out by the key under which
 * it is kept, so that the first crossing alone tells, also across a takeover.
 */
export function toldAfter(facts: readonly Fact[], context: SessionContext): readonly Told[] {
  const { world, called } = context;
  if (world === null || !facts.some(movesLine)) return [];
  return [...(called === null ? [] : [turnOf(world, called)]), ...aheadOf(world, context)];
}

function turnOf(world: World, { person, turn, endsAt, mode }: Called): Told {
  const { id } = personAt(world, person);
  return {
    kind: 'turn',
    person: id,
    session: world.session,
    turn,
    until: endsAt,
    awaited: mode !== 'choosing',
  };
}

function aheadOf(world: World, context: SessionContext): readonly Told[] {
  const { people, called, returned, cursor } = context;
  const waitingAt = (place: number): number | null =>
    at(people, place).state.kind === 'waiting' ? place : null;
  const line = { called: called?.person ?? null, returned, from: cursor, places: people.length, waitingAt };
  return frontOfLine(line, BANNER_AHEAD + 1).flatMap((number, ahead): Told[] => {
    if (number === called?.person) return [];
    const { id, extraTurnMs } = personAt(world, number);
    const turnMs = world.settings.turnMs + extraTurnMs;
    return [{ kind: 'fourAhead', person: id, session: world.session, ahead, turnMs }];
  });
}

const MOVES: ReadonlySet<Fact['kind']> = new Set([
  'started',
  'called',
  'excused',
  'returned',
  'waiting',
  'joined',
  'idle',
]);

const movesLine = ({ kind }: Fact): boolean => MOVES.has(kind);
