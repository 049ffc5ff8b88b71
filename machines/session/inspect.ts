/**
 * The chart of a session as it now stands, for the page that draws it: the states it is in and, for every command there
 * is, what it would be refused with. The sessions' host answers `inspect` with it; nothing is decided by it.
 */
import type { Ms } from '../ids.ts';
import type { SessionChart } from '../wire/frames.ts';
import type { Refusal } from '../refusal.ts';
import { ALONE, isTheLastWord } from './beside.ts';
import type { Around } from './beside.ts';
import type { CommandBody } from './commands.ts';
import { decide } from './decide.ts';
import type { SessionSnapshot } from './decide.ts';
import { stateName } from './machine.ts';
import { sampleCommands } from './sample-commands.ts';

/** @param around the amphitheatre's other sessions; left out of one that lives, which asks for none of them. */
export function sessionChart(
  snapshot: SessionSnapshot,
  now: Ms,
  around: Around = ALONE,
): Pick<SessionChart, 'states' | 'commands'> {
  return {
    states: statesOf(snapshot),
    commands: sampleCommands(snapshot.context, now, around).map(body => {
      const decision = decide(snapshot, { ...body, at: now });
      const own = decision.kind === 'accepted' ? null : decision.refusal;
      return { type: body.type, refusal: besides(snapshot, body, around, own) };
    }),
  };
}

/** As the acts have it: a start asks the others first (start-session.ts), a closed session last (closed-session.ts). */
function besides(
  snapshot: SessionSnapshot,
  body: CommandBody,
  { start, startedLater }: Around,
  own: Refusal | null,
): Refusal | null {
  const state = stateName(snapshot);
  if (body.type === 'start' && start !== null && state !== 'closed') return start;
  if (own === null && state === 'closed' && startedLater !== null && isTheLastWord(body))
    return { code: 'STALE', now: startedLater };
  return own;
}

/** `running`, `running.choosing`: outermost first. */
function statesOf({ value }: Pick<SessionSnapshot, 'value'>): readonly string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value).flatMap(([outer, inner]) => [outer, `${outer}.${inner}`]);
}
