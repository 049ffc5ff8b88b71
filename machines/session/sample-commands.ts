/**
 * One command of each kind, as it could be given to a session now: about the first person, or of the first post, with
 * which it is possible; else about any. inspect.ts asks what each would be refused with, the table of RULES.md too.
 */
import type {
  AmphitheatreId,
  LineId,
  Ms,
  PersonId,
  PostId,
  ServiceId,
  SessionId,
  SpecialtyId,
} from '../ids.ts';
import { seal } from '../sealed.ts';
import { ALONE } from './beside.ts';
import type { Around } from './beside.ts';
import { stillToChoose } from './close.ts';
import type { CommandBody } from './commands.ts';
import { personAt } from './numbering.ts';
import { mayChooseIn } from './offer.ts';
import { mayRejoin } from './returns.ts';
import type { PersonLive, PersonState, SessionContext } from './state.ts';
import { toArray } from './vector.ts';
import type { Live } from './verdict.ts';
import { DEFAULT_SETTINGS } from './world.ts';
import type { World, WorldPerson, WorldPost } from './world.ts';

type Samples = { readonly [Type in CommandBody['type']]: Extract<CommandBody, { readonly type: Type }> };

const REASON = seal('sample');

/** In the order of a session's life, then as the moderators' room has them. */
export function sampleCommands(
  context: SessionContext,
  now: Ms,
  around: Around = ALONE,
): readonly CommandBody[] {
  const world = context.world ?? EMPTY;
  const live: Scene = { ...context, world, everyone: toArray(context.people) };
  const samples: Samples = {
    ...ofSession(live, now, around),
    ...ofChooser(live, now),
    ...aboutPeople(live),
    ...aboutCalled(live),
    ...afterwards(live, around),
    ...ofOffer(live),
  };
  return Object.values(samples);
}

function ofSession(context: Live, now: Ms, { missing, anyStarted, earlierOpen }: Around) {
  const unchosen = stillToChoose(context);
  return {
    validate: { type: 'validate', missing },
    open: { type: 'open' },
    withdraw: { type: 'withdraw', reason: REASON, anyStarted },
    start: { type: 'start', world: context.world, earlierOpen },
    pause: { type: 'pause', reason: REASON, on: 'running' },
    resume: { type: 'resume', on: 'paused' },
    close: {
      type: 'close',
      on: context.pause ? 'paused' : 'running',
      force: unchosen === 0 ? null : { unchosen, reason: REASON },
    },
    deadline: { type: 'deadline', turn: context.turn },
    graceOver: { type: 'graceOver' },
    credit: { type: 'credit', from: now, to: now, presence: 'kept' },
  } satisfies Partial<Samples>;
}

function ofChooser(context: Scene, now: Ms) {
  const { settings } = context.world;
  const chooser = calledOr(context);
  const back = somebody(context, live => mayRejoin(live, settings) === null);
  return {
    connected: {
      type: 'connected',
      person: somebody(context, live => !live.connected && !live.elsewhere).id,
    },
    disconnected: {
      type: 'disconnected',
      person: somebody(context, live => live.connected).id,
      lastSeenAt: now,
    },
    choose: {
      type: 'choose',
      person: chooser.id,
      post: somePost(context, chooser),
      turn: context.turn,
      receivedAt: now,
      by: byOf(chooser),
    },
    rejoin: { type: 'rejoin', person: back.id, by: byOf(back) },
  } satisfies Partial<Samples>;
}

function aboutPeople(context: Scene) {
  const toExcuse = somebody(context, inState('waiting', 'returned', 'absent'));
  const toLift = somebody(context, inState('excused'));
  const toCallBack = somebody(context, inState('absent'));
  const toChange = somebody(context, inState('waiting', 'called', 'returned', 'absent', 'excused', 'passed'));
  const toHold = somebody(context, inState('waiting', 'returned', 'absent', 'excused', 'passed'));
  return {
    excuse: { type: 'excuse', person: toExcuse.id, reason: REASON, on: kindOf(toExcuse) },
    lift: { type: 'lift', person: toLift.id, on: kindOf(toLift), reason: REASON },
    callBack: { type: 'callBack', person: toCallBack.id, on: kindOf(toCallBack), reason: REASON },
    setStatus: {
      type: 'setStatus',
      person: toChange.id,
      status: toChange.live?.status === 'classic' ? 'supernumeraryNonValidating' : 'classic',
      on: null,
      reason: REASON,
    },
    setMandate: {
      type: 'setMandate',
      person: toHold.id,
      held: toHold.live?.mandate !== true,
      connected: toHold.live?.connected === true,
    },
    add: { type: 'add', person: forgotten(context), edition: 0, reason: REASON },
    message: { type: 'message', to: somebody(context, () => true).id, text: REASON },
    readPhone: { type: 'readPhone', person: somebody(context, () => true).id },
  } satisfies Partial<Samples>;
}

function aboutCalled(context: Scene) {
  const { called, pause, turn } = context;
  const somebodyCalled = calledOr(context);
  const about = {
    person: somebodyCalled.id,
    turn: called?.turn ?? turn,
    on: called?.mode ?? 'choosing',
    during: pause ? 'paused' : 'running',
    reason: REASON,
  } as const;
  return {
    markAbsent: { type: 'markAbsent', ...about },
    prolong: { type: 'prolong', ...about, byMs: PROLONG_MS },
    pass: { type: 'pass', ...about },
    chooseOnBehalf: { type: 'chooseOnBehalf', ...about, post: somePost(context, somebodyCalled) },
  } satisfies Partial<Samples>;
}

function afterwards(context: Scene, { laterOpen }: Around) {
  const chosen = somebody(context, inState('chosen'));
  const state = chosen.live?.state;
  const leftOver = somebody(context, inState('waiting', 'absent', 'excused', 'passed'));
  const about = { person: leftOver.id, on: kindOf(leftOver), laterOpen, reason: REASON };
  return {
    correct: {
      type: 'correct',
      person: chosen.id,
      from: state?.kind === 'chosen' ? state.post : NO_POST,
      to: null,
      reason: REASON,
    },
    assign: { type: 'assign', ...about, post: somePost(context, leftOver), offline: false },
    leaveWithoutPost: { type: 'leaveWithoutPost', ...about },
  } satisfies Partial<Samples>;
}

function ofOffer({ world, posts }: Live) {
  const all = toArray(posts);
  const free = all.findIndex(({ holder }) => holder === null);
  const post = world.posts[free]?.id ?? world.posts[0]?.id ?? NO_POST;
  return {
    setPost: { type: 'setPost', post, blocked: all[free]?.blocked !== true, reason: REASON },
    addPosts: { type: 'addPosts', posts: [onePostMore(world)], edition: 0, reason: REASON },
  } satisfies Partial<Samples>;
}

/** The live context with everyone in a row: asked for many times. */
interface Scene extends Live {
  readonly everyone: readonly PersonLive[];
}

/** A person of the session with their live state; null where there is nobody at all. */
interface Somebody {
  readonly id: PersonId;
  readonly number: number | null;
  readonly live: PersonLive | null;
}

function somebody({ world, everyone }: Scene, suits: (live: PersonLive) => boolean): Somebody {
  const found = everyone.findIndex(suits);
  const number = found === -1 ? 0 : found;
  const live = everyone[number];
  if (!live) return { id: NOBODY, number: null, live: null };
  return { id: personAt(world, number).id, number, live };
}

const inState =
  (...kinds: readonly PersonState['kind'][]) =>
  ({ state }: PersonLive): boolean =>
    kinds.includes(state.kind);

/** Else whoever has no post: they are told why it is not their turn. */
const calledOr = (context: Scene): Somebody =>
  somebody(context, context.called ? inState('called') : live => live.state.kind !== 'chosen');

const kindOf = ({ live }: Somebody): PersonState['kind'] => live?.state.kind ?? 'waiting';

const byOf = ({ live }: Somebody) => (live?.mandate ? 'mandatary' : 'intern');

/** The first that this person may choose, else the first of the offer. */
function somePost(context: Live, { number }: Somebody): PostId {
  const { posts } = context.world;
  if (number === null) return NO_POST;
  const possible = posts.find((_, post) => mayChooseIn(context, number, post) === null);
  return (possible ?? posts[0])?.id ?? NO_POST;
}

const forgotten = ({ world }: Live): WorldPerson => ({
  id: NOBODY,
  callOrder: (world.people.at(-1)?.callOrder ?? 0) + 1,
  specialty: 0 as SpecialtyId,
  status: 'classic',
  mandate: false,
  plannedAbsence: null,
  extraTurnMs: 0,
  carried: null,
  connected: false,
});

function onePostMore({ posts }: World): WorldPost {
  const last = posts.at(-1);
  const id = ((last?.id ?? 0) + 1) as PostId;
  return {
    id,
    service: last?.service ?? (0 as ServiceId),
    line: last?.line ?? (0 as LineId),
    reservedFor: null,
    blocked: false,
  };
}

const PROLONG_MS = 60_000;
const NOBODY = 'nobody' as PersonId;
const NO_POST = 0 as PostId;
/** Before `start` there are no people and no posts yet. */
const EMPTY: World = {
  amphitheatre: 0 as AmphitheatreId,
  session: 0 as SessionId,
  settings: DEFAULT_SETTINGS,
  nextSessionAt: null,
  people: [],
  posts: [],
  seats: [],
};
