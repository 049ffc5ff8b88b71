/**
 * The chart of a session as it now stands, for the page that draws it: the states it is in and, for every command there
 * is, what it would be refused with. The sessions' host answers `inspect` with it; nothing is decided by it.
 */
import type { Ms } from '../ids.ts';
import type { SessionChart } from '../wire/frames.ts';
import type { Command } from './commands.ts';
import { decide } from './decide.ts';
import type { SessionSnapshot } from './decide.ts';
import { sampleCommands } from './sample-commands.ts';

export function sessionChart(snapshot: SessionSnapshot, now: Ms): Pick<SessionChart, 'states' | 'commands'> {
  return {
    states: statesOf(snapshot),
    commands: sampleCommands(snapshot.context, now).map(body => {
      const command: Command = { ...body, at: now };
      const decision = decide(snapshot, command);
      return { type: body.type, refusal: decision.kind === 'accepted' ? null : decision.refusal };
    }),
  };
}

/** `running`, `running.choosing`: outermost first. */
function statesOf({ value }: Pick<SessionSnapshot, 'value'>): readonly string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value).flatMap(([outer, inner]) => [outer, `${outer}.${inner}`]);
}
