/** What changes about a person or the offer while a session is live, decided elsewhere (domain §4, §6). */
import type { Ms, PersonId, PostId } from '../ids.ts';
import type { Sealed } from '../sealed.ts';
import { numberOfLine, numberOfPerson, numberOfPost, postAt } from './numbering.ts';
import { sayWhetherPossible } from './offer.ts';
import { setPerson } from './people.ts';
import { arrive, leave } from './presence.ts';
import { because, isBlank, isGivenBlank } from './reason.ts';
import { at, withAt } from './vector.ts';
import { accepted, refused, stale, andThen } from './verdict.ts';
import type { Live, Step, Verdict } from './verdict.ts';
import type { ChoiceStatus } from './world.ts';

/** Until the choice is recorded, in the turn too: what may be chosen changes at once, the clock does not. */
export function setStatus(
  context: Live,
  {
    person,
    status,
    on,
    reason,
  }: {
    readonly person: PersonId;
    readonly status: ChoiceStatus;
    /** Left out, like the reason, in journals of older rules. */
    readonly on?: ChoiceStatus | null;
    readonly reason?: Sealed;
  },
): Verdict {
  const number = numberOfPerson(context.world, person);
  if (number === null) return refused({ code: 'UNKNOWN_PERSON' });
  const live = at(context.people, number);
  if (live.state.kind === 'chosen')
    return refused({ code: 'ALREADY_CHOSEN', post: live.state.post, at: live.state.at });
  if (live.status === status) return stale(status);
  if (on && live.status !== on) return stale(live.status);
  if (isGivenBlank(reason)) return refused({ code: 'REASON_REQUIRED' });
  return accepted(
    sayWhetherPossible({
      context: setPerson(context, number, { status }),
      facts: [{ kind: 'status', person, status, ...because(reason) }],
    }),
  );
}

/** Whose presence counts changes hands: a new chooser who is there has just connected, as far as the session knows. */
export function setMandate(
  context: Live,
  command: { readonly person: PersonId; readonly held: boolean; readonly connected: boolean },
  now: Ms,
): Verdict {
  const { person, held } = command;
  const number = numberOfPerson(context.world, person);
  if (number === null) return refused({ code: 'UNKNOWN_PERSON' });
  const live = at(context.people, number);
  if (live.state.kind === 'chosen')
    return refused({ code: 'ALREADY_CHOSEN', post: live.state.post, at: live.state.at });
  if (live.mandate === held) return stale(held ? 'held' : 'notHeld');
  if (held && live.state.kind === 'called') return stale('called');
  const changed: Step = {
    context: setPerson(context, number, { mandate: held }),
    facts: [{ kind: 'mandate', person, held }],
  };
  // Presence of those of an earlier session is not followed.
  if (live.elsewhere || live.connected === command.connected) return accepted(changed);
  return accepted(
    andThen(changed, next => (command.connected ? arrive(next, number, now) : leave(next, number, now, now))),
  );
}

/** Only a free post; the line's capacity changes with it. */
export function setPost(
  context: Live,
  { post, blocked, reason }: { readonly post: PostId; readonly blocked: boolean; readonly reason: Sealed },
): Verdict {
  const number = numberOfPost(context.world, post);
  if (number === null) return refused({ code: 'UNKNOWN_POST' });
  const live = at(context.posts, number);
  if (live.holder !== null) return refused({ code: 'NOT_FREE' });
  if (live.blocked === blocked) return stale(blocked ? 'blocked' : 'offered');
  if (isBlank(reason)) return refused({ code: 'REASON_REQUIRED' });
  const { line } = postAt(context.world, number);
  const lineNumber = numberOfLine(context.world, line);
  const before = at(context.lines, lineNumber);
  const after = { ...before, seats: before.seats + (blocked ? -1 : 1) };
  return accepted(
    sayWhetherPossible({
      context: {
        ...context,
        posts: withAt(context.posts, number, { ...live, blocked }),
        lines: withAt(context.lines, lineNumber, after),
      },
      facts: [{ kind: 'postBlocked', post, line, blocked, reason }],
    }),
  );
}
