/**
 * Every refusal there is (architecture §5): the rules say no, the sender is told why, nothing changes.
 * Returned by `may…` functions and carried unchanged in answers and problem+json; the French sentence is made
 * from it in one place, `machines/refusal-text.ts`.
 */
import type { Ms, PostId, SpecialtyId } from './ids.ts';

export type Refusal =
  /** The session's state does not take this command (domain §2). */
  | { readonly code: 'WRONG_STATE'; readonly state: string; readonly command: string }
  /** `validate` or `open` lacks something; `missing` says what, in the order to mend it. */
  | { readonly code: 'NOT_READY'; readonly missing: readonly Missing[] }
  /** An earlier session of the amphitheatre is not closed yet. */
  | { readonly code: 'EARLIER_SESSION_OPEN'; readonly number: number }
  /** A later session of the amphitheatre is not closed yet: who is left over is settled after the last one. */
  | { readonly code: 'LATER_SESSION_OPEN'; readonly number: number }
  /** A rehearsal of the amphitheatre is open or runs: never two at once, and the real session waits for its end. */
  | { readonly code: 'REHEARSAL_OPEN'; readonly number: number }
  /** `close` while people are still to choose, without force or with another number than the present one. */
  | { readonly code: 'STILL_TO_CHOOSE'; readonly count: number }
  /** A session of the amphitheatre has started: no withdrawing, no cutting, no import. */
  | { readonly code: 'ALREADY_STARTED' }
  | { readonly code: 'REASON_REQUIRED' }
  /** A message without a text. */
  | { readonly code: 'TEXT_REQUIRED' }
  /** `prolong` outside 10 s to 5 min. */
  | { readonly code: 'OUT_OF_RANGE'; readonly minMs: number; readonly maxMs: number }
  /** What the command was decided on has changed; `now` says what it is (domain §3). */
  | { readonly code: 'STALE'; readonly now: string }
  /** A choice out of turn; `ahead` = interns ahead, null where the person is not in the passing order. */
  | { readonly code: 'NOT_YOUR_TURN'; readonly ahead: number | null }
  | { readonly code: 'PAUSED' }
  | { readonly code: 'TOO_LATE'; readonly deadlineAt: Ms }
  | { readonly code: 'ALREADY_CHOSEN'; readonly post: PostId; readonly at: Ms }
  | { readonly code: 'HELD_BY_MANDATARY' }
  /** An account made without the INE, that nobody has vouched for yet (domain §6). */
  | { readonly code: 'TO_BE_CONFIRMED' }
  | { readonly code: 'FILLED' }
  /** Supernumerary validating: better placed classic holders sit on every seat of the line (domain §4). */
  | { readonly code: 'FILLED_BY_BETTER_RANK' }
  /** The service has as many supernumeraries as the setting allows. */
  | { readonly code: 'CAP_REACHED' }
  /** `pass` while the called one may still choose a post. */
  | { readonly code: 'POSTS_POSSIBLE' }
  /** `correct` to the post already held. */
  | { readonly code: 'SAME_POST' }
  /** `add` of somebody who is on the call list already. */
  | { readonly code: 'ALREADY_LISTED' }
  | { readonly code: 'RESERVED'; readonly specialty: SpecialtyId }
  | { readonly code: 'BLOCKED' }
  /** Block or unblock of a post that is taken. */
  | { readonly code: 'NOT_FREE' }
  /** The post is not of this amphitheatre's offer. */
  | { readonly code: 'UNKNOWN_POST' }
  | { readonly code: 'UNKNOWN_PERSON' }
  | { readonly code: 'UNKNOWN_SESSION' }
  /** The button «Reprendre mon tour» where there is nothing to come back from. */
  | { readonly code: 'NOT_ABSENT' }
  /** `returnsAllowed` used up, or excused: only a moderator calls this person back. */
  | { readonly code: 'RETURN_BY_MODERATOR_ONLY' }
  /** The account may not do this (role). */
  | { readonly code: 'FORBIDDEN' }
  /** Nothing is decided now: the record cannot be written, time stands still (architecture §4). */
  | { readonly code: 'RETRY' };

export type RefusalCode = Refusal['code'];

export type Missing = 'callList' | 'callListPublished' | 'offer' | 'offerPublished' | 'cut' | 'startTime';
