/** What a moderator's command about the called one must agree with (domain §3): the same for each of them. */
import type { AboutCalled } from './commands.ts';
import { numberOfPerson } from './numbering.ts';
import { isBlank } from './reason.ts';
import type { Called } from './state.ts';
import { at } from './vector.ts';
import { refused, stale } from './verdict.ts';
import type { Live, Verdict } from './verdict.ts';

/**
 * `act` is asked only where person, turn, sub-state and a pause still are what it was decided on, and a reason is given:
 * whoever paused meanwhile did so for a reason, and is heard first.
 */
export function aboutCalled(context: Live, command: AboutCalled, act: (called: Called) => Verdict): Verdict {
  const number = numberOfPerson(context.world, command.person);
  if (number === null) return refused({ code: 'UNKNOWN_PERSON' });
  const { called } = context;
  if (called?.person !== number) return stale(at(context.people, number).state.kind);
  if (called.turn !== command.turn) return stale('called');
  const session = context.pause ? 'paused' : 'running';
  if (command.during !== undefined && command.during !== session) return stale(session);
  if (called.mode !== command.on) return stale(called.mode);
  if (isBlank(command.reason)) return refused({ code: 'REASON_REQUIRED' });
  return act(called);
}
