/**
 * One press of «Choisir», to the answer: what the summary window shows and what it does, as a small life of its own.
 * The window stays from «Envoi…» until the answer, also past 0; unsent, it closes by itself at 0.
 */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { PostId, SessionId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import type { Live } from '../live/live.ts';

export type Choosing =
  | { readonly kind: 'none' }
  /** The window is open on this post, for this turn. */
  | { readonly kind: 'asked'; readonly post: PostId; readonly turn: number }
  | { readonly kind: 'sent'; readonly post: PostId; readonly turn: number };

export type Outcome =
  | { readonly kind: 'refused'; readonly post: PostId; readonly refusal: Refusal }
  | { readonly kind: 'fault'; readonly incident: string | null };

export interface ChoosingLife {
  readonly choosing: ReadonlySignal<Choosing>;
  /** The last answer that was no; null once another attempt begins or the turn is another. */
  readonly outcome: ReadonlySignal<Outcome | null>;
  ask(post: PostId, turn: number): void;
  cancel(): void;
  confirm(session: SessionId): Promise<void>;
  /** The turn is over or another one: an unsent window closes by itself. */
  turnIs(turn: number | null): void;
  forget(): void;
}

/** An earlier press whose answer was in doubt has been recorded: what this one asked for is done. */
const stands = (refusal: Refusal, post: PostId): boolean =>
  refusal.code === 'ALREADY_CHOSEN' && refusal.post === post;

export function choosingLife(live: Pick<Live, 'command'>): ChoosingLife {
  const choosing = signal<Choosing>({ kind: 'none' });
  const outcome = signal<Outcome | null>(null);
  return {
    choosing,
    outcome,
    ask(post, turn) {
      if (choosing.peek().kind === 'sent') return;
      outcome.value = null;
      choosing.value = { kind: 'asked', post, turn };
    },
    cancel() {
      if (choosing.peek().kind === 'asked') choosing.value = { kind: 'none' };
    },
    async confirm(session) {
      const asked = choosing.peek();
      if (asked.kind !== 'asked') return;
      const { post, turn } = asked;
      choosing.value = { kind: 'sent', post, turn };
      const answer = await live.command(session, { type: 'choose', post, turn });
      choosing.value = { kind: 'none' };
      if (answer.kind === 'refused' && !stands(answer.refusal, post))
        outcome.value = { kind: 'refused', post, refusal: answer.refusal };
      if (answer.kind === 'fault') outcome.value = { kind: 'fault', incident: answer.incident };
      if (answer.kind === 'ended') outcome.value = { kind: 'fault', incident: null };
    },
    turnIs(turn) {
      const asked = choosing.peek();
      if (asked.kind === 'asked' && asked.turn !== turn) choosing.value = { kind: 'none' };
    },
    forget() {
      outcome.value = null;
    },
  };
}
