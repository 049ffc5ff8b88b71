/** What moderators ask of a session, in short: decided on what is the case then, with a reason, unless changed. */
import type { PersonId } from '../../../machines/ids.ts';
import type { CommandBody } from '../../../machines/session/commands.ts';
import type { CarriedOver, WorldPerson, WorldSeat } from '../../../machines/session/world.ts';
import { REASON } from './stage.ts';
import type { Stage } from './stage.ts';
import { personId, postId, SURGERY, worldOf } from './world.ts';

type Of<Type extends CommandBody['type']> = Extract<CommandBody, { readonly type: Type }>;

export const aboutCalled = (stage: Stage, person: number) => ({
  person: personId(person),
  turn: stage.snapshot.context.turn,
  on: stage.called?.mode ?? ('choosing' as const),
  during: stage.snapshot.context.pause ? ('paused' as const) : ('running' as const),
  reason: REASON,
});

export const prolong = (stage: Stage, person: number, byMs = 60_000): CommandBody => ({
  type: 'prolong',
  ...aboutCalled(stage, person),
  byMs,
});

export const pass = (stage: Stage, person: number): CommandBody => ({
  type: 'pass',
  ...aboutCalled(stage, person),
});

export const chooseOnBehalf = (stage: Stage, person: number, post: number): CommandBody => ({
  type: 'chooseOnBehalf',
  ...aboutCalled(stage, person),
  post: postId(post),
});

/** `to` null takes the choice back. */
export const correct = (person: number, from: number, to: number | null): CommandBody => ({
  type: 'correct',
  person: personId(person),
  from: postId(from),
  to: to === null ? null : postId(to),
  reason: REASON,
});

export const assign = (person: number, post: number, change: Partial<Of<'assign'>> = {}): Of<'assign'> => ({
  type: 'assign',
  person: personId(person),
  post: postId(post),
  on: 'waiting',
  laterOpen: null,
  offline: false,
  reason: REASON,
  ...change,
});

export const leaveWithoutPost = (
  person: number,
  change: Partial<Of<'leaveWithoutPost'>> = {},
): Of<'leaveWithoutPost'> => ({
  type: 'leaveWithoutPost',
  person: personId(person),
  on: 'waiting',
  laterOpen: null,
  reason: REASON,
  ...change,
});

/** Somebody of this call order who was forgotten, connected unless said. */
export function add(callOrder: number, change: Partial<WorldPerson> = {}): Of<'add'> {
  const [first] = worldOf({ people: 1 }).people;
  if (!first) throw new Error('a world of one has nobody');
  const person = { ...first, id: FORGOTTEN, callOrder, specialty: SURGERY, ...change };
  return { type: 'add', person, edition: 2, reason: REASON };
}
export const FORGOTTEN = 'forgotten0' as PersonId;

/** Posts of these numbers, on one line unless said. */
export const addPosts = (numbers: readonly number[], line = 101): Of<'addPosts'> => ({
  type: 'addPosts',
  posts: numbers.map(number => ({
    id: postId(number),
    service: 11 as never,
    line: line as never,
    reservedFor: null,
    blocked: false,
  })),
  edition: 2,
  reason: REASON,
});

/** Chosen in an earlier session: the person of a world and the seat of it. */
export const chosenEarlier = (post: number, turn: number | null = 3): { readonly carried: CarriedOver } => ({
  carried: { state: 'chosen', post: postId(post), at: 5, turn },
});

export const seatOf = (person: number, post: number, supernumerary = false): WorldSeat => ({
  post: postId(post),
  person: personId(person),
  callOrder: person,
  supernumerary,
});
