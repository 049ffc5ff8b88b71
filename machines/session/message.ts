/** What moderators do that changes nothing in a session and stands in its journal all the same. */
import type { Ms, PersonId } from '../ids.ts';
import type { Sealed } from '../sealed.ts';
import { numberOfPerson } from './numbering.ts';
import { isBlank } from './reason.ts';
import { isClosed } from './settle.ts';
import { accepted, refused } from './verdict.ts';
import type { Live, Verdict } from './verdict.ts';

/** To everyone, or to one person of the session; a closed one takes personal messages only (domain §2). */
export function message(
  context: Live,
  { to, text }: { readonly to: PersonId | null; readonly text: Sealed },
  now: Ms,
): Verdict {
  if (to === null && isClosed(context))
    return refused({ code: 'WRONG_STATE', state: 'closed', command: 'message' });
  if (to !== null && numberOfPerson(context.world, to) === null) return refused({ code: 'UNKNOWN_PERSON' });
  if (isBlank(text)) return refused({ code: 'TEXT_REQUIRED' });
  return accepted({ context, facts: [{ kind: 'message', to, at: now, text }] });
}

/** The number itself stands in the tables: the journal keeps that it was read (domain §8). */
export function readPhone(context: Live, { person }: { readonly person: PersonId }): Verdict {
  if (numberOfPerson(context.world, person) === null) return refused({ code: 'UNKNOWN_PERSON' });
  return accepted({ context, facts: [{ kind: 'phoneRead', person }] });
}
