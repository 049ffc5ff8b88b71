/**
 * Everything that can be asked of a session, as the machine takes it: identity proved, frame parsed, stamped.
 * `at` is the host's clock when it took the command up; the machine knows no other time (architecture §2).
 */
import type { Ms, PersonId, PostId } from '../ids.ts';
import type { Missing } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import type { CalledMode } from './facts.ts';
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
  /** `incident`: by the host itself, after an outage of more than 30 s (architecture §4). */
  | { readonly type: 'pause'; readonly reason: Sealed; readonly on: 'running'; readonly incident?: true }
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
  | { readonly type: 'rejoin'; readonly person: PersonId; readonly by: 'intern' | 'mandatary' }
  /** None → some and some → none of the *chooser's* sockets. */
  | { readonly type: 'connected'; readonly person: PersonId }
  /** `gatewayLost`: we lost them, not they us; the called one gets a new connection window (architecture §4). */
  | {
      readonly type: 'disconnected';
      readonly person: PersonId;
      readonly lastSeenAt: Ms;
      readonly gatewayLost?: true;
    }
  /** The clock of the called one ran out: window, turn or wait after a takeover, whichever runs. Idempotent. */
  | { readonly type: 'deadline'; readonly turn: number }
  /** Nobody left to call, and the grace for absentees is over. */
  | { readonly type: 'graceOver' }
  /**
   * Time without an owner, given back (architecture §4); nobody is connected until presence is reported anew,
   * unless the same owner goes on (`presence: 'kept'`: only the record could not be written).
   */
  | { readonly type: 'credit'; readonly from: Ms; readonly to: Ms; readonly presence?: 'kept' }
  // By a moderator, about a person or the offer; `on` is the state it was decided on.
  | {
      readonly type: 'excuse';
      readonly person: PersonId;
      readonly reason: Sealed;
      readonly on: PersonState['kind'];
    }
  | { readonly type: 'lift'; readonly person: PersonId; readonly on: PersonState['kind'] }
  | { readonly type: 'callBack'; readonly person: PersonId; readonly on: PersonState['kind'] }
  /** About the called one: `turn` and sub-state it was decided on (domain §3). */
  | {
      readonly type: 'markAbsent';
      readonly person: PersonId;
      readonly turn: number;
      readonly on: CalledMode;
      readonly reason: Sealed;
    }
  | { readonly type: 'setStatus'; readonly person: PersonId; readonly status: ChoiceStatus }
  /** A mandate accepted or cancelled: whose presence counts changes hands, with what it is at that moment. */
  | {
      readonly type: 'setMandate';
      readonly person: PersonId;
      readonly held: boolean;
      readonly connected: boolean;
    }
  | { readonly type: 'setPost'; readonly post: PostId; readonly blocked: boolean; readonly reason: Sealed };

/** Who a command comes from, as the journal keeps it: ids only. */
export type Who =
  | { readonly realm: 'intern' | 'mandatary' | 'moderator'; readonly account: number }
  | { readonly realm: 'system'; readonly part: 'clock' | 'presence' | 'host' };
