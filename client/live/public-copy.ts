/**
 * This client's copy of the public state: applies only the next number, keeps what is still to be applied, and says
 * when to ask again (a gap, a lost last delta, a hash that differs). Pure but for the copy itself; knows no socket.
 */
import { applyDelta } from '../../machines/session/public-fold.ts';
import { fromSnapshot, publicHash } from '../../machines/session/public-state.ts';
import type { PublicSnapshot, PublicState } from '../../machines/session/public-state.ts';
import type { Delta } from '../../machines/wire/frames.ts';

/** `askAgain`: say `hello` with `copy.last`; `askAll`: say it with null. */
export type Heard = 'nothing' | 'waiting' | 'askAgain' | 'askAll';

export class PublicCopy {
  state: PublicState | null = null;
  /** Rows in order, without holes, the first one the next to apply. */
  #waiting: Delta[] = [];
  /** The snapshot itself did not have the hash it said: asking for it again would only repeat that. */
  #hashless = false;

  /** The last number held, applied or waiting for it; null for none. */
  get last(): number | null {
    return this.#waiting.at(-1)?.pub ?? this.state?.pub ?? null;
  }

  /** Rows that wait to be applied. */
  get behind(): number {
    return this.#waiting.length;
  }

  replace(snapshot: PublicSnapshot): void {
    this.state = fromSnapshot(snapshot);
    this.#waiting = [];
    this.#hashless = publicHash(this.state) !== snapshot.hash;
  }

  hear(delta: Delta): Heard {
    const { last } = this;
    if (last === null) return 'nothing';
    if (delta.pub <= last) return 'nothing';
    if (delta.pub !== last + 1) return 'askAgain';
    this.#waiting.push(delta);
    return 'waiting';
  }

  /** The last number that the server has published. */
  head(pub: number): Heard {
    return this.last !== null && pub > this.last ? 'askAgain' : 'nothing';
  }

  /** Applies up to `limit` of those that wait. @returns them, and whether the result is known to be wrong. */
  apply(limit: number): { readonly applied: readonly Delta[]; readonly wrong: boolean } {
    const { state } = this;
    if (state === null) return { applied: [], wrong: false };
    const applied = this.#waiting.splice(0, limit);
    let wrong = false;
    for (const delta of applied) {
      applyDelta(state, delta);
      if (delta.hash !== undefined && !this.#hashless) wrong ||= publicHash(state) !== delta.hash;
    }
    return { applied, wrong };
  }
}
