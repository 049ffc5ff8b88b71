/**
 * The acting side of `machines/connection`: gets tickets, opens sockets, waits, pings, and notices a line that has gone
 * silent. Says what it hears to its listener; knows nothing of what the frames mean but `pong`.
 */
import { createActor } from 'xstate';
import type { SnapshotFrom } from 'xstate';
import { connectionMachine } from '../../machines/connection/machine.ts';
import type { ConnectionEvent } from '../../machines/connection/machine.ts';
import type { Ms } from '../../machines/ids.ts';
import type { ClientFrame, Realm, ServerFrame } from '../../machines/wire/frames.ts';
import { measureOf, offsetOf, withMeasure } from './clock-offset.ts';
import type { Measure } from './clock-offset.ts';
import type { LiveParts, Socket } from './parts.ts';

export type LinkSnapshot = SnapshotFrom<typeof connectionMachine>;

export interface LinkListener {
  changed(snapshot: LinkSnapshot): void;
  /** The socket is open: say `hello`. */
  opened(): void;
  heard(frame: ServerFrame): void;
}

const PING_EVERY_MS = 5_000;
/** The first pings come quickly: the clock must be right before the first countdown matters. */
const FIRST_PINGS_MS = [0, 250, 500, 1_000] as const;
/** Past this without a word (pongs come each 5 s) the line is dead, whatever the browser thinks. */
const SILENT_MS = 12_000;
/** The same once there is reason to doubt it, a choice just sent for one: twelve seconds are an eighth of a turn. */
const DOUBTED_MS = 4_000;

export class Link {
  readonly #parts: LiveParts;
  readonly #realm: Realm;
  readonly #listener: LinkListener;
  readonly #actor = createActor(connectionMachine);
  readonly #unlisten: () => void;
  #socket: Socket | null = null;
  readonly #timers = new Set<() => void>();
  #heardAt: Ms = 0;
  /** Frames of all its sockets so far. */
  #heard = 0;
  #measures: readonly Measure[] = [];

  constructor(parts: LiveParts, realm: Realm, listener: LinkListener) {
    this.#parts = parts;
    this.#realm = realm;
    this.#listener = listener;
    this.#unlisten = parts.onReach(() => this.#reachChanged());
    let before = '';
    this.#actor.subscribe(snapshot => {
      const state = nameOf(snapshot);
      listener.changed(snapshot);
      if (state !== before) this.#enter((before = state), snapshot);
    });
    this.#actor.start();
  }

  /** The server's clock. */
  now(): Ms {
    return this.#parts.now() + offsetOf(this.#measures);
  }

  /** Round trips of this connection's pings, the newest last: for who tests the line itself. */
  measures(): readonly Measure[] {
    return this.#measures;
  }

  tell(event: ConnectionEvent): void {
    this.#actor.send(event);
  }

  send(frame: ClientFrame): void {
    this.#socket?.send(JSON.stringify(frame));
    if (frame.type === 'command') this.#doubt();
  }

  close(): void {
    this.tell({ type: 'stop' });
    this.#unlisten();
  }

  #enter(state: string, { context }: LinkSnapshot): void {
    if (state === 'ticket') void this.#askTicket();
    if (state !== 'lost' && state !== 'signedOut' && state !== 'stopped') return;
    this.#release();
    if (state === 'lost') this.#later(context.waitMs, () => this.tell({ type: 'retry' }));
  }

  async #askTicket(): Promise<void> {
    this.#release();
    const answer = await this.#parts.askTicket(this.#realm);
    if (!this.#actor.getSnapshot().matches('ticket')) return;
    if (answer.kind === 'failed') return this.tell({ type: 'failed', chance: this.#parts.chance() });
    if (answer.kind === 'signedOut') return this.tell({ type: 'signedOut' });
    const address = new URL(answer.url);
    address.searchParams.set('ticket', answer.ticket);
    this.tell({ type: 'ticket' });
    this.#watchSilence();
    this.#socket = this.#parts.openSocket(address.href, {
      opened: () => {
        this.tell({ type: 'opened' });
        this.#listener.opened();
        this.#keepAlive();
      },
      heard: text => this.#hear(JSON.parse(text) as ServerFrame),
      closed: (code, reason) => this.tell({ type: 'closed', code, reason, chance: this.#parts.chance() }),
    });
  }

  #hear(frame: ServerFrame): void {
    const received = this.#parts.now();
    this.#heardAt = received;
    this.#heard++;
    if (frame.type === 'pong') {
      this.#measures = withMeasure(this.#measures, measureOf(frame.t, received, frame.now));
    } else this.#listener.heard(frame);
  }

  #ping(): void {
    this.send({ type: 'ping', t: this.#parts.now() });
  }

  #keepAlive(): void {
    for (const ms of FIRST_PINGS_MS) this.#later(ms, () => this.#ping());
    const again = (): void => {
      this.#ping();
      this.#later(PING_EVERY_MS, again);
    };
    this.#later(PING_EVERY_MS, again);
  }

  /** A half-open line says nothing of its death: so the silence itself is taken for it. */
  #watchSilence(): void {
    this.#heardAt = this.#parts.now();
    const look = (): void => {
      if (this.#parts.now() - this.#heardAt > SILENT_MS) return this.#isDead();
      this.#later(1_000, look);
    };
    this.#later(1_000, look);
  }

  /** Asks at once whether anybody is there: the gateway answers a ping whatever else is slow. */
  #doubt(): void {
    if (this.#socket === null || nameOf(this.#actor.getSnapshot()) === 'connecting') return;
    const before = this.#heard;
    this.#ping();
    this.#later(DOUBTED_MS, () => {
      if (this.#heard === before) this.#isDead();
    });
  }

  #isDead(): void {
    this.tell({ type: 'closed', code: 1006, reason: '', chance: this.#parts.chance() });
  }

  /** Seen again, or the network gone or back: no waiting, a line that stood is asked, and the clock is measured anew. */
  #reachChanged(): void {
    this.#doubt();
    this.tell({ type: 'retry' });
  }

  #later(ms: Ms, act: () => void): void {
    const cancel = this.#parts.after(ms, () => {
      this.#timers.delete(cancel);
      act();
    });
    this.#timers.add(cancel);
  }

  #release(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
    this.#socket?.close();
    this.#socket = null;
  }
}

/** `socket.live` → `live`: the innermost name says it all. */
export function nameOf({ value }: LinkSnapshot): string {
  return typeof value === 'string' ? value : value.socket;
}
