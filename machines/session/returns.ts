/** Coming back after an absence: by connecting, by the button, by a moderator (domain §3; M §10.3). */
import type { Ms, PersonId } from '../ids.ts';
import type { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { settle } from './settle.ts';
import { numberOfPerson, personAt } from './numbering.ts';
import { mayReturn, setPerson } from './people.ts';
import { because, isGivenBlank } from './reason.ts';
import type { PersonLive, PersonState } from './state.ts';
import { at } from './vector.ts';
import { accepted, refused, stale } from './verdict.ts';
import type { Live, Step, Verdict } from './verdict.ts';
import type { SessionSettings } from './world.ts';

/** The button «Reprendre mon tour». */
export function rejoin(
  context: Live,
  command: { readonly person: PersonId; readonly by: 'intern' | 'mandatary' },
  now: Ms,
): Verdict {
  const number = numberOfPerson(context.world, command.person);
  if (number === null) return refused({ code: 'UNKNOWN_PERSON' });
  const live = at(context.people, number);
  const refusal = refuseChooser(live, command.by) ?? mayRejoin(live, context.world.settings);
  if (refusal) return refused(refusal);
  return accepted(settle(context, comeBack(context, number, 'button', now), now));
}

/** The same answer for the button's presence and for the command. */
export function mayRejoin(live: PersonLive, settings: SessionSettings): Refusal | null {
  if (live.state.kind === 'excused') return { code: 'RETURN_BY_MODERATOR_ONLY' };
  if (live.state.kind !== 'absent') return { code: 'NOT_ABSENT' };
  return live.returns < settings.returnsAllowed ? null : { code: 'RETURN_BY_MODERATOR_ONLY' };
}

/** The holder of an accepted mandate acts, else the intern: nobody acts for the other (domain §6). */
export function refuseChooser(live: PersonLive, by: 'intern' | 'mandatary'): Refusal | null {
  if (live.mandate && by === 'intern') return { code: 'HELD_BY_MANDATARY' };
  return !live.mandate && by === 'mandatary' ? { code: 'FORBIDDEN' } : null;
}

/** A moderator's call back of an absentee, connected or not. */
export function callBack(
  context: Live,
  command: { readonly person: PersonId; readonly on: PersonState['kind']; readonly reason?: Sealed },
  now: Ms,
): Verdict {
  const number = numberOfPerson(context.world, command.person);
  if (number === null) return refused({ code: 'UNKNOWN_PERSON' });
  const { kind } = at(context.people, number).state;
  if (kind !== command.on) return stale(kind);
  if (kind !== 'absent') return refused({ code: 'NOT_ABSENT' });
  if (isGivenBlank(command.reason)) return refused({ code: 'REASON_REQUIRED' });
  return accepted(settle(context, comeBack(context, number, 'moderator', now, command.reason), now));
}

/** Whether the next none → some of the chooser's sockets brings this absentee back by itself, and how it counts. */
export function returnOnConnection(
  live: PersonLive,
  settings: SessionSettings,
): 'connection' | 'moderator' | null {
  if (live.state.kind !== 'absent') return null;
  if (live.owedReturn) return 'moderator';
  const byItself = live.state.cause === 'notConnected' && !live.returnedByItself;
  return byItself && mayReturn(live, settings) ? 'connection' : null;
}

/** Takes a place in the block behind the called one: in call order, whenever they came. */
export function comeBack(
  context: Live,
  number: number,
  how: 'connection' | 'button' | 'moderator',
  now: Ms,
  reason?: Sealed,
): Step {
  const live = at(context.people, number);
  const next = setPerson(context, number, {
    state: { kind: 'returned' },
    returns: how === 'moderator' ? live.returns : live.returns + 1,
    returnedByItself: live.returnedByItself || how === 'connection',
    owedReturn: false,
  });
  const before = context.returned.filter(other => other < number);
  const after = context.returned.filter(other => other > number);
  return {
    context: { ...next, returned: [...before, number, ...after] },
    facts: [
      { kind: 'returned', person: personAt(context.world, number).id, at: now, how, ...because(reason) },
    ],
  };
}
