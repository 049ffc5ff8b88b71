/**
 * The clock of the called one in the independent model (plain-queue.ts): when it ends, or what is left of it where it
 * stands. Domain §3 and architecture §4, without the machine's words.
 */
import type { Ms } from '../../../machines/ids.ts';
import type { SessionSettings } from '../../../machines/session/world.ts';

export type PlainMode = 'awaited' | 'choosing' | 'recovering';

export class PlainClock {
  mode: PlainMode;
  /** Null where a pause freezes it. */
  ends: Ms | null;
  /** What it had when it was last set; frozen, what is left. In the wait after a takeover: the rest of the turn. */
  left: number;
  /** What is left of that wait, frozen. */
  wait = 0;
  /** A whole turn of this person's, prolonged ones included. */
  turn: number;
  readonly #settings: SessionSettings;

  constructor(
    settings: SessionSettings,
    whose: { readonly extraTurnMs: number; readonly connected: boolean },
    now: Ms,
    frozen: boolean,
  ) {
    this.#settings = settings;
    this.turn = settings.turnMs + whose.extraTurnMs;
    this.mode = whose.connected ? 'choosing' : 'awaited';
    this.left = whose.connected ? this.turn : settings.windowMs;
    this.ends = frozen ? null : now + this.left;
  }

  /** When time takes the turn away, or begins it again. */
  get due(): Ms | null {
    if (this.ends === null) return null;
    const { graceMs, transitMs } = this.#settings;
    const later = { awaited: transitMs, choosing: graceMs + transitMs, recovering: 0 };
    return this.ends + later[this.mode];
  }

  /** A choice received then is late. */
  isOver(received: Ms): boolean {
    return this.ends !== null && this.mode !== 'recovering' && received > this.ends + this.#settings.graceMs;
  }

  whole(now: Ms): void {
    this.#run('choosing', this.turn, now);
  }

  goOn(now: Ms): void {
    this.#run('choosing', this.left, now);
  }

  freeze(now: Ms): void {
    const left = Math.max(0, (this.ends ?? now) - now);
    if (this.mode === 'recovering') this.wait = left;
    else this.left = left;
    this.ends = null;
  }

  thaw(now: Ms, connected: boolean): void {
    if (this.mode === 'recovering') {
      if (connected) this.goOn(now);
      else this.ends = now + this.wait;
    } else if (this.mode === 'awaited' && connected) this.whole(now);
    else this.#run(this.mode, this.left, now);
  }

  prolong(byMs: number, now: Ms): void {
    if (this.mode !== 'awaited') this.turn += byMs;
    if (this.ends === null || this.mode === 'recovering') {
      this.left += byMs;
      return;
    }
    this.ends = Math.max(this.ends, now) + byMs;
    this.left = this.ends - now;
  }

  /** Our gateway was lost, and the called one with it. */
  newWindow(now: Ms, frozen: boolean): void {
    const { windowMs } = this.#settings;
    this.#run('awaited', this.mode === 'awaited' ? Math.max(windowMs, this.left) : windowMs, now);
    if (frozen) this.ends = null;
  }

  /** Nobody of ours looked after it from `from` on. */
  giveBack(from: Ms, connected: boolean, now: Ms): void {
    const { windowMs, reconnectMs } = this.#settings;
    const rest = Math.min(this.left, Math.max(0, (this.ends ?? from) - from));
    if (this.mode === 'awaited') return this.#run('awaited', Math.max(windowMs, rest), now);
    if (this.mode === 'choosing') this.left = rest;
    if (connected) return this.goOn(now);
    this.mode = 'recovering';
    this.wait = reconnectMs;
    this.ends = now + reconnectMs;
  }

  #run(mode: PlainMode, left: number, now: Ms): void {
    this.mode = mode;
    this.left = left;
    this.ends = now + left;
    this.wait = 0;
  }
}
