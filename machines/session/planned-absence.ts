/** A planned absence set and lifted while the session is live (domain §3). */
import type { Ms, PersonId } from '../ids.ts';
import type { Sealed } from '../sealed.ts';
import { settle } from './settle.ts';
import { numberOfPerson, personAt } from './numbering.ts';
import { setPerson } from './people.ts';
import { because, isBlank, isGivenBlank } from './reason.ts';
import { comeBack } from './returns.ts';
import type { PersonState } from './state.ts';
import { at } from './vector.ts';
import { accepted, refused, stale } from './verdict.ts';
import type { Live, Step, Verdict } from './verdict.ts';

type On = PersonState['kind'];

/** For anyone waiting, returned or absent: not for the called one, nor after a choice. */
export function excuse(
  context: Live,
  command: { readonly person: PersonId; readonly reason: Sealed; readonly on: On },
  now: Ms,
): Verdict {
  const { person, reason, on } = command;
  const number = numberOfPerson(context.world, person);
  if (number === null) return refused({ code: 'UNKNOWN_PERSON' });
  const { state } = at(context.people, number);
  if (state.kind === 'chosen') return refused({ code: 'ALREADY_CHOSEN', post: state.post, at: state.at });
  if (state.kind !== on) return stale(state.kind);
  if (state.kind !== 'waiting' && state.kind !== 'returned' && state.kind !== 'absent')
    return refused({ code: 'WRONG_STATE', state: state.kind, command: 'excuse' });
  if (isBlank(reason)) return refused({ code: 'REASON_REQUIRED' });
  const excused = setPerson(context, number, { state: { kind: 'excused', reason }, owedReturn: false });
  const returned = context.returned.includes(number)
    ? context.returned.filter(other => other !== number)
    : context.returned;
  const step: Step = {
    context: { ...excused, returned },
    facts: [{ kind: 'excused', person, reason }],
  };
  return accepted(settle(context, step, now));
}

export function lift(
  context: Live,
  command: { readonly person: PersonId; readonly on: On; readonly reason?: Sealed },
  now: Ms,
): Verdict {
  const { person, on, reason } = command;
  const number = numberOfPerson(context.world, person);
  if (number === null) return refused({ code: 'UNKNOWN_PERSON' });
  const live = at(context.people, number);
  if (live.state.kind !== on) return stale(live.state.kind);
  if (live.state.kind !== 'excused')
    return refused({ code: 'WRONG_STATE', state: live.state.kind, command: 'lift' });
  if (isGivenBlank(reason)) return refused({ code: 'REASON_REQUIRED' });
  const lifted = placeReached(context, number)
    ? liftLate(context, number, reason, now)
    : backToPlace(context, number, reason);
  return accepted(settle(context, lifted, now));
}

const backToPlace = (context: Live, number: number, reason: Sealed | undefined): Step => ({
  context: setPerson(context, number, { state: { kind: 'waiting' } }),
  facts: [{ kind: 'waiting', person: personAt(context.world, number).id, ...because(reason) }],
});

/** Somebody carried over as an absentee, or excused past their place, or with a choice, had it in an earlier session. */
export function placeReached({ world, cursor }: Live, number: number): boolean {
  if (number < cursor) return true;
  const { carried } = personAt(world, number);
  if (carried === null || carried.state === 'waiting') return false;
  return carried.state !== 'excused' || carried.owedReturn;
}

/** Absent, and back at once or as soon as they connect: it is the moderator who calls them back. */
function liftLate(context: Live, number: number, reason: Sealed | undefined, now: Ms): Step {
  const { connected } = at(context.people, number);
  const { id } = personAt(context.world, number);
  const absent: Step = {
    context: setPerson(context, number, {
      state: { kind: 'absent', cause: 'byModerator', at: now },
      owedReturn: true,
    }),
    facts: [
      { kind: 'absent', person: id, cause: 'byModerator', at: now, evidence: null, reason: reason ?? null },
    ],
  };
  if (!connected) return absent;
  const back = comeBack(absent.context, number, 'moderator', now);
  return { context: back.context, facts: [...absent.facts, ...back.facts] };
}
