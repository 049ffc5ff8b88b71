/**
 * The public stream of one amphitheatre, or of one rehearsal, at this gateway: its state, the last deltas, the cached snapshot. Fed by the
 * bus, repaired from the journal; what it publishes goes to every watcher with the same bytes (architecture §3).
 */
import type { Clock } from '../../api/kit/clock.ts';
import type { Ms, PersonId, SessionId } from '../../machines/ids.ts';
import { nextInLine } from '../../machines/session/passing-order.ts';
import { applyDelta } from '../../machines/session/public-fold.ts';
import { publicHash, toSnapshot } from '../../machines/session/public-state.ts';
import type { PublicState } from '../../machines/session/public-state.ts';
import { PROTOCOL } from '../../machines/wire/frames.ts';
import type { Delta, ServerFrame } from '../../machines/wire/frames.ts';
import type { Database } from '../../migrations/open.ts';
import type { StreamId } from '../bus/stream-id.ts';
import { rowsSincePub } from '../journal/read.ts';
import { HASH_EVERY, RESUME_DELTAS } from './limits.ts';
import { deltaOf, loadPublicState } from './load-public-state.ts';
import type { Loaded } from './load-public-state.ts';

/** `ahead` is told at 5 or fewer (domain §3): the called one and the five behind. */
const TOLD_AHEAD = 6;

export interface StreamListener {
  /** One frame for everybody who follows. */
  publish(text: string): void;
  /** A person's interns ahead have changed. */
  ahead(person: PersonId, n: number): void;
  fault(error: unknown): void;
}

export class Stream {
  readonly id: StreamId;
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #listener: StreamListener;
  #state: PublicState;
  #published: boolean;
  /** Ascending, without holes but where an act outside the journal raised the number. */
  #deltas: { readonly pub: number; readonly text: string }[];
  #snapshot: { readonly pub: number; readonly text: string } | null = null;
  readonly #lines = new Map<SessionId, readonly PersonId[]>();
  /** Rows that came while a repair was under way. */
  #waiting: Delta[] = [];
  #repairing: Promise<void> | null = null;
  /** A reading that is still to begin. */
  #changing: Promise<void> | null = null;

  /** @returns null where there is no such amphitheatre or rehearsal. */
  static async open(
    database: Database,
    clock: Clock,
    id: StreamId,
    listener: StreamListener,
  ): Promise<Stream | null> {
    const loaded = await loadPublicState(database, id, RESUME_DELTAS);
    return loaded && new Stream(database, clock, id, loaded, listener);
  }

  private constructor(
    database: Database,
    clock: Clock,
    id: StreamId,
    loaded: Loaded,
    listener: StreamListener,
  ) {
    this.id = id;
    this.#database = database;
    this.#clock = clock;
    this.#listener = listener;
    this.#state = loaded.state;
    this.#published = loaded.published;
    this.#deltas = loaded.deltas.map(textOf);
    this.#noteLines();
  }

  get state(): PublicState {
    return this.#state;
  }

  /** Whether the public, or this person, may follow: a rehearsal is for its own people alone. Moderators always may. */
  isShownTo(person: PersonId | null): boolean {
    if (!this.#published) return false;
    return this.id.rehearsal === null || (person !== null && this.#state.people.has(person));
  }

  /** A row of the public stream: told at once where it is the next, after a repair where others are missing. */
  hear(delta: Delta): void {
    if (this.#repairing) return void this.#waiting.push(delta);
    if (delta.pub <= this.#state.pub) return;
    if (delta.pub === this.#state.pub + 1) return this.#tell(delta);
    this.#waiting.push(delta);
    void this.repair();
  }

  /** The frame for somebody who holds nothing, or too little; one serialisation per number. */
  snapshotFrame(now: Ms): string {
    if (this.#snapshot?.pub !== this.#state.pub)
      this.#snapshot = { pub: this.#state.pub, text: JSON.stringify(toSnapshot(this.#state)) };
    return `{"type":"snapshot","protocol":${PROTOCOL},"now":${now},"state":${this.#snapshot.text}}`;
  }

  /** The gap of somebody who holds `last`; null where it cannot be given whole. */
  resumedFrame(last: number, now: Ms): string | null {
    const missing = this.#state.pub - last;
    const deltas = this.#deltas.filter(({ pub }) => pub > last);
    if (missing < 0 || deltas.length !== missing) return null;
    const texts = deltas.map(({ text }) => text).join(',');
    return `{"type":"resumed","protocol":${PROTOCOL},"now":${now},"pub":${this.#state.pub},"deltas":[${texts}]}`;
  }

  headFrame(): string {
    return `{"type":"head","pub":${this.#state.pub}}`;
  }

  /** What the record has and this stream has not: row by row, or, where the numbers have holes, all anew. */
  repair(): Promise<void> {
    this.#repairing ??= this.#repairOnce()
      .catch((error: unknown) => this.#listener.fault(error))
      .finally(() => {
        this.#repairing = null;
        const waiting = this.#waiting.splice(0);
        for (const delta of waiting) this.hear(delta);
      });
    return this.#repairing;
  }

  async #repairOnce(): Promise<void> {
    const rows = await rowsSincePub(this.#database.sql, this.id, this.#state.pub, RESUME_DELTAS);
    for (const row of rows) if (row.pub === this.#state.pub + 1) this.#tell(deltaOf(row));
    const next = this.#waiting.find(({ pub }) => pub > this.#state.pub);
    const hole = next !== undefined && next.pub > this.#state.pub + 1;
    if (hole || (rows.at(-1)?.pub ?? 0) > this.#state.pub) await this.#reload();
  }

  /** Something outside the journal changed: everybody gets a fresh snapshot, one for all changes until it is read. */
  changed(): Promise<void> {
    this.#changing ??= this.#reloadAfterRepair();
    return this.#changing;
  }

  async #reloadAfterRepair(): Promise<void> {
    // At least one turn of the queue, so that `changing` is set before it is taken back here.
    do await this.#repairing;
    while (this.#repairing);
    this.#changing = null; // what changes from here on may come too late for this reading
    this.#repairing = this.#reload()
      .catch((error: unknown) => this.#listener.fault(error))
      .finally(() => {
        this.#repairing = null;
        for (const delta of this.#waiting.splice(0)) this.hear(delta);
      });
    await this.#repairing;
  }

  async #reload(): Promise<void> {
    const loaded = await loadPublicState(this.#database, this.id, RESUME_DELTAS);
    if (!loaded) return this.#listener.publish(GONE);
    this.#state = loaded.state;
    this.#published = loaded.published;
    this.#deltas = loaded.deltas.map(textOf);
    this.#snapshot = null;
    this.#noteLines();
    this.#listener.publish(this.snapshotFrame(this.#clock.now()));
  }

  #tell(delta: Delta): void {
    applyDelta(this.#state, delta);
    const hashed = delta.pub % HASH_EVERY === 0 ? { ...delta, hash: publicHash(this.#state) } : delta;
    const { pub, text } = textOf(hashed);
    this.#deltas.push({ pub, text });
    if (this.#deltas.length > 2 * RESUME_DELTAS) this.#deltas = this.#deltas.slice(-RESUME_DELTAS);
    this.#listener.publish(`{"type":"delta",${text.slice(1)}`);
    // Of every session: one that closes hands people over to the next one's line.
    for (const session of this.#state.sessions.keys()) this.#tellAhead(session);
  }

  #tellAhead(session: SessionId): void {
    const before = this.#lines.get(session) ?? [];
    const line = nextInLine(this.#state, session, TOLD_AHEAD);
    this.#lines.set(session, line);
    line.forEach((person, n) => {
      if (before[n] !== person) this.#listener.ahead(person, n);
    });
  }

  #noteLines(): void {
    this.#lines.clear();
    for (const session of this.#state.sessions.keys())
      this.#lines.set(session, nextInLine(this.#state, session, TOLD_AHEAD));
  }
}

/** A rehearsal taken back before its start: who waits there need not wait. */
const GONE = JSON.stringify({ type: 'gone', code: 'UNKNOWN_AMPHITHEATRE' } satisfies ServerFrame);

const textOf = (delta: Delta): { readonly pub: number; readonly text: string } => ({
  pub: delta.pub,
  text: JSON.stringify(delta),
});
