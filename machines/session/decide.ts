/**
 * The one question the host and the API ask: this command on this session, yes or no, and what follows (architecture
 * §2.2). Pure: the snapshot handed in stays as it is, so it is a dry run; the one handed out is kept after the commit.
 */
import { transition } from 'xstate';
import type { Refusal } from '../refusal.ts';
import type { Command } from './commands.ts';
import type { Fact } from './facts.ts';
import { judge } from './judge.ts';
import { sessionMachine, stateName } from './machine.ts';
import type { SessionSnapshot } from './machine.ts';
import { numberOfPerson } from './numbering.ts';
import type { SessionContext } from './state.ts';
import { at } from './vector.ts';

export type { SessionSnapshot } from './machine.ts';

export type Decision =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** A late choice (architecture §2.5): answered as a refusal, recorded all the same; goes to the journal. */
  | {
      readonly kind: 'refusedAndRecorded';
      readonly refusal: Refusal;
      readonly next: SessionSnapshot;
      readonly facts: readonly Fact[];
    }
  | { readonly kind: 'accepted'; readonly next: SessionSnapshot; readonly facts: readonly Fact[] };

/** Never throws on a well-typed command: an unknown person or post, a wrong state, a stale message are refusals. */
export function decide(snapshot: SessionSnapshot, command: Command): Decision {
  const [next, actions] = transition(sessionMachine, snapshot, command);
  const facts = actions.flatMap(factOf);
  // Nothing happened: no transition was taken. (The snapshot does not tell: it is the same one after a late choice.)
  if (facts.length === 0) return { kind: 'refused', refusal: refusalOf(snapshot, command) };
  const verdict = judge(snapshot.context, command);
  if (verdict.kind === 'late') return { kind: 'refusedAndRecorded', refusal: verdict.refusal, next, facts };
  return { kind: 'accepted', next, facts };
}

/** What `emit` left among the actions of a pure transition: nothing was sent to anybody (facts.md 3). */
function factOf(action: { readonly type: string; readonly params?: unknown }): readonly Fact[] {
  if (action.type !== 'xstate.emit') return [];
  const { event } = action.params as { readonly event: { readonly fact: Fact } };
  return [event.fact];
}

function refusalOf(snapshot: SessionSnapshot, command: Command): Refusal {
  const state = stateName(snapshot);
  const { context } = snapshot;
  const wrongState: Refusal = { code: 'WRONG_STATE', state, command: command.type };
  switch (state) {
    case 'draft':
    case 'validated':
    case 'open':
      return takenIn[state].includes(command.type) ? ofRules(context, command, wrongState) : wrongState;
    case 'running':
    case 'paused':
      return refusalOfLive(state, context, command, wrongState);
    case 'closed':
      return refusalOfClosed(context, command, wrongState);
    default:
      return state satisfies never;
  }
}

const takenIn: Readonly<Record<'draft' | 'validated' | 'open', readonly Command['type'][]>> = {
  draft: ['validate'],
  validated: ['open', 'withdraw'],
  open: ['withdraw', 'start'],
};

function ofRules(context: SessionContext, command: Command, otherwise: Refusal): Refusal {
  const verdict = judge(context, command);
  return verdict.kind === 'accepted' ? otherwise : verdict.refusal;
}

function refusalOfLive(
  state: 'running' | 'paused',
  context: SessionContext,
  command: Command,
  wrongState: Refusal,
): Refusal {
  switch (command.type) {
    case 'validate':
    case 'open':
    case 'start':
    case 'assign':
    case 'leaveWithoutPost':
      return wrongState;
    case 'withdraw':
      return { code: 'ALREADY_STARTED' };
    case 'pause':
    case 'deadline':
    case 'graceOver':
    case 'credit':
      return state === 'paused' ? { code: 'STALE', now: 'paused' } : ofRules(context, command, wrongState);
    case 'resume':
      return state === 'running' ? { code: 'STALE', now: 'running' } : wrongState;
    default:
      return ofRules(context, command, wrongState);
  }
}

function refusalOfClosed(context: SessionContext, command: Command, wrongState: Refusal): Refusal {
  switch (command.type) {
    case 'withdraw':
      return { code: 'ALREADY_STARTED' };
    case 'pause':
    case 'resume':
    case 'close':
      return { code: 'STALE', now: 'closed' };
    case 'choose': {
      const number = context.world && numberOfPerson(context.world, command.person);
      const chosen = number === null ? null : at(context.people, number).state;
      return chosen?.kind === 'chosen'
        ? { code: 'ALREADY_CHOSEN', post: chosen.post, at: chosen.at }
        : wrongState;
    }
    case 'setStatus':
    case 'setPost':
    case 'addPosts':
    case 'correct':
    case 'assign':
    case 'leaveWithoutPost':
    case 'message':
    case 'readPhone':
      return ofRules(context, command, wrongState);
    default:
      return wrongState;
  }
}
