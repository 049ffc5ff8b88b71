/** What a client holds after everything that its sockets were told: one snapshot, then each number once and in order. */
import { expect } from 'chai';
import type { Delta, ServerFrame } from '../../../machines/wire/frames.ts';
import { applyDelta } from '../../../machines/session/public-fold.ts';
import { fromSnapshot, toSnapshot } from '../../../machines/session/public-state.ts';
import type { PublicSnapshot, PublicState } from '../../../machines/session/public-state.ts';

export class OwnCopy {
  #state: PublicState | null = null;

  get pub(): number | null {
    return this.#state?.pub ?? null;
  }

  get snapshot(): PublicSnapshot | null {
    return this.#state && toSnapshot(this.#state);
  }

  /** The frames of one socket, from its `hello` on. */
  read(frames: readonly ServerFrame[]): void {
    for (const frame of frames) {
      if (frame.type === 'snapshot') this.#state = fromSnapshot(frame.state);
      if (frame.type === 'delta') this.#apply(frame);
      if (frame.type === 'resumed') frame.deltas.forEach(delta => this.#apply(delta));
      if (frame.type === 'head') expect(frame.pub).to.equal(this.pub);
    }
  }

  #apply(delta: Delta): void {
    if (!this.#state) throw new Error('a delta before the snapshot');
    expect(delta.pub, 'a hole in the stream').to.equal(this.#state.pub + 1);
    applyDelta(this.#state, delta);
    if (delta.hash !== undefined) expect(toSnapshot(this.#state).hash).to.equal(delta.hash);
  }
}
