/** The public state written down straight from a session's own context: what the fold of its facts must come to. */
import type { Ms } from '../../../machines/ids.ts';
import type { Fact } from '../../../machines/session/facts.ts';
import type { SessionSnapshot } from '../../../machines/session/machine.ts';
import { stateName } from '../../../machines/session/machine.ts';
import { personAt } from '../../../machines/session/numbering.ts';
import type { PublicPersonState } from '../../../machines/session/public-facts.ts';
import type { PublicNotice, PublicSession, PublicSnapshot } from '../../../machines/session/public-state.ts';
import type { PersonLive } from '../../../machines/session/state.ts';
import { at } from '../../../machines/session/vector.ts';
import type { World } from '../../../machines/session/world.ts';

type Bare = Omit<PublicSnapshot, 'hash'>;

/** As the tables have it before the start: everyone of the slice waits, those handed over as they were. */
export function before(world: World): Bare {
  const held = new Set(world.seats.filter(seat => !seat.supernumerary).map(({ post }) => post));
  return {
    amphitheatre: world.amphitheatre,
    pub: 0,
    edition: 1,
    sessions: [publicSession(world, 'open')],
    people: world.people.map(({ id, callOrder }) => [id, callOrder, world.session, 'waiting', null, null]),
    posts: world.posts.map(({ id, blocked }) => [id, held.has(id) ? 1 : 0, blocked ? 1 : 0]),
  };
}

/** `notices`: everything announced so far, which the session itself does not keep. */
export function projected(
  snapshot: SessionSnapshot,
  pub: number,
  notices: readonly PublicNotice[] = [],
): Bare {
  const { context } = snapshot;
  const { world, called, pause, returned, closesAt, credit } = context;
  if (!world) throw new TypeError('not started');
  return {
    amphitheatre: world.amphitheatre,
    pub,
    edition: 1,
    sessions: [
      {
        ...publicSession(world, stateName(snapshot)),
        called: called && {
          person: personAt(world, called.person).id,
          turn: called.turn,
          mode: called.mode,
          endsAt: called.endsAt,
          leftMs: called.leftMs,
        },
        returned: returned.map(number => personAt(world, number).id),
        paused: pause && { at: pause.at, reason: pause.reason?.sealed ?? null, automatic: pause.automatic },
        closesAt,
        credit,
        notices: [...notices],
      },
    ],
    people: world.people.map(({ id, callOrder }, number) => {
      const live = at(context.people, number);
      return [id, callOrder, world.session, publicState(live), serviceOf(world, live), sinceOf(live)];
    }),
    posts: world.posts.map(({ id }, number) => {
      const { holder, blocked } = at(context.posts, number);
      return [id, holder === null ? 0 : 1, blocked ? 1 : 0];
    }),
  };
}

function publicSession(world: World, state: PublicSession['state']): PublicSession {
  return {
    id: world.session,
    number: 1,
    rehearsal: false,
    startsAt: null,
    state,
    turnMs: world.settings.turnMs,
    called: null,
    returned: [],
    paused: null,
    closesAt: null,
    credit: null,
    notices: [],
  };
}

/** What a decision announces to everybody. */
export const noticesOf = (facts: readonly Fact[], at: Ms): readonly PublicNotice[] =>
  facts.flatMap((fact): PublicNotice[] => {
    if (fact.kind === 'message' && fact.to === null) return [{ kind: 'message', at, text: fact.text.sealed }];
    if (fact.kind === 'postsAdded')
      return [{ kind: fact.kind, at, posts: fact.posts.map(({ post }) => post), reason: fact.reason.sealed }];
    if (fact.kind !== 'postBlocked') return [];
    const kind = fact.blocked ? 'postBlocked' : 'postOffered';
    return [{ kind, at, posts: [fact.post], reason: fact.reason.sealed }];
  });

const NOT_CHOOSING = ['excused', 'passed', 'withoutPost'];

const publicState = ({ state }: PersonLive): PublicPersonState =>
  NOT_CHOOSING.includes(state.kind) ? 'notChoosing' : (state.kind as PublicPersonState);

const serviceOf = ({ posts }: World, { state }: PersonLive) =>
  (state.kind === 'chosen' && posts.find(({ id }) => id === state.post)?.service) || null;

const sinceOf = ({ state }: PersonLive): Ms | null =>
  state.kind === 'chosen' || state.kind === 'absent' ? state.at : null;
