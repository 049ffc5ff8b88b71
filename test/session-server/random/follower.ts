/** An intern or a holder with a window open or closed, whose copy stays meanwhile: back again, only what was missed is asked for. */
import type { LoginId, SessionId } from '../../../machines/ids.ts';
import type { PublicSnapshot } from '../../../machines/session/public-state.ts';
import type { WireCommand, You } from '../../../machines/wire/frames.ts';
import type { Watcher } from '../support/watcher.ts';
import { OwnCopy } from './own-copy.ts';

/** Where sockets are opened: one that follows, from that number of the public stream on. */
interface Door {
  watcher(login: LoginId | null, last?: number | null): Promise<Watcher>;
}

export class Follower {
  readonly #door: Door;
  readonly #login: LoginId;
  readonly #copy = new OwnCopy();
  #watcher: Watcher | null = null;
  #read = 0;

  constructor(door: Door, login: LoginId) {
    this.#door = door;
    this.#login = login;
  }

  get isHere(): boolean {
    return this.#watcher !== null;
  }

  /** As they see themselves, told last. */
  get you(): You | null {
    return this.#watcher?.all('you').at(-1) ?? null;
  }

  get snapshot(): PublicSnapshot | null {
    return this.#copy.snapshot;
  }

  async come(): Promise<void> {
    if (this.#watcher) return;
    this.#read = 0;
    this.#watcher = await this.#door.watcher(this.#login, this.#copy.pub);
    await this.#watcher.until('you', frame => frame.type === 'you');
    this.#readOn();
  }

  async go(): Promise<void> {
    const watcher = this.#watcher;
    if (!watcher) return;
    this.#watcher = null;
    await watcher.close();
    this.#copy.read(watcher.frames.slice(this.#read));
  }

  /** @throws where no window is open. */
  async ask(session: SessionId, command: WireCommand): ReturnType<Watcher['ask']> {
    if (!this.#watcher) throw new Error('asked by somebody who is not here');
    return await this.#watcher.ask(session, command);
  }

  /** Whatever was told before has been read. */
  async settled(): Promise<void> {
    await this.#watcher?.settled();
    this.#readOn();
  }

  #readOn(): void {
    const frames = this.#watcher?.frames ?? [];
    this.#copy.read(frames.slice(this.#read));
    this.#read = frames.length;
  }
}
