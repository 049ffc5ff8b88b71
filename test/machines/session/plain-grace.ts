/** How long a session waits where nobody is left to call, in the independent model (plain-queue.ts): domain §2. */
import type { Ms } from '../../../machines/ids.ts';
import type { World } from '../../../machines/session/world.ts';

export class PlainGrace {
  /** When the session closes by itself; null while somebody is called, or in a pause. */
  ends: Ms | null = null;
  /** What is left of it in a pause. */
  left: number | null = null;
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  begin(now: Ms, canSomebodyReturn: boolean, frozen: boolean): void {
    this.left = this.#length(now, canSomebodyReturn);
    if (!frozen) this.thaw(now);
  }

  stop(): void {
    this.ends = null;
    this.left = null;
  }

  freeze(now: Ms): void {
    if (this.ends === null) return;
    this.left = Math.max(0, this.ends - now);
    this.ends = null;
  }

  thaw(now: Ms): void {
    this.ends = now + (this.left ?? 0);
    this.left = null;
  }

  moveOn(ms: number): void {
    if (this.ends !== null) this.ends += ms;
  }

  /** The last absentee who can come back is gone: never longer for it. Or the first is there: anew. */
  follow(now: Ms, canSomebodyReturn: boolean): void {
    const anew = this.#length(now, canSomebodyReturn);
    const shorterOf = (left: number): number => (canSomebodyReturn ? anew : Math.min(left, anew));
    if (this.ends === null) this.left = shorterOf(this.left ?? anew);
    else this.ends = now + shorterOf(this.ends - now);
  }

  #length(now: Ms, canSomebodyReturn: boolean): number {
    const { settings, nextSessionAt } = this.#world;
    if (!canSomebodyReturn) return settings.idleCloseMs;
    const untilNext = nextSessionAt === null ? Number.POSITIVE_INFINITY : nextSessionAt - now;
    return Math.min(settings.absenteesGraceMs, Math.max(settings.idleCloseMs, untilNext));
  }
}
