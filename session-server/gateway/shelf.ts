/** The streams that this gateway keeps in memory: loaded by who asks first, repaired each second, dropped when nobody follows. */
import type { AmphitheatreId, SessionId } from '../../machines/ids.ts';
import { streamKey } from '../bus/stream-id.ts';
import type { StreamId } from '../bus/stream-id.ts';
import { Followed } from './followed.ts';
import type { GatewayCore } from './gateway-core.ts';
import { DROP_AFTER_MS, HEAD_AFTER_MS } from './limits.ts';

interface Asked {
  readonly stream: StreamId;
  /** Null where there is no such stream. */
  readonly opening: Promise<Followed | null>;
}

export class Shelf {
  readonly #gateway: GatewayCore;
  readonly #followed = new Map<string, Asked>();
  readonly #opened = new Set<Followed>();
  #looking = false;

  constructor(gateway: GatewayCore) {
    this.#gateway = gateway;
  }

  get size(): number {
    return this.#opened.size;
  }

  /** The amphitheatre or the rehearsal, loaded by whoever asks first; null where there is none. */
  followed({ amphitheatre, rehearsal }: StreamId): Promise<Followed | null> {
    const stream = { amphitheatre, rehearsal };
    const key = streamKey(stream);
    const known = this.#followed.get(key);
    if (known) return known.opening;
    const opening = Followed.open(this.#gateway, stream);
    this.#followed.set(key, { stream, opening });
    opening.then(
      followed => (followed ? this.#opened.add(followed) : this.#followed.delete(key)),
      () => this.#followed.delete(key),
    );
    return opening;
  }

  /** Those still being loaded too. @param rehearsal undefined: the amphitheatre, and all that rehearse it. */
  async ofAmphitheatre(id: AmphitheatreId, rehearsal: SessionId | undefined): Promise<readonly Followed[]> {
    const asked = [...this.#followed.values()].filter(
      ({ stream }) =>
        stream.amphitheatre === id && (rehearsal === undefined || stream.rehearsal === rehearsal),
    );
    const opened = await Promise.all(asked.map(({ opening }) => opening.catch(() => null)));
    return opened.filter(followed => followed !== null);
  }

  /** Sessions that an owner has just now, as far as is known here. */
  liveSessions(): readonly SessionId[] {
    return [...this.#opened].flatMap(liveIn);
  }

  /** The one of this stream; null where none is. */
  liveSessionOf(id: StreamId): SessionId | null {
    const followed = [...this.#opened].find(({ stream }) => streamKey(stream.id) === streamKey(id));
    return followed ? (liveIn(followed)[0] ?? null) : null;
  }

  /** Says `head` where it has been quiet, and looks whether the last of it was lost, here or on the way. */
  async look(wanted: readonly StreamId[]): Promise<void> {
    const now = this.#gateway.parts.clock.now();
    const quiet = [...this.#opened].filter(followed => now - followed.saidAt >= HEAD_AFTER_MS);
    for (const followed of quiet) followed.sayHead();
    await Promise.all(this.#takeUnfollowed(wanted).map(followed => followed.close()));
    if (this.#looking) return;
    this.#looking = true;
    try {
      for (const followed of quiet) await followed.catchUp();
    } finally {
      this.#looking = false;
    }
  }

  /** Rows may have been lost on the way to any of them. */
  catchUp(): void {
    const { log } = this.#gateway.parts;
    for (const followed of this.#opened)
      followed.catchUp().catch((error: unknown) => log.warn({ err: error }, 'stream.notCaughtUp'));
  }

  async close(): Promise<void> {
    for (const followed of this.#opened) await followed.close();
  }

  /** What nobody has followed for a while goes from memory; the next `hello` loads it again. */
  #takeUnfollowed(wanted: readonly StreamId[]): readonly Followed[] {
    const now = this.#gateway.parts.clock.now();
    const keys = new Set(wanted.map(streamKey));
    for (const followed of this.#opened) if (keys.has(streamKey(followed.stream.id))) followed.wantedAt = now;
    const unfollowed = [...this.#opened].filter(({ wantedAt }) => now - wantedAt >= DROP_AFTER_MS);
    for (const followed of unfollowed) {
      this.#followed.delete(streamKey(followed.stream.id));
      this.#opened.delete(followed);
    }
    return unfollowed;
  }
}

const liveIn = ({ stream }: Followed): readonly SessionId[] =>
  [...stream.state.sessions.values()]
    .filter(({ state }) => state === 'running' || state === 'paused')
    .map(({ id }) => id);
