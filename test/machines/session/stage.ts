/** A session on the pure machine with the simulated clock: what it asks of time is sent to it when its hour comes. */
import type { Ms } from '../../../machines/ids.ts';
import type { Refusal } from '../../../machines/refusal.ts';
import { seal } from '../../../machines/sealed.ts';
import { alarm } from '../../../machines/session/alarm.ts';
import type { Command, CommandBody } from '../../../machines/session/commands.ts';
import { decide } from '../../../machines/session/decide.ts';
import type { Decision, SessionSnapshot } from '../../../machines/session/decide.ts';
import type { Fact } from '../../../machines/session/facts.ts';
import { initialSnapshot } from '../../../machines/session/machine.ts';
import type { Called, PersonLive } from '../../../machines/session/state.ts';
import { toArray } from '../../../machines/session/vector.ts';
import type { ChoiceStatus, World } from '../../../machines/session/world.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';
import { personId, postId, worldOf } from './world.ts';
import type { WorldOptions } from './world.ts';

export const START = Date.UTC(2027, 2, 22, 9);

export interface Stage {
  readonly snapshot: SessionSnapshot;
  /** `running.choosing`, `closed` … */
  readonly state: string;
  readonly now: Ms;
  readonly called: Called | null;
  /** Number, 1…n, of the called one. */
  readonly calledNumber: number | null;
  /** Every fact so far, `start` on. */
  readonly facts: readonly Fact[];
  person(number: number): PersonLive;
  send(body: CommandBody): Decision;
  /** The facts. @throws where it is refused. */
  accept(body: CommandBody): readonly Fact[];
  /** @throws where it is accepted. */
  refuse(body: CommandBody): Refusal;
  /** Moves time on, sending what is due on the way. */
  wait(ms: Ms): void;
}

/** A command, time's own too, with what became of it. */
export interface Taken {
  readonly before: SessionSnapshot;
  readonly command: Command;
  readonly decision: Decision;
}

/** Before its start. */
export function opened(
  from: SessionSnapshot = initialSnapshot('open'),
  seen: (taken: Taken) => void = () => {},
): Stage {
  const clock = simulatedClock(START);
  const facts: Fact[] = [];
  let snapshot = from;
  let cancel = () => {};

  function send(body: CommandBody): Decision {
    const command = { ...body, at: clock.now() } as Command;
    const before = snapshot;
    const decision = decide(before, command);
    seen({ before, command, decision });
    if (decision.kind === 'refused') return decision;
    snapshot = decision.next;
    facts.push(...decision.facts);
    cancel();
    const due = alarm(snapshot);
    if (due) cancel = clock.at(due.at, () => void send(due.body));
    return decision;
  }
  return {
    get snapshot() {
      return snapshot;
    },
    get state() {
      return stateOf(snapshot);
    },
    get now() {
      return clock.now();
    },
    get called() {
      return snapshot.context.called;
    },
    get calledNumber() {
      return snapshot.context.called && snapshot.context.called.person + 1;
    },
    facts,
    person: number => live(snapshot, number),
    send,
    accept(body) {
      const decision = send(body);
      if (decision.kind === 'accepted') return decision.facts;
      throw new Error(`${body.type} refused: ${JSON.stringify(decision.refusal)}`);
    },
    refuse(body) {
      const decision = send(body);
      if (decision.kind !== 'accepted') return decision.refusal;
      throw new Error(`${body.type} accepted`);
    },
    wait: ms => clock.moveBy(ms),
  };
}

/** A session that has just started in this world. */
export function started(options: WorldOptions = {}): Stage {
  const stage = opened();
  stage.accept(startIn(worldOf(options)));
  return stage;
}

export const startIn = (world: World): CommandBody => ({ type: 'start', world, earlierOpen: null });

export function stateOf({ value }: SessionSnapshot): string {
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map(([outer, inner]) => `${outer}.${inner}`)
    .join();
}

function live({ context }: SessionSnapshot, number: number): PersonLive {
  const person = toArray(context.people)[number - 1];
  if (!person) throw new RangeError(`no person ${number}`);
  return person;
}

// ------------------------------------------------------------ commands in short

/** The called one, by number, chooses a post, by number; received now unless said. */
export function choose(
  stage: Stage,
  person: number,
  post: number,
  change: Partial<Choice> = {},
): CommandBody {
  return {
    type: 'choose',
    person: personId(person),
    post: postId(post),
    turn: stage.snapshot.context.turn,
    receivedAt: stage.now,
    by: 'intern',
    ...change,
  };
}
type Choice = Extract<CommandBody, { readonly type: 'choose' }>;

export const REASON = seal('une raison');
export const pause = (): CommandBody => ({ type: 'pause', reason: REASON, on: 'running' });
export const resume = (): CommandBody => ({ type: 'resume', on: 'paused' });
export const connect = (person: number): CommandBody => ({ type: 'connected', person: personId(person) });
export const disconnect = (stage: Stage, person: number): CommandBody => ({
  type: 'disconnected',
  person: personId(person),
  lastSeenAt: stage.now,
});
export const rejoin = (person: number): CommandBody => ({
  type: 'rejoin',
  person: personId(person),
  by: 'intern',
});
export const callBack = (person: number): CommandBody => ({
  type: 'callBack',
  person: personId(person),
  on: 'absent',
  reason: REASON,
});
export const excuse = (person: number, on: PersonLive['state']['kind'] = 'waiting'): CommandBody => ({
  type: 'excuse',
  person: personId(person),
  reason: REASON,
  on,
});
export const lift = (person: number): CommandBody => ({
  type: 'lift',
  person: personId(person),
  on: 'excused',
  reason: REASON,
});
export const markAbsent = (stage: Stage, person: number): CommandBody => ({
  type: 'markAbsent',
  person: personId(person),
  turn: stage.snapshot.context.turn,
  on: stage.called?.mode ?? 'choosing',
  during: stage.snapshot.context.pause ? 'paused' : 'running',
  reason: REASON,
});
/** Freely: nobody is left to call. */
export const close = (on: 'running' | 'paused' = 'running'): CommandBody => ({
  type: 'close',
  on,
  force: null,
});
export const force = (unchosen: number, on: 'running' | 'paused' = 'running'): CommandBody => ({
  type: 'close',
  on,
  force: { unchosen, reason: REASON },
});
export const setStatus = (
  person: number,
  status: ChoiceStatus,
  on: ChoiceStatus | null = null,
): CommandBody => ({
  type: 'setStatus',
  person: personId(person),
  status,
  on,
  reason: REASON,
});
/** The kinds of facts, in order. */
export const kinds = (facts: readonly Fact[]): readonly string[] => facts.map(({ kind }) => kind);
