/** From `start` on a session needs nothing but commands: its world in numbers, and the first one called. */
import type { Ms } from '../ids.ts';
import type { StartedPerson } from './facts.ts';
import { lineCount, numberOfLine, numberOfPost } from './numbering.ts';
import { countsOf, NO_COUNTS, plus } from './people.ts';
import { comeBack, returnOnConnection } from './returns.ts';
import type { LineLive, PersonLive, PersonState, PostLive, SessionContext } from './state.ts';
import { callNext } from './turn.ts';
import { at, vectorOf } from './vector.ts';
import { accepted, refused, andThen } from './verdict.ts';
import type { Live, Step, Verdict } from './verdict.ts';
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
};

export function start(
  { world, earlierOpen }: { readonly world: World; readonly earlierOpen: number | null },
  now: Ms,
): Verdict {
  if (earlierOpen !== null) return refused({ code: 'EARLIER_SESSION_OPEN', number: earlierOpen });
  const context = firstContext(world, now);
  const people = world.people.map(({ id }, number): StartedPerson => {
    const { kind } = at(context.people, number).state;
    return { person: id, state: kind === 'absent' || kind === 'excused' ? kind : 'waiting' };
  });
  const started: Step = { context, facts: [{ kind: 'started', at: now, people }] };
  return accepted(
    andThen(
      andThen(started, next => bringBackConnected(next, now)),
      next => callNext(next, now),
    ),
  );
}

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

function buildContext(world: World, now: Ms): Live {
  const people = world.people.map(person => personOf(person, now));
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

function personOf(person: WorldPerson, now: Ms): PersonLive {
  const { carried } = person;
  return {
    state: stateOf(person, now),
    status: person.status,
    mandate: person.mandate,
    connected: person.connected,
    lastSeenAt: person.connected ? now : null,
    returns: carried?.returns ?? 0,
    returnedByItself: false,
    owedReturn: carried?.state === 'absent' && person.plannedAbsence === null && carried.owedReturn,
    lastTurn: null,
  };
}

function stateOf({ plannedAbsence, carried }: WorldPerson, now: Ms): PersonState {
  if (plannedAbsence) return { kind: 'excused', reason: plannedAbsence };
  if (carried?.state === 'absent') return { kind: 'absent', cause: carried.cause, at: now };
  return { kind: 'waiting' };
}

function postsOf(world: World): PostLive[] {
  const held = new Set(world.seats.filter(seat => !seat.supernumerary).map(seat => seat.post));
  return world.posts.map(({ id, blocked }) => ({ blocked, holder: held.has(id) ? 'elsewhere' : null }));
}

function linesOf(world: World): LineLive[] {
  const lines = Array.from({ length: lineCount(world) }, () => ({ seats: 0, holders: [] as number[] }));
  const lineOf = (number: number | null) => {
    const post = number === null ? undefined : world.posts[number];
    return post && lines[numberOfLine(world, post.line)];
  };
  world.posts.forEach(({ blocked }, number) => {
    const line = lineOf(number);
    if (line && !blocked) line.seats++;
  });
  for (const { post, callOrder, supernumerary } of world.seats)
    if (!supernumerary) lineOf(numberOfPost(world, post))?.holders.push(callOrder);
  return lines;
}

/** Whoever was carried over as an absentee and is connected counts as just connected (domain §3). */
function bringBackConnected(context: Live, now: Ms): Step {
  let step: Step = { context, facts: [] };
  context.world.people.forEach(({ connected }, number) => {
    const live = at(context.people, number);
    const how = connected ? returnOnConnection(live, context.world.settings) : null;
    if (how) step = andThen(step, next => comeBack(next, number, how, now));
  });
  return step;
}
