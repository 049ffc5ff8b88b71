/**
 * The rules' answer to a command: the chart's guards and actions read it, and `decide` names the refusal from it.
 * It looks at the context alone; which commands a state takes at all is the chart's business (machine.ts).
 */
import { deadline, markAbsent } from './absence.ts';
import { add, addPosts } from './add.ts';
import { assign, leaveWithoutPost } from './assign.ts';
import { setMandate, setPost, setStatus } from './changes.ts';
import { choose, chooseOnBehalf } from './choice.ts';
import { close, graceOver } from './close.ts';
import type { Command } from './commands.ts';
import { correct } from './correct.ts';
import { credit } from './credit.ts';
import type { Fact } from './facts.ts';
import { message, readPhone } from './message.ts';
import { pass } from './pass.ts';
import { excuse, lift } from './planned-absence.ts';
import { pause, resume } from './pause.ts';
import { connected, disconnected } from './presence.ts';
import { prolong } from './prolong.ts';
import { isBlank } from './reason.ts';
import { callBack, rejoin } from './returns.ts';
import { start } from './start.ts';
import type { SessionContext } from './state.ts';
import { refused } from './verdict.ts';
import type { Live, Verdict } from './verdict.ts';

/** Where an act on the amphitheatre leads is the chart's to say (machine.ts). */
const NONE: readonly Fact[] = [];

/** Pure, so a verdict on the same command and context may be kept: several guards ask for it in one transition. */
const verdicts = new WeakMap<Command, { readonly context: SessionContext; readonly verdict: Verdict }>();

export function judge(context: SessionContext, command: Command): Verdict {
  const known = verdicts.get(command);
  if (known?.context === context) return known.verdict;
  const verdict = judgeAnew(context, command);
  verdicts.set(command, { context, verdict });
  return verdict;
}

function judgeAnew(context: SessionContext, command: Command): Verdict {
  switch (command.type) {
    case 'validate':
      if (command.missing.length > 0) return refused({ code: 'NOT_READY', missing: command.missing });
      return { kind: 'accepted', context, facts: NONE };
    case 'open':
      return { kind: 'accepted', context, facts: NONE };
    case 'withdraw':
      if (command.anyStarted) return refused({ code: 'ALREADY_STARTED' });
      if (isBlank(command.reason)) return refused({ code: 'REASON_REQUIRED' });
      return { kind: 'accepted', context, facts: NONE };
    case 'start':
      return start(command, command.at);
    default:
      if (!isLive(context)) return refused({ code: 'WRONG_STATE', state: 'open', command: command.type });
      return judgeLive(context, command);
  }
}

type LiveCommand = Exclude<Command, { readonly type: 'validate' | 'open' | 'withdraw' | 'start' }>;

function judgeLive(context: Live, command: LiveCommand): Verdict {
  const now = command.at;
  switch (command.type) {
    case 'choose':
      return choose(context, command, now);
    case 'deadline':
      return deadline(context, command.turn, now);
    case 'graceOver':
      return graceOver(context, now);
    case 'connected':
      return connected(context, command, now);
    case 'disconnected':
      return disconnected(context, command, now);
    case 'rejoin':
      return rejoin(context, command, now);
    case 'callBack':
      return callBack(context, command, now);
    case 'markAbsent':
      return markAbsent(context, command, now);
    case 'excuse':
      return excuse(context, command, now);
    case 'lift':
      return lift(context, command, now);
    case 'pause':
      return pause(context, command, now);
    case 'resume':
      return resume(context, now);
    case 'credit':
      return credit(context, command, now);
    case 'setStatus':
      return setStatus(context, command);
    case 'setMandate':
      return setMandate(context, command, now);
    case 'setPost':
      return setPost(context, command);
    case 'close':
      return close(context, command, now);
    case 'prolong':
      return prolong(context, command, now);
    case 'pass':
      return pass(context, command, now);
    case 'chooseOnBehalf':
      return chooseOnBehalf(context, command, now);
    case 'correct':
      return correct(context, command, now);
    case 'assign':
      return assign(context, command, now);
    case 'leaveWithoutPost':
      return leaveWithoutPost(context, command);
    case 'add':
      return add(context, command, now);
    case 'addPosts':
      return addPosts(context, command, now);
    case 'message':
      return message(context, command, now);
    case 'readPhone':
      return readPhone(context, command);
    default:
      return command satisfies never;
  }
}

const isLive = (context: SessionContext): context is Live => context.world !== null;
