/** How a turn ends without a choice: the clock, or a moderator (domain §3). */
import type { Ms } from '../ids.ts';
import { seal } from '../sealed.ts';
import type { Sealed } from '../sealed.ts';
import { aboutCalled } from './about-called.ts';
import type { AboutCalled } from './commands.ts';
import { dueAt } from './due.ts';
import type { Evidence } from './facts.ts';
import { personAt } from './numbering.ts';
import { setPerson } from './people.ts';
import type { Called } from './state.ts';
import { callNext, withClock } from './turn.ts';
import { at } from './vector.ts';
import { accepted, stale, andThen } from './verdict.ts';
import type { Live, Step, Verdict } from './verdict.ts';
import type { AbsenceCause } from './world.ts';

/** Idempotent: one for another turn, or before its time, changes nothing. */
export function deadline(context: Live, turn: number, now: Ms): Verdict {
  const { called } = context;
  if (!called) return stale('idle');
  if (called.turn !== turn || called.endsAt === null) return stale(called.mode);
  if (now < dueAt(called, called.endsAt, context.world.settings)) return stale(called.mode);
  if (called.mode === 'recovering')
    return accepted(
      withClock(context, { ...called, mode: 'choosing', endsAt: now + called.leftMs, waitMs: 0 }),
    );
  const inARow = context.automaticAbsencesInARow + 1;
  const absent = endAutomatically(context, called, called.endsAt, now);
  const { pauseAfterAbsences } = context.world.settings;
  if (pauseAfterAbsences > 0 && inARow >= pauseAfterAbsences) return accepted(pauseItself(absent, now));
  return accepted(andThen(absent, ended => callNext({ ...ended, automaticAbsencesInARow: inARow }, now)));
}

export function markAbsent(context: Live, command: AboutCalled, now: Ms): Verdict {
  return aboutCalled(context, command, called => {
    const why = { evidence: null, reason: command.reason };
    const ended = endTurn(context, called, 'byModerator', why, now, now);
    return accepted(andThen(ended, next => callNext({ ...next, automaticAbsencesInARow: 0 }, now)));
  });
}

function endAutomatically(context: Live, called: Called, endedAt: Ms, now: Ms): Step {
  const { connected, lastSeenAt, lastSeenWhere } = at(context.people, called.person);
  const inTurn = called.mode === 'choosing';
  const cause = connected ? 'timeRanOut' : 'notConnected';
  const evidence: Evidence = {
    rule: inTurn ? (connected ? 'A3' : 'A2') : 'A1',
    calledAt: called.calledAt,
    connectedAtDeadline: connected,
    lastSeenAt,
    ...(lastSeenWhere === undefined ? {} : { lastSeenWhere }),
  };
  return endTurn(context, called, cause, { evidence: seal(evidence), reason: null }, endedAt, now);
}

function endTurn(
  context: Live,
  called: Called,
  cause: AbsenceCause,
  why: { readonly evidence: Sealed<Evidence> | null; readonly reason: Sealed | null },
  endedAt: Ms,
  now: Ms,
): Step {
  const { id } = personAt(context.world, called.person);
  const ended = setPerson(context, called.person, {
    state: { kind: 'absent', cause, at: now },
    lastTurn: { turn: called.turn, endedAt },
  });
  return {
    context: { ...ended, called: null },
    facts: [{ kind: 'absent', person: id, cause, at: now, ...why }],
  };
}

/**
 * Several automatic absences in a row: a hospital's line may be down. The next one is called with the clock standing
 * at its full time, and the count begins anew: a moderator who resumes has looked.
 */
function pauseItself(absent: Step, now: Ms): Step {
  const pause = { at: now, reason: null, automatic: 'absences' } as const;
  const called = andThen(absent, ended => callNext({ ...ended, automaticAbsencesInARow: 0, pause }, now));
  const leftMs = called.context.called?.leftMs ?? called.context.closesLeftMs;
  return { context: called.context, facts: [...called.facts, { kind: 'paused', ...pause, leftMs }] };
}
