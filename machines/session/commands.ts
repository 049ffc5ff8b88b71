/**
 * Everything that can be asked of a session, as the machine takes it: identity proved, frame parsed, stamped.
 * `at` is the host's clock when it took the command up; the machine knows no other time (architecture §2).
 */
import type { Ms, PersonId, PostId } from '../ids.ts';
import type { Missing } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import type { PersonState } from './state.ts';
import type { ChoiceStatus, World } from './world.ts';

export type Command = { readonly at: Ms } & CommandBody;

export type CommandBody =
  // Acts on the amphitheatre, decided for each of its sessions, before the journal begins.
  | { readonly type: 'validate'; readonly missing: readonly Missing[] }
  | { readonly type: 'open' }
  | { readonly type: 'withdraw'; readonly reason: Sealed; readonly anyStarted: boolean }
  // The journal begins.
  | { readonly type: 'start'; readonly world: World; readonly earlierOpen: number | null }
  | { readonly type: 'pause'; readonly reason: Sealed; readonly on: 'running' }
  | { readonly type: 'resume'; readonly on: 'paused' }
  /** `force` names how many have not chosen, as the confirmation showed it; null where nobody is left to call. */
  | { readonly type: 'close'; readonly force: { readonly unchosen: number; readonly reason: Sealed } | null }
  | {
      readonly type: 'choose';
      readonly person: PersonId;
      readonly post: PostId;
      readonly turn: number;
      /** The gateway's stamp, converted and held within 2 s before arrival (domain §3). */
      readonly receivedAt: Ms;
      readonly by: 'intern' | 'mandatary';
    }
  /** The button «Reprendre mon tour». */
  | { readonly type: 'rejoin'; readonly person: PersonId }
  /** None → some and some → none of the *chooser's* sockets. */
  | { readonly type: 'connected'; readonly person: PersonId }
  | { readonly type: 'disconnected'; readonly person: PersonId; readonly lastSeenAt: Ms }
  /** The clock of the called one ran out: window, turn or wait after a takeover, whichever runs. Idempotent. */
  | { readonly type: 'deadline'; readonly turn: number }
  /** Nobody left to call, and the grace for absentees is over. */
  | { readonly type: 'graceOver' }
  /** Time without an owner, given back (architecture §4); `connected` = nobody, until presence is reported anew. */
  | { readonly type: 'credit'; readonly from: Ms; readonly to: Ms }
  // By a moderator, about a person or the offer; `on` is the state it was decided on.
  | {
      readonly type: 'excuse';
      readonly person: PersonId;
      readonly reason: Sealed;
      readonly on: PersonState['kind'];
    }
  | { readonly type: 'lift'; readonly person: PersonId; readonly on: PersonState['kind'] }
  | { readonly type: 'callBack'; readonly person: PersonId; readonly on: PersonState['kind'] }
  | { readonly type: 'markAbsent'; readonly person: PersonId; readonly turn: number; readonly reason: Sealed }
  | { readonly type: 'setStatus'; readonly person: PersonId; readonly status: ChoiceStatus }
  /** A mandate accepted or cancelled: whose presence counts changes hands, with what it is at that moment. */
  | {
      readonly type: 'setMandate';
      readonly person: PersonId;
      readonly held: boolean;
      readonly connected: boolean;
    }
  | { readonly type: 'setPost'; readonly post: PostId; readonly blocked: boolean; readonly reason: Sealed };

export type CommandType = CommandBody['type'];

/** Who a command comes from, as the journal keeps it: ids only. */
export type Who =
  | { readonly realm: 'intern' | 'mandatary' | 'moderator'; readonly account: number }
  | { readonly realm: 'system'; readonly part: 'clock' | 'presence' | 'host' };
