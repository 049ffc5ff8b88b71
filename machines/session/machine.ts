/**
 * The chart of a session: which commands each state takes, and where they lead (domain §2, §3). What they do to people,
 * seats and clocks is in the small files beside it, reached through `judge`; guards and actions only read its verdict.
 * No `after`, no invoke: time is a command, facts are emitted (architecture §2, facts.md 3).
 */
import { emit, enqueueActions, setup } from 'xstate';
import type { SnapshotFrom } from 'xstate';
import type { Command } from './commands.ts';
import type { CalledMode, Fact } from './facts.ts';
import { judge } from './judge.ts';
import { BEFORE_START } from './first-context.ts';
import type { SessionContext, SessionStateName } from './state.ts';
import {
  ABOUT_CALLED,
  ABOUT_CALLED_PAUSED,
  AFTERWARDS,
  CALLED_BACK,
  CHOOSES,
  CLOSES,
  MEANWHILE,
  NEXT,
  NEXT_PAUSED,
  pausesAt,
  STAYS,
} from './transitions.ts';

interface Judged {
  readonly context: SessionContext;
  readonly event: Command;
}

type Inner = CalledMode | 'idle';

const innerOf = ({ called }: SessionContext): Inner => called?.mode ?? 'idle';

/** The command is accepted and leaves the session in that part of *running* or *paused*. */
function leadsTo({ context, event }: Judged, state: 'running' | 'paused', inner: Inner): boolean {
  const verdict = judge(context, event);
  if (verdict.kind !== 'accepted') return false;
  const { pause } = verdict.context;
  return (pause ? 'paused' : 'running') === state && innerOf(verdict.context) === inner;
}

const machineSetup = setup({
  types: {
    context: {} as SessionContext,
    events: {} as Command,
    emitted: {} as { readonly type: Fact['kind']; readonly fact: Fact },
  },
  guards: {
    accepted: ({ context, event }) => judge(context, event).kind === 'accepted',
    /** A choice refused TOO_LATE: nothing changes, the moderators see it. */
    tooLate: ({ context, event }) => judge(context, event).kind === 'late',
    /** Accepted, and the called one's clock goes on as it was, or nobody is called as before. */
    staysSo: ({ context, event }) =>
      leadsTo({ context, event }, context.pause ? 'paused' : 'running', innerOf(context)),
    thenAwaited: judged => leadsTo(judged, 'running', 'awaited'),
    thenChoosing: judged => leadsTo(judged, 'running', 'choosing'),
    thenRecovering: judged => leadsTo(judged, 'running', 'recovering'),
    thenIdle: judged => leadsTo(judged, 'running', 'idle'),
    thenPausedAwaited: judged => leadsTo(judged, 'paused', 'awaited'),
    thenPausedChoosing: judged => leadsTo(judged, 'paused', 'choosing'),
    thenPausedIdle: judged => leadsTo(judged, 'paused', 'idle'),
  },
  actions: {
    /** Takes over what the rules say, and says what happened. */
    record: enqueueActions(({ context, event, enqueue }) => {
      const verdict = judge(context, event);
      if (verdict.kind === 'refused') return;
      if (verdict.kind === 'accepted') enqueue.assign(verdict.context);
      for (const fact of verdict.facts) enqueue.emit({ type: fact.kind, fact });
    }),
    /** An act on the amphitheatre: nothing but the state changes. */
    become: emit((_, { to }: { readonly to: 'draft' | 'validated' | 'open' }) => ({
      type: 'stateChanged' as const,
      fact: { kind: 'stateChanged' as const, to },
    })),
  },
});

export const sessionMachine = machineSetup.createMachine({
  id: 'session',
  context: BEFORE_START,
  initial: 'draft',
  states: {
    draft: {
      on: {
        validate: {
          guard: 'accepted',
          target: 'validated',
          actions: { type: 'become', params: { to: 'validated' } },
        },
      },
    },
    validated: {
      on: {
        open: { guard: 'accepted', target: 'open', actions: { type: 'become', params: { to: 'open' } } },
        withdraw: {
          guard: 'accepted',
          target: 'draft',
          actions: { type: 'become', params: { to: 'draft' } },
        },
      },
    },
    open: {
      on: {
        withdraw: {
          guard: 'accepted',
          target: 'validated',
          actions: { type: 'become', params: { to: 'validated' } },
        },
        start: NEXT,
      },
    },
    running: {
      initial: 'idle',
      on: MEANWHILE,
      states: {
        /** Called, not connected yet: the connection window runs. */
        awaited: {
          on: {
            connected: CHOOSES,
            setMandate: CHOOSES,
            choose: NEXT,
            deadline: [...NEXT, ...NEXT_PAUSED],
            ...ABOUT_CALLED,
            credit: STAYS,
            pause: pausesAt('awaited'),
          },
        },
        /** The turn runs. */
        choosing: {
          on: {
            choose: NEXT,
            deadline: [...NEXT, ...NEXT_PAUSED],
            ...ABOUT_CALLED,
            disconnected: { guard: 'thenAwaited', target: 'awaited', actions: 'record' },
            credit: [{ guard: 'thenRecovering', target: 'recovering', actions: 'record' }, STAYS],
            pause: pausesAt('choosing'),
          },
        },
        /** After a takeover: the turn's clock waits for the chooser to be connected again. */
        recovering: {
          on: {
            connected: CHOOSES,
            setMandate: CHOOSES,
            choose: NEXT,
            deadline: CHOOSES,
            ...ABOUT_CALLED,
            credit: STAYS,
            pause: pausesAt('recovering'),
          },
        },
        /** Nobody left to call: the grace for absentees runs. */
        idle: {
          on: {
            connected: CALLED_BACK,
            rejoin: CALLED_BACK,
            callBack: CALLED_BACK,
            lift: CALLED_BACK,
            setMandate: CALLED_BACK,
            add: CALLED_BACK,
            graceOver: CLOSES,
            credit: STAYS,
            pause: pausesAt('idle'),
          },
        },
      },
    },
    paused: {
      initial: 'idle',
      on: MEANWHILE,
      states: {
        awaited: { on: { ...ABOUT_CALLED_PAUSED, resume: CALLED_BACK } },
        choosing: {
          on: {
            ...ABOUT_CALLED_PAUSED,
            disconnected: { guard: 'thenPausedAwaited', target: 'awaited', actions: 'record' },
            resume: CHOOSES,
          },
        },
        recovering: {
          on: {
            ...ABOUT_CALLED_PAUSED,
            disconnected: { guard: 'thenPausedAwaited', target: 'awaited', actions: 'record' },
            resume: [
              CHOOSES,
              { guard: 'thenRecovering', target: '#session.running.recovering', actions: 'record' },
            ],
          },
        },
        idle: { on: { resume: NEXT } },
      },
    },
    /** No final state of xstate's: corrections and assignments still come (domain §2). */
    closed: { on: AFTERWARDS },
  },
});

export type SessionSnapshot = SnapshotFrom<typeof sessionMachine>;

/** A session as the tables have it before its journal begins. */
export const initialSnapshot = (state: 'draft' | 'validated' | 'open'): SessionSnapshot =>
  sessionMachine.resolveState({ value: state, context: BEFORE_START });

/** The outer state: what stands in the table `session`. */
export function stateName({ value }: Pick<SessionSnapshot, 'value'>): SessionStateName {
  if (typeof value === 'string') return value;
  return 'running' in value ? 'running' : 'paused';
}
