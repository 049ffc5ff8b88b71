/** A world in numbers, as `start` finds it before anybody is called: start.ts, stored-state.ts and growth.ts build on it. */
import type { Ms } from '../ids.ts';
import { linesIn, numberOfLine, numberOfPost } from './numbering.ts';
import { countsOf, NO_COUNTS, plus } from './people.ts';
import { BEFORE_ALL } from './seats.ts';
import type { LineLive, PersonLive, PersonState, PostLive, SessionContext } from './state.ts';
import { vectorOf } from './vector.ts';
import type { Live } from './verdict.ts';
import type { World, WorldPerson } from './world.ts';

export const BEFORE_START: SessionContext = {
  world: null,
  startedAt: null,
  people: vectorOf<PersonLive>([]),
  posts: vectorOf<PostLive>([]),
  lines: vectorOf<LineLive>([]),
  cursor: 0,
  returned: [],
  called: null,
  turn: 0,
  closesAt: null,
  closesLeftMs: null,
  automaticAbsencesInARow: 0,
  counts: NO_COUNTS,
  pause: null,
  credit: null,
  added: { people: [], posts: [] },
};

/** One per world, as numbering.ts: what a stored state leaves out is what still is an entry of this one. */
const firstContexts = new WeakMap<World, Live>();

/** The context of this world before anybody is called. */
export function firstContext(world: World, startedAt: Ms): Live {
  const known = firstContexts.get(world);
  if (known?.startedAt === startedAt) return known;
  const context = buildContext(world, startedAt);
  firstContexts.set(world, context);
  return context;
}

/** The same for a world that has grown: its entries are those of the world before, so that they still compare. */
export function keepFirst(context: Live): void {
  firstContexts.set(context.world, context);
}

function buildContext(world: World, now: Ms): Live {
  const people = world.people.map(person => firstOf(person, now));
  return {
    ...BEFORE_START,
    world,
    startedAt: now,
    people: vectorOf(people),
    posts: vectorOf(postsOf(world)),
    lines: vectorOf(linesOf(world)),
    counts: people.reduce((sum, live) => plus(sum, countsOf(live, world.settings), 1), NO_COUNTS),
  };
}

/** A person as they come into the session; presence of those who are elsewhere is not followed. */
export function firstOf(person: WorldPerson, now: Ms): PersonLive {
  const { carried } = person;
  const elsewhere = carried?.state === 'chosen' || carried?.state === 'passed';
  const connected = person.connected && !elsewhere;
  return {
    state: stateOf(person, now),
    status: person.status,
    mandate: person.mandate,
    connected,
    lastSeenAt: connected ? now : null,
    ...(connected && person.where !== undefined ? { lastSeenWhere: person.where } : {}),
    elsewhere,
    returns: carried && 'returns' in carried ? carried.returns : 0,
    returnedByItself: false,
    owedReturn: carried?.state === 'absent' && person.plannedAbsence === null && carried.owedReturn,
    lastTurn: null,
  };
}

function stateOf({ plannedAbsence, carried }: WorldPerson, now: Ms): PersonState {
  if (carried?.state === 'chosen')
    return { kind: 'chosen', post: carried.post, at: carried.at, turn: carried.turn };
  if (carried?.state === 'passed') return { kind: 'passed' };
  if (plannedAbsence) return { kind: 'excused', reason: plannedAbsence };
  if (carried?.state === 'absent') return { kind: 'absent', cause: carried.cause, at: now };
  return { kind: 'waiting' };
}

function postsOf(world: World): PostLive[] {
  const held = new Set(world.seats.filter(seat => !seat.supernumerary).map(seat => seat.post));
  return world.posts.map(({ id, blocked }) => ({ blocked, holder: held.has(id) ? 'elsewhere' : null }));
}

function linesOf(world: World): LineLive[] {
  const lines = linesIn(world).map(() => ({ seats: 0, holders: [] as number[], supernumeraries: 0 }));
  const lineOf = (number: number | null) => {
    const post = number === null ? undefined : world.posts[number];
    return post && lines[numberOfLine(world, post.line)];
  };
  world.posts.forEach(({ blocked }, number) => {
    const line = lineOf(number);
    if (line && !blocked) line.seats++;
  });
  const withoutTurn = new Set(
    world.people.flatMap(({ id, carried }) =>
      carried?.state === 'chosen' && carried.turn === null ? [id] : [],
    ),
  );
  for (const { post, person, callOrder, supernumerary } of world.seats) {
    const line = lineOf(numberOfPost(world, post));
    if (!line) continue;
    if (supernumerary) line.supernumeraries++;
    else line.holders.push(withoutTurn.has(person) ? BEFORE_ALL : callOrder);
  }
  return lines;
}
