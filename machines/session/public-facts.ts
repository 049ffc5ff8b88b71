/** What everybody may be told of a decision (domain §8): the same facts, stripped, never a person and a post together. */
import type { LineId, Ms, PersonId, PostId, ServiceId } from '../ids.ts';
import type { CalledMode, CarriedPerson, Fact, StartedPerson } from './facts.ts';

/** A person's state as everybody sees it: excused and passed alike are `notChoosing`. */
export type PublicPersonState = 'waiting' | 'called' | 'returned' | 'chosen' | 'absent' | 'notChoosing';

/** Facts with nothing to strip. */
type ToldWhole = 'stateChanged' | 'clock' | 'seat' | 'waiting' | 'resumed' | 'idle' | 'credit' | 'joined';

export type PublicFact =
  | Extract<Fact, { readonly kind: ToldWhole }>
  | { readonly kind: 'started'; readonly at: Ms; readonly people: readonly PublicPlace[] }
  | {
      readonly kind: 'called';
      readonly person: PersonId;
      readonly turn: number;
      readonly mode: CalledMode;
      readonly endsAt: Ms | null;
      readonly leftMs: number;
    }
  | { readonly kind: 'chosen'; readonly person: PersonId; readonly service: ServiceId; readonly at: Ms }
  | { readonly kind: 'absent'; readonly person: PersonId; readonly at: Ms }
  | { readonly kind: 'returned'; readonly person: PersonId }
  | { readonly kind: 'notChoosing'; readonly person: PersonId }
  | {
      readonly kind: 'postBlocked';
      readonly post: PostId;
      readonly line: LineId;
      readonly blocked: boolean;
      readonly reason: string | null;
    }
  | {
      readonly kind: 'postsAdded';
      readonly posts: readonly PostId[];
      readonly edition: number;
      readonly at: Ms;
      readonly reason: string | null;
    }
  /** To everyone; a message to one is in that person's `you` alone. */
  | { readonly kind: 'message'; readonly at: Ms; readonly text: string | null }
  | {
      readonly kind: 'paused';
      readonly at: Ms;
      readonly reason: string | null;
      readonly automatic: 'absences' | 'incident' | null;
      readonly leftMs: number | null;
    }
  | { readonly kind: 'closed'; readonly at: Ms; readonly carried: readonly PublicPlace[] };

export interface PublicPlace {
  readonly person: PersonId;
  readonly state: 'waiting' | 'absent' | 'notChoosing';
}

/** Strips a decision's facts: everything about presence, causes, reasons, statuses and posts with persons goes. */
export const publicFacts = (facts: readonly Fact[]): readonly PublicFact[] => facts.flatMap(publicFact);

function publicFact(fact: Fact): readonly PublicFact[] {
  switch (fact.kind) {
    case 'stateChanged':
    case 'clock':
    case 'seat':
    case 'resumed':
    case 'idle':
    case 'credit':
    case 'joined':
      return [fact];
    case 'started':
      return [{ kind: 'started', at: fact.at, people: fact.people.map(publicPlace) }];
    case 'called': {
      const { person, turn, mode, endsAt, leftMs } = fact;
      return [{ kind: 'called', person, turn, mode, endsAt, leftMs }];
    }
    case 'chosen':
      return [{ kind: 'chosen', person: fact.person, service: fact.service, at: fact.at }];
    case 'absent':
      return [{ kind: 'absent', person: fact.person, at: fact.at }];
    case 'returned':
    case 'waiting':
      return [{ kind: fact.kind, person: fact.person }];
    case 'excused':
    case 'passed':
    case 'withoutPost':
      return [{ kind: 'notChoosing', person: fact.person }];
    case 'postBlocked': {
      const { post, line, blocked, reason } = fact;
      return [{ kind: 'postBlocked', post, line, blocked, reason: reason.sealed }];
    }
    case 'postsAdded': {
      const { edition, at, reason } = fact;
      const posts = fact.posts.map(({ post }) => post);
      return [{ kind: 'postsAdded', posts, edition, at, reason: reason.sealed }];
    }
    case 'message':
      return fact.to === null ? [{ kind: 'message', at: fact.at, text: fact.text.sealed }] : [];
    case 'paused': {
      const { at, reason, automatic, leftMs } = fact;
      return [{ kind: 'paused', at, reason: reason?.sealed ?? null, automatic, leftMs }];
    }
    case 'closed':
      return [{ kind: 'closed', at: fact.at, carried: fact.carried.map(publicPlace) }];
    case 'assigned':
    case 'corrected':
    case 'prolonged':
    case 'phoneRead':
    case 'possible':
    case 'lateChoice':
    case 'presence':
    case 'status':
    case 'mandate':
      return [];
    default:
      return fact satisfies never;
  }
}

function publicPlace({ person, state }: StartedPerson | CarriedPerson): PublicPlace {
  return { person, state: state === 'excused' ? 'notChoosing' : state };
}
