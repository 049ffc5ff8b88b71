/** Random worlds and commands: some sensible, some stale or absurd; made from a press on what is the case then. */
import * as fc from 'fast-check';
import type { CommandBody } from '../../../machines/session/commands.ts';
import type { Stage } from './stage.ts';
import { choose, connect, disconnect, force, markAbsent, pause, REASON, resume } from './stage.ts';
import { numbers, personId, postId, worldOf } from './world.ts';
import type { CarriedOver, World } from '../../../machines/session/world.ts';

export interface Press {
  readonly what: (typeof WHAT)[number];
  readonly person: number;
  readonly post: number;
  readonly flag: boolean;
  /** One of four sends what was decided on another state. */
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
  'pause',
  'resume',
  'resume',
  'credit',
  'setStatus',
  'setMandate',
  'setPost',
  'wait',
  'wait',
  'wait',
  'close',
] as const;

const STATUSES = ['classic', 'supernumeraryValidating', 'supernumeraryNonValidating'] as const;

const PEOPLE = 8;
const POSTS = 8;

export const presses: fc.Arbitrary<readonly Press[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...WHAT),
    person: fc.integer({ min: 1, max: PEOPLE + 1 }), // one too many
    post: fc.integer({ min: 1, max: POSTS + 1 }),
    flag: fc.boolean(),
    stale: fc.integer({ min: 1, max: 6 }).map(die => die === 1),
    ms: fc.constantFrom(1, 700, 19_000, 20_500, 60_000, 91_500, 900_000),
  }),
  { minLength: 5, maxLength: 60 },
);

/** Four lines of two; somebody excused, supernumerary, with a holder, not connected, handed over, as the die falls. */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    absent: fc.subarray([...numbers(PEOPLE)], { maxLength: 3 }),
    excused: fc.subarray([...numbers(PEOPLE)], { maxLength: 3 }),
    gone: fc.subarray([...numbers(PEOPLE)], { maxLength: 5 }),
    status: fc.array(fc.constantFrom(...STATUSES, 'classic' as const), {
      minLength: PEOPLE,
      maxLength: PEOPLE,
    }),
    blocked: fc.subarray([...numbers(POSTS)], { maxLength: 2 }),
    pauseAfterAbsences: fc.constantFrom(0, 3),
  })
  .map(({ absent, excused, gone, status, blocked, pauseAfterAbsences }) => {
    const person = Object.fromEntries(
      numbers(PEOPLE).map(number => [
        number,
        {
          status: status[number - 1] ?? ('classic' as const),
          connected: !gone.includes(number),
          plannedAbsence: excused.includes(number) ? REASON : null,
          carried: number > 4 ? null : carriedOver(number, absent.includes(number), excused.includes(number)),
        },
      ]),
    );
    const post = Object.fromEntries(
      numbers(POSTS).map(number => [
        number,
        { blocked: blocked.includes(number), line: postId(number - ((number - 1) % 2)) as never },
      ]),
    );
    return worldOf({ people: PEOPLE, posts: POSTS, person, post, settings: { pauseAfterAbsences } });
  });

/** Of the first four: absentees, and excused ones whose place was reached or not. */
function carriedOver(number: number, absent: boolean, excused: boolean): CarriedOver | null {
  if (absent) return { state: 'absent', cause: 'notConnected', returns: number % 3, owedReturn: false };
  return excused ? { state: 'excused', returns: number % 3, owedReturn: number % 2 === 0 } : null;
}

/** The command of a press; null for a mere wait. */
export function commandOf(press: Press, stage: Stage): CommandBody | null {
  const { what, flag, stale, ms } = press;
  const person = personId(press.person);
  const post = postId(press.post);
  const known = press.person <= PEOPLE ? stage.person(press.person) : null;
  const on = stale || !known ? 'waiting' : known.state.kind;
  switch (what) {
    case 'chooseCalled': {
      const called = stage.calledNumber ?? press.person;
      const by = stage.person(Math.min(called, PEOPLE)).mandate ? 'mandatary' : 'intern';
      return choose(stage, called, press.post, stale ? { turn: ms } : { by });
    }
    case 'chooseAny':
      return choose(stage, press.person, press.post, { turn: press.post });
    case 'connected':
      return connect(press.person);
    case 'disconnected': {
      const gone = disconnect(stage, press.person);
      return flag && stale && gone.type === 'disconnected' ? { ...gone, gatewayLost: true } : gone;
    }
    case 'rejoin':
      return { type: 'rejoin', person, by: known?.mandate ? 'mandatary' : 'intern' };
    case 'callBack':
    case 'lift':
      return { type: what, person, on };
    case 'excuse':
      return { type: 'excuse', person, on, reason: REASON };
    case 'markAbsent':
      return markAbsent(stage, stale ? press.person : (stage.calledNumber ?? press.person));
    case 'pause':
      return pause();
    case 'resume':
      return resume();
    case 'credit':
      return {
        type: 'credit',
        from: stage.now - ms,
        to: stage.now,
        ...(flag ? { presence: 'kept' as const } : {}),
      };
    case 'setStatus':
      return { type: 'setStatus', person, status: STATUSES[press.post % 3] ?? 'classic' };
    case 'setMandate':
      return { type: 'setMandate', person, held: !known?.mandate, connected: flag };
    case 'setPost':
      return { type: 'setPost', post, blocked: flag, reason: REASON };
    case 'close':
      return stale
        ? force(stage.snapshot.context.counts.toCall + (stage.called ? 1 : 0))
        : { type: 'close', force: null };
    case 'wait':
      return null;
    default:
      return what satisfies never;
  }
}
