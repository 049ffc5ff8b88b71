/** What a rule answers to a command, and the shape the rules hand each other on the way. */
import type { Refusal } from '../refusal.ts';
import type { Fact } from './facts.ts';
import type { SessionContext } from './state.ts';
import type { World } from './world.ts';

/** The context from `start` on. */
export type Live = SessionContext & { readonly world: World };

/** A context and what happened on the way to it. */
export interface Step {
  readonly context: Live;
  readonly facts: readonly Fact[];
}

export type Verdict =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** A choice refused `TOO_LATE`: nothing changes, but it is written down (architecture §2.5). */
  | { readonly kind: 'late'; readonly refusal: Refusal; readonly facts: readonly Fact[] }
  | { readonly kind: 'accepted'; readonly context: SessionContext; readonly facts: readonly Fact[] };

export const refused = (refusal: Refusal): Verdict => ({ kind: 'refused', refusal });

export const stale = (now: string): Verdict => refused({ code: 'STALE', now });

export const accepted = ({ context, facts }: Step): Verdict => ({ kind: 'accepted', context, facts });

/** Goes on from a step: the facts of both, in order. */
export function andThen(step: Step, next: (context: Live) => Step): Step {
  const { context, facts } = next(step.context);
  return { context, facts: [...step.facts, ...facts] };
}
