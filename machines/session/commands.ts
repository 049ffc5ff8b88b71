/**
 * Everything that can be asked of a session, as the machine takes it: identity proved, frame parsed, stamped.
 * `at` is the host's clock when it took the command up; the machine knows no other time (architecture §2).
 */
import type { Ms, PersonId, PostId } from '../ids.ts';
import type { Missing } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import type { CalledMode } from './facts.ts';
import type { PersonState } from './state.ts';
import type { ChoiceStatus, World, WorldPerson, WorldPost } from './world.ts';

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
  | {
      readonly type: 'close';
      readonly on: 'running' | 'paused';
      readonly force: { readonly unchosen: number; readonly reason: Sealed } | null;
    }
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
  | { readonly type: 'connected'; readonly person: PersonId; readonly where?: string }
  /** `gatewayLost`: we lost them, not they us; the called one gets a new connection window (architecture §4). */
  | {
      readonly type: 'disconnected';
      readonly person: PersonId;
      readonly lastSeenAt: Ms;
      /** Name of the gateway that saw them last: evidence, for moderators only. */
      readonly where?: string;
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
  | ({ readonly type: 'lift'; readonly on: PersonState['kind'] } & AboutPerson)
  | ({ readonly type: 'callBack'; readonly on: PersonState['kind'] } & AboutPerson)
  | ({ readonly type: 'markAbsent' } & AboutCalled)
  /** Gives the called one's clock, whichever runs or is frozen, 10 s to 5 min more (domain §4). */
  | ({ readonly type: 'prolong'; readonly byMs: number; readonly was?: SeenClock } & AboutCalled)
  /** «Aucun poste possible»: only where no post may be chosen by the called one (domain §4). */
  | ({ readonly type: 'pass' } & AboutCalled)
  /** By the same rules as the person's own choice. */
  | ({ readonly type: 'chooseOnBehalf'; readonly post: PostId } & AboutCalled)
  /** Moves a recorded choice, or takes it back (`to` null); `from` is the post it was decided on. Live or closed. */
  | {
      readonly type: 'correct';
      readonly person: PersonId;
      readonly from: PostId;
      readonly to: PostId | null;
      readonly reason: Sealed;
    }
  /**
   * When the amphitheatre's last session is closed: the rules of a choice, without the turn. `laterOpen`: number of a
   * later session that is not closed, null = none. `offline`: decided by telephone while the service was down.
   */
  | {
      readonly type: 'assign';
      readonly person: PersonId;
      readonly post: PostId;
      readonly on: PersonState['kind'];
      readonly laterOpen: number | null;
      readonly offline: boolean;
      readonly reason: Sealed;
    }
  /** The other way to settle somebody left over when the last session is closed: «sans poste». */
  | {
      readonly type: 'leaveWithoutPost';
      readonly person: PersonId;
      readonly on: PersonState['kind'];
      readonly laterOpen: number | null;
      readonly reason: Sealed;
    }
  /** Somebody forgotten, at their rank; as an absentee where that rank has passed (domain §2). */
  | { readonly type: 'add'; readonly person: WorldPerson; readonly edition: number; readonly reason: Sealed }
  /** Posts added to the frozen offer: valid at once, announced to all (domain §4). Ids above those of the offer. */
  | {
      readonly type: 'addPosts';
      readonly posts: readonly WorldPost[];
      readonly edition: number;
      readonly reason: Sealed;
    }
  /** To everyone (`to` null), or to one person of the session and the holder of their mandate. */
  | { readonly type: 'message'; readonly to: PersonId | null; readonly text: Sealed }
  /** A moderator reads a telephone number: nothing changes, the journal keeps that it was read. */
  | { readonly type: 'readPhone'; readonly person: PersonId }
  /** `on`: the status it was decided on; null for a request approved whatever it is. */
  | ({
      readonly type: 'setStatus';
      readonly status: ChoiceStatus;
      readonly on: ChoiceStatus | null;
    } & AboutPerson)
  /** A mandate accepted or cancelled: whose presence counts changes hands, with what it is at that moment. */
  | {
      readonly type: 'setMandate';
      readonly person: PersonId;
      readonly held: boolean;
      readonly connected: boolean;
    }
  | { readonly type: 'setPost'; readonly post: PostId; readonly blocked: boolean; readonly reason: Sealed };

/** The called one's clock as it was decided on, so that two moderators do not give the same time twice (domain §3). */
export interface SeenClock {
  readonly endsAt: Ms | null;
  readonly leftMs: number;
}

interface AboutPerson {
  readonly person: PersonId;
  /** Left out in journals of older rules. */
  readonly reason?: Sealed;
}

/** About the called one: `turn`, sub-state and whether it ran, as it was decided on (domain §3), and why. */
export interface AboutCalled {
  readonly person: PersonId;
  readonly turn: number;
  readonly on: CalledMode;
  /** Left out in journals of older rules. */
  readonly during?: 'running' | 'paused';
  readonly reason: Sealed;
}

/** Who a command comes from, as the journal keeps it: ids only. */
export type Who =
  | { readonly realm: 'intern' | 'mandatary' | 'moderator'; readonly account: number }
  | { readonly realm: 'system'; readonly part: 'clock' | 'presence' | 'host' };
