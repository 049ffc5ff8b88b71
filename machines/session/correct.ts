/** A recorded choice moved or taken back by a moderator, while the session is live or after it (domain §4). */
import type { Ms, PersonId, PostId } from '../ids.ts';
import type { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import type { Fact } from './facts.ts';
import { numberOfPerson, numberOfPost, personAt, postAt } from './numbering.ts';
import { mayChooseIn, sayWhetherPossible } from './offer.ts';
import { setPerson } from './people.ts';
import { isBlank } from './reason.ts';
import { leaveSeat, takeSeat } from './seats.ts';
import { isClosed, settle } from './settle.ts';
import type { PersonState } from './state.ts';
import { at } from './vector.ts';
import { accepted, andThen, refused, stale } from './verdict.ts';
import type { Live, Step, Verdict } from './verdict.ts';

export interface Correct {
  readonly person: PersonId;
  readonly from: PostId;
  readonly to: PostId | null;
  readonly reason: Sealed;
}

type Chosen = Extract<PersonState, { readonly kind: 'chosen' }>;

export function correct(context: Live, command: Correct, now: Ms): Verdict {
  const number = numberOfPerson(context.world, command.person);
  if (number === null) return refused({ code: 'UNKNOWN_PERSON' });
  const { state } = at(context.people, number);
  if (state.kind !== 'chosen') return stale(state.kind);
  if (state.post !== command.from) return stale('otherPost');
  if (isBlank(command.reason)) return refused({ code: 'REASON_REQUIRED' });
  const freed = andThen(corrected(context, number, state, command), next => leaveSeat(next, number));
  if (command.to === null)
    return accepted(sayWhetherPossible(settle(context, takeBack(freed, number, state, command, now), now)));
  const refusal = mayMove(freed.context, number, command.from, command.to);
  if (refusal) return refused(refusal);
  return accepted(sayWhetherPossible(move(freed, number, state, command.to, now)));
}

/** By the same rules as the person's own choice, their own seat counted free. */
function mayMove(freed: Live, number: number, from: PostId, to: PostId): Refusal | null {
  const post = numberOfPost(freed.world, to);
  if (post === null) return { code: 'UNKNOWN_POST' };
  return from === to ? { code: 'SAME_POST' } : mayChooseIn(freed, number, post);
}

function corrected(context: Live, number: number, { turn }: Chosen, command: Correct): Step {
  const { person, from, to, reason } = command;
  const { status } = at(context.people, number);
  return { context, facts: [{ kind: 'corrected', person, from, to, turn, status, reason }] };
}

function move(freed: Step, number: number, { turn }: Chosen, to: PostId, now: Ms): Step {
  const { world } = freed.context;
  const post = numberOfPost(world, to) ?? 0;
  const chosen = andThen(freed, next => ({
    context: setPerson(next, number, { state: { kind: 'chosen', post: to, at: now, turn } }),
    facts: [],
  }));
  const { id } = personAt(world, number);
  const { service } = postAt(world, post);
  return andThen(
    andThen(chosen, next => takeSeat(next, number, post)),
    next => ({ context: next, facts: [{ kind: 'chosen', person: id, service, turn, at: now }] }),
  );
}

/** Absent, and may be called back. Whoever chose in an earlier session comes into this one, where it is live. */
function takeBack(
  freed: Step,
  number: number,
  { turn, at: chosenAt }: Chosen,
  command: Correct,
  now: Ms,
): Step {
  const { person, reason } = command;
  const { elsewhere } = at(freed.context.people, number);
  const { callOrder } = personAt(freed.context.world, number);
  const joined: Fact[] =
    elsewhere && !isClosed(freed.context)
      ? [{ kind: 'joined', person, callOrder, state: 'absent', at: now, edition: null }]
      : [];
  return andThen(freed, next => ({
    context: setPerson(next, number, {
      state: { kind: 'absent', cause: 'byModerator', at: now },
      elsewhere: false,
      owedReturn: false,
      // Turns of an earlier session are not numbers of this one.
      lastTurn: elsewhere || turn === null ? null : { turn, endedAt: chosenAt },
    }),
    facts: [...joined, { kind: 'absent', person, cause: 'byModerator', at: now, evidence: null, reason }],
  }));
}
