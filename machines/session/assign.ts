/** After the amphitheatre's last session: whoever has no post is assigned one, or is left without (domain §3, §4). */
import type { Ms, PersonId, PostId } from '../ids.ts';
import type { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { numberOfPerson, numberOfPost, postAt } from './numbering.ts';
import { mayChooseIn } from './offer.ts';
import { setPerson } from './people.ts';
import { isBlank } from './reason.ts';
import { takeSeat } from './seats.ts';
import type { PersonState } from './state.ts';
import { at } from './vector.ts';
import { accepted, andThen, refused } from './verdict.ts';
import type { Live, Step, Verdict } from './verdict.ts';

interface LeftOver {
  readonly person: PersonId;
  readonly on: PersonState['kind'];
  readonly laterOpen: number | null;
  readonly reason: Sealed;
}

/** By the rules of a choice, without its turn. */
export function assign(
  context: Live,
  command: LeftOver & { readonly post: PostId; readonly offline: boolean },
  now: Ms,
): Verdict {
  const number = numberOfPerson(context.world, command.person);
  if (number === null) return refused({ code: 'UNKNOWN_PERSON' });
  const post = numberOfPost(context.world, command.post);
  const refusal =
    refuseLeftOver(at(context.people, number).state, command) ??
    (post === null ? { code: 'UNKNOWN_POST' } : mayChooseIn(context, number, post));
  if (refusal || post === null) return refused(refusal ?? { code: 'UNKNOWN_POST' });
  return accepted(
    andThen(assigned(context, number, post, command, now), next => takeSeat(next, number, post)),
  );
}

export function leaveWithoutPost(context: Live, command: LeftOver): Verdict {
  const { person, reason } = command;
  const number = numberOfPerson(context.world, person);
  if (number === null) return refused({ code: 'UNKNOWN_PERSON' });
  const { state } = at(context.people, number);
  const refusal = refuseLeftOver(state, command);
  if (refusal) return refused(refusal);
  if (state.kind === 'withoutPost')
    return refused({ code: 'WRONG_STATE', state: state.kind, command: 'leaveWithoutPost' });
  return accepted({
    context: setPerson(context, number, { state: { kind: 'withoutPost' } }),
    facts: [{ kind: 'withoutPost', person, reason }],
  });
}

function refuseLeftOver(state: PersonState, { on, laterOpen, reason }: LeftOver): Refusal | null {
  if (laterOpen !== null) return { code: 'LATER_SESSION_OPEN', number: laterOpen };
  if (state.kind === 'chosen') return { code: 'ALREADY_CHOSEN', post: state.post, at: state.at };
  if (state.kind !== on) return { code: 'STALE', now: state.kind };
  return isBlank(reason) ? { code: 'REASON_REQUIRED' } : null;
}

function assigned(
  context: Live,
  number: number,
  post: number,
  { person, reason, offline }: LeftOver & { readonly offline: boolean },
  now: Ms,
): Step {
  const { id, service } = postAt(context.world, post);
  const { status } = at(context.people, number);
  return {
    context: setPerson(context, number, { state: { kind: 'chosen', post: id, at: now, turn: null } }),
    facts: [
      { kind: 'chosen', person, service, turn: null, at: now },
      {
        kind: 'assigned',
        person,
        post: id,
        turn: null,
        by: 'moderator',
        status,
        reason,
        ...(offline ? { offline } : {}),
      },
    ],
  };
}
