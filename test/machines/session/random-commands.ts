/** Random commands of every kind: most sensible, some stale or absurd; each made from a press on what is the case then. */
import * as fc from 'fast-check';
import type { LineId, PersonId } from '../../../machines/ids.ts';
import { seal } from '../../../machines/sealed.ts';
import type { CommandBody } from '../../../machines/session/commands.ts';
import { toArray } from '../../../machines/session/vector.ts';
import { add, addPosts } from './moderator.ts';
import { lineOf, PEOPLE, POSTS, serviceOf, STATUSES } from './random-worlds.ts';
import { REASON } from './stage.ts';
import type { Stage } from './stage.ts';
import { personId, postId } from './world.ts';

export { worlds } from './random-worlds.ts';

export interface Press {
  readonly what: (typeof WHAT)[number];
  readonly person: number;
  readonly post: number;
  readonly flag: boolean;
  /** One of six is decided on another state, or lacks its reason. */
  readonly stale: boolean;
  readonly ms: number;
}

/** The commoner ones several times. */
const WHAT = [
  'chooseCalled',
  'chooseCalled',
  'chooseCalled',
  'chooseCalled',
  'chooseAny',
  'chooseOnBehalf',
  'connected',
  'connected',
  'disconnected',
  'rejoin',
  'rejoin',
  'callBack',
  'excuse',
  'lift',
  'lift',
  'markAbsent',
  'prolong',
  'pass',
  'correct',
  'correct',
  'pause',
  'resume',
  'resume',
  'credit',
  'setStatus',
  'setMandate',
  'setPost',
  'add',
  'addPosts',
  'message',
  'readPhone',
  'wait',
  'wait',
  'wait',
  'close',
] as const;

export const onePress: fc.Arbitrary<Press> = fc.record({
  what: fc.constantFrom(...WHAT),
  person: fc.integer({ min: 1, max: PEOPLE + 1 }), // one too many
  post: fc.integer({ min: 1, max: POSTS + 1 }),
  flag: fc.boolean(),
  stale: fc.integer({ min: 1, max: 6 }).map(die => die === 1),
  ms: fc.constantFrom(1, 700, 19_000, 20_500, 60_000, 91_500, 900_000),
});

export const presses: fc.Arbitrary<readonly Press[]> = fc.array(onePress, { minLength: 5, maxLength: 60 });

/** What a press is made from: a session on the pure machine, or one that a host owns. */
export type Seen = Pick<Stage, 'snapshot' | 'called' | 'now'>;

/** The command of a press; null for a mere wait. */
export function commandOf(press: Press, stage: Seen): CommandBody | null {
  const { what, flag, ms } = press;
  const scene = sceneOf(press, stage);
  const { person, post, on, reason, about, by } = scene;
  switch (what) {
    case 'chooseCalled':
      return scene.isClosed ? afterwards(press, scene) : chooseAs(press, scene, stage);
    case 'chooseAny':
      return { type: 'choose', person, post, turn: press.post, receivedAt: stage.now, by };
    case 'chooseOnBehalf':
      return { type: what, post, ...about };
    case 'connected':
      return { type: what, person };
    case 'disconnected':
      return { type: what, person, lastSeenAt: stage.now, ...(flag ? { gatewayLost: true } : {}) };
    case 'rejoin':
      return { type: what, person, by };
    case 'callBack':
    case 'lift':
      return { type: what, person, on, reason };
    case 'excuse':
      return { type: what, person, on, reason };
    case 'markAbsent':
    case 'pass':
      return { type: what, ...about };
    case 'prolong':
      return { type: what, byMs: ms, was: scene.clock, ...about };
    case 'correct':
      return { type: what, person, from: scene.held ?? post, to: flag ? post : null, reason };
    case 'pause':
      return { type: what, reason, on: 'running' };
    case 'resume':
      return { type: what, on: 'paused' };
    case 'credit':
      return { type: what, from: stage.now - ms, to: stage.now, ...(flag ? { presence: 'kept' } : {}) };
    case 'setStatus':
      return {
        type: what,
        person,
        status: STATUSES[press.post % 3] ?? 'classic',
        on: flag ? 'classic' : null,
        reason,
      };
    case 'setMandate':
      return { type: what, person, held: !scene.live?.mandate, connected: flag };
    case 'setPost':
      return { type: what, post, blocked: flag, reason };
    case 'add':
      return { ...forgotten(press), reason, edition: scene.edition };
    case 'addPosts':
      return { ...onePostMore(press, scene), reason, edition: scene.edition };
    case 'message':
      return { type: what, to: flag ? person : null, text: reason };
    case 'readPhone':
      return { type: what, person };
    case 'close':
      return { type: what, on: scene.isPaused ? 'paused' : 'running', force: forceOf(press, scene) };
    case 'wait':
      return null;
    default:
      return what satisfies never;
  }
}

/** What a press finds: a person, a post, and what a moderator looking at them would send. */
function sceneOf({ person: number, post, stale }: Press, { snapshot: { value, context }, called }: Seen) {
  const { world, people, pause, counts, turn, added } = context;
  const somebody = world?.people[number - 1];
  const live = toArray(people)[number - 1] ?? null;
  const id = somebody?.id ?? NOBODY;
  const calledId = called ? world?.people[called.person]?.id : undefined;
  const reason = stale ? seal(' ') : REASON;
  return {
    person: id,
    live,
    post: world?.posts[post - 1]?.id ?? postId(post),
    by: live?.mandate ? ('mandatary' as const) : ('intern' as const),
    held: live?.state.kind === 'chosen' ? live.state.post : null,
    on: live?.state.kind ?? 'waiting',
    reason,
    about: {
      person: stale ? id : (calledId ?? id),
      turn,
      on: called?.mode ?? ('choosing' as const),
      // Decided before a pause, or before it ended: now and then.
      during: (pause !== null) === (stale && post % 2 === 0) ? ('running' as const) : ('paused' as const),
      reason: REASON,
    },
    clock: { endsAt: called?.endsAt ?? null, leftMs: stale ? 1 : (called?.leftMs ?? 0) },
    isPaused: pause !== null,
    isClosed: value === 'closed',
    unchosen: counts.toCall + (called ? 1 : 0),
    edition: 2 + added.people.length + added.posts.length,
    posts: world?.posts.length ?? 0,
    reservedOn: (line: LineId) => world?.posts.find(other => other.line === line)?.reservedFor ?? null,
  };
}
type Scene = ReturnType<typeof sceneOf>;

function chooseAs(
  { stale, ms }: Press,
  { post, about, by }: Scene,
  { snapshot, called, now }: Seen,
): CommandBody {
  const live = called && toArray(snapshot.context.people)[called.person];
  const chooser = live ? (live.mandate ? 'mandatary' : 'intern') : by;
  return {
    type: 'choose',
    person: about.person,
    post,
    turn: stale ? ms : about.turn,
    receivedAt: now,
    by: chooser,
  };
}

function forceOf({ stale, flag }: Press, { unchosen }: Scene) {
  return stale ? { unchosen, reason: flag ? REASON : seal('') } : null;
}

/** Who is left over once the session is closed. */
function afterwards({ flag, stale }: Press, { person, post, on, reason }: Scene): CommandBody {
  const about = { person, on, laterOpen: stale && flag ? 2 : null, reason: flag ? REASON : reason };
  return flag ? { type: 'assign', post, offline: false, ...about } : { type: 'leaveWithoutPost', ...about };
}

/** At a place between two others, at most once each. */
function forgotten({ person, flag, stale, ms }: Press) {
  const about = { connected: flag, plannedAbsence: ms > 60_000 ? REASON : null };
  const id = stale ? personId(person) : (`forgotten${person}` as PersonId);
  return add(person - 0.5, { ...about, id });
}

/** On a line of the offer, which is one service's, or on one of its own. */
function onePostMore({ post, flag, stale }: Press, { posts, reservedOn }: Scene) {
  const number = stale ? post : posts + 1;
  const like = flag ? number : Math.min(post, POSTS);
  const line = lineOf(like);
  // A line has one reservation (domain §4): a post that joins it has the same.
  const place = { line, service: serviceOf(like), reservedFor: reservedOn(line), blocked: post === 1 };
  const one = addPosts([number]);
  return { ...one, posts: one.posts.map(added => ({ ...added, ...place })) };
}

const NOBODY = 'nobody' as PersonId;
