/**
 * A client's connection life, as a chart: ticket, socket, greeting, catching up, live, and back again after a loss.
 * It decides; `client/live/link.ts` acts (opens, waits, counts). No clock and no chance in here: a loss brings its own
 * throw of the dice, and the wait it leads to stands in the context.
 */
import { assign, setup } from 'xstate';
import { CLOSE_CODES, actAfterClose } from '../wire/close-codes.ts';
import { toldWait, waitBeforeRetry } from './back-off.ts';

export type ConnectionEvent =
  | { readonly type: 'start' }
  | { readonly type: 'ticket' }
  /** Nobody is signed in any more: no ticket. */
  | { readonly type: 'signedOut' }
  /** No answer, or a fault of ours; `chance` in [0, 1). */
  | { readonly type: 'failed'; readonly chance: number }
  | { readonly type: 'opened' }
  /** `hello` was answered and this many rows are to be applied; 0 for a snapshot. */
  | { readonly type: 'greeted'; readonly behind: number }
  | { readonly type: 'applied'; readonly rows: number }
  /** `hello` was refused for good: no such amphitheatre, not published, another protocol. */
  | { readonly type: 'gone' }
  | { readonly type: 'closed'; readonly code: number; readonly reason: string; readonly chance: number }
  /** The wait is over, or somebody pressed «Réessayer maintenant». */
  | { readonly type: 'retry' }
  | { readonly type: 'stop' };

interface ConnectionContext {
  /** Losses in a row, back to 0 once live. */
  readonly losses: number;
  /** In `lost`: how long to wait before the next try. */
  readonly waitMs: number;
  /** In `catchingUp`: rows applied, of how many. */
  readonly done: number;
  readonly of: number;
  /** The close code that led to `stopped` or `signedOut`, null where there was none. */
  readonly closeCode: number | null;
}

/** `done` rows and those of this event are all of them. */
const caughtUp = (context: ConnectionContext, rows: number): boolean => context.done + rows >= context.of;

export const connectionMachine = setup({
  types: { context: {} as ConnectionContext, events: {} as ConnectionEvent },
  guards: {
    signIn: ({ event }) => event.type === 'closed' && actAfterClose(event.code) === 'signIn',
    stop: ({ event }) => event.type === 'closed' && actAfterClose(event.code) === 'stop',
  },
  actions: {
    noteLoss: assign(({ context, event }) => {
      const losses = context.losses + 1;
      const told =
        event.type === 'closed' && event.code === CLOSE_CODES.RESTART.code ? toldWait(event.reason) : null;
      const chance = event.type === 'closed' || event.type === 'failed' ? event.chance : 0;
      return { losses, waitMs: waitBeforeRetry(losses, told, chance) };
    }),
    noteCode: assign({ closeCode: ({ event }) => (event.type === 'closed' ? event.code : null) }),
  },
}).createMachine({
  id: 'connection',
  context: { losses: 0, waitMs: 0, done: 0, of: 0, closeCode: null },
  initial: 'idle',
  on: { stop: { target: '.stopped' } },
  states: {
    idle: { on: { start: { target: 'ticket' } } },
    ticket: {
      on: {
        ticket: { target: 'socket' },
        signedOut: { target: 'signedOut' },
        failed: { target: 'lost', actions: 'noteLoss' },
      },
    },
    // The states that hold a socket share the ways out of it.
    socket: {
      initial: 'connecting',
      on: {
        closed: [
          { guard: 'signIn', target: 'signedOut', actions: 'noteCode' },
          { guard: 'stop', target: 'stopped', actions: 'noteCode' },
          { target: 'lost', actions: 'noteLoss' },
        ],
        gone: { target: 'stopped' },
      },
      states: {
        connecting: { on: { opened: { target: 'greeting' } } },
        greeting: {
          on: {
            greeted: [
              { guard: ({ event }) => event.behind === 0, target: 'live' },
              { target: 'catchingUp', actions: assign({ done: 0, of: ({ event }) => event.behind }) },
            ],
          },
        },
        catchingUp: {
          on: {
            applied: [
              { guard: ({ context, event }) => caughtUp(context, event.rows), target: 'live' },
              { actions: assign({ done: ({ context, event }) => context.done + event.rows }) },
            ],
            // Asked again on a gap: what is missing now counts.
            greeted: [
              { guard: ({ event }) => event.behind === 0, target: 'live' },
              { actions: assign({ done: 0, of: ({ event }) => event.behind }) },
            ],
          },
        },
        live: {
          entry: assign({ losses: 0, waitMs: 0, done: 0, of: 0 }),
          on: {
            greeted: {
              guard: ({ event }) => event.behind > 0,
              target: 'catchingUp',
              actions: assign({ done: 0, of: ({ event }) => event.behind }),
            },
          },
        },
      },
    },
    lost: { on: { retry: { target: 'ticket' } } },
    signedOut: { on: { start: { target: 'ticket' } } },
    stopped: { type: 'final' },
  },
});
