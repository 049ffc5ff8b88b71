/**
 * The gateway: sockets on one side, the bus on the other. It knows who is who, keeps each amphitheatre's public stream,
 * and passes commands on; it decides nothing (architecture §2.1, §3).
 */
import { randomUUID } from 'node:crypto';
import { newIncident } from '../../api/kit/incident.ts';
import type { AmphitheatreId, CommandId, Ms } from '../../machines/ids.ts';
import { CLOSE_CODES } from '../../machines/wire/close-codes.ts';
import type { ClientFrame, ServerFrame } from '../../machines/wire/frames.ts';
import { parseClientFrame } from '../../machines/wire/parse.ts';
import type { Release } from '../bus/bus.ts';
import { NoAnswer } from '../bus/bus.ts';
import type { Answer } from '../bus/messages.ts';
import { requestOf } from './command-of.ts';
import { deskTopic, moderatorName, say } from './connection.ts';
import type { Connection } from './connection.ts';
import type { GatewayParts } from './gateway-parts.ts';
import { closeInBatches } from './farewell.ts';
import { Followed } from './followed.ts';
import { greet } from './hello.ts';
import { DROP_AFTER_MS, HEAD_AFTER_MS, HELLO_WITHIN_MS } from './limits.ts';
import { presenceBook } from './presence-book.ts';
import type { PresenceBook } from './presence-book.ts';
import { openSockets } from './sockets.ts';
import type { Sockets } from './sockets.ts';
import { watchChanges } from './watch.ts';

const LOOK_EVERY_MS = 1_000;

export class Gateway {
  readonly parts: GatewayParts;
  readonly presence: PresenceBook;
  readonly #connections = new Set<Connection>();
  readonly #followed = new Map<AmphitheatreId, Promise<Followed | null>>();
  readonly #opened = new Set<Followed>();
  readonly #releases: Release[] = [];
  #sockets: Sockets | null = null;
  #cancelLook: () => void = () => undefined;
  #looking = false;

  constructor(parts: GatewayParts) {
    this.parts = parts;
    this.presence = presenceBook(
      randomUUID(),
      report => parts.bus.reportPresence(report),
      amphitheatre => this.#tellRoom(amphitheatre),
    );
  }

  get port(): number {
    return this.#sockets?.port ?? 0;
  }

  /** How many are open now. */
  get sockets(): number {
    return this.#connections.size;
  }

  /** @throws PortTaken */
  async open(): Promise<void> {
    const { bus, database, log, port, origins, limits } = this.parts;
    this.#releases.push(await bus.hearPresenceAsked(() => this.presence.tellAll()));
    const watcher = await watchChanges(database.url, log, {
      amphitheatreChanged: id => this.#changed(id),
      loginEnded: login => {
        for (const connection of this.#connections)
          if (connection.holder.kind === 'login' && connection.holder.login === login)
            connection.line.end(CLOSE_CODES.SIGNED_OUT);
      },
    });
    this.#releases.push(() => watcher.close());
    this.#sockets = await openSockets(
      { port, origins, limits, sql: database.sql },
      {
        opened: connection => this.#comes(connection),
        heard: (connection, text) => this.#heard(connection, text),
        closed: connection => this.#goes(connection),
        failed: error => log.error({ err: error }, 'upgrade.fault'),
      },
    );
    this.#lookLater();
  }

  /** Sockets go in batches, each told when to come back; the port is free at the end. */
  async close(): Promise<void> {
    this.#cancelLook();
    await closeInBatches([...this.#connections]);
    for (const release of this.#releases.toReversed()) await release();
    for (const followed of this.#opened) await followed.close();
    this.#sockets?.close();
    this.#sockets = null;
  }

  publish(topic: string, text: string): void {
    this.#sockets?.publish(topic, text);
  }

  /** How many amphitheatres are held in memory. */
  get amphitheatres(): number {
    return this.#opened.size;
  }

  /** The amphitheatre as it is followed here, loaded by whoever asks first; null where there is none. */
  followed(id: AmphitheatreId): Promise<Followed | null> {
    const known = this.#followed.get(id);
    if (known) return known;
    const opening = Followed.open(this, id);
    this.#followed.set(id, opening);
    opening.then(
      followed => (followed ? this.#opened.add(followed) : this.#followed.delete(id)),
      () => this.#followed.delete(id),
    );
    return opening;
  }

  /** A bug of ours on the way of one socket: it gets the number and comes back. */
  #fault(connection: Connection, error: unknown): void {
    const incident = newIncident();
    this.parts.log.error({ err: error, incident }, 'gateway.fault');
    connection.line.end(CLOSE_CODES.FAULT, incident);
  }

  // ------------------------------------------------------------ one socket

  #comes(connection: Connection): void {
    this.#connections.add(connection);
    const { clock } = this.parts;
    connection.cancelHello = clock.at(clock.now() + HELLO_WITHIN_MS, () =>
      connection.line.end(CLOSE_CODES.SILENT),
    );
  }

  #goes(connection: Connection): void {
    connection.cancelHello();
    this.#connections.delete(connection);
    const { following } = connection;
    if (!following) return;
    if (following.actor) this.presence.go(following.actor);
    const moderator = moderatorName(connection);
    if (moderator !== null) this.presence.moderatorGoes(following.amphitheatre, moderator);
  }

  #heard(connection: Connection, text: string): void {
    const receivedAt = this.parts.clock.now(); // before anything waits: the stamp that a choice is judged by
    if (!connection.mayCome(receivedAt)) return connection.line.end(CLOSE_CODES.TOO_MANY);
    const parsed = parseClientFrame(text);
    if (parsed.kind === 'bad') {
      this.parts.log.info({ problem: parsed.problem }, 'frame.bad');
      return connection.line.end(CLOSE_CODES.BAD_FRAME);
    }
    const { frame } = parsed;
    if (frame.type === 'ping') return say(connection, { type: 'pong', t: frame.t, now: receivedAt });
    connection.turn = connection.turn
      .then(() =>
        frame.type === 'hello' ? greet(this, connection, frame) : this.#pass(connection, frame, receivedAt),
      )
      .catch((error: unknown) => this.#fault(connection, error));
  }

  async #pass(
    connection: Connection,
    frame: Extract<ClientFrame, { type: 'command' }>,
    receivedAt: number,
  ): Promise<void> {
    const { following } = connection;
    if (!following) return connection.line.end(CLOSE_CODES.BAD_FRAME); // nothing is asked before `hello`
    const followed = await this.followed(following.amphitheatre);
    if (!followed?.stream.state.sessions.has(frame.session))
      return answer(connection, frame.id, { kind: 'refused', refusal: { code: 'UNKNOWN_SESSION' } });
    const request = requestOf(connection, frame, receivedAt);
    if ('code' in request) return answer(connection, frame.id, { kind: 'refused', refusal: request });
    try {
      answer(connection, frame.id, await this.parts.bus.request(request));
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      answer(connection, frame.id, { kind: 'refused', refusal: { code: 'RETRY' } });
    }
  }

  // ------------------------------------------------------------ all of them

  #tellRoom(amphitheatre: AmphitheatreId): void {
    const names = this.presence.moderatorsOf(amphitheatre);
    this.publish(
      deskTopic(amphitheatre),
      JSON.stringify({ type: 'moderators', names } satisfies ServerFrame),
    );
  }

  async #changed(id: AmphitheatreId): Promise<void> {
    const followed = await this.#followed.get(id);
    await followed?.stream.changed();
  }

  /** What nobody has followed for a while goes from memory; the next `hello` loads it again. */
  #takeUnfollowed(now: Ms): readonly Followed[] {
    const wanted = new Set([...this.#connections].map(({ following }) => following?.amphitheatre));
    for (const followed of this.#opened)
      if (wanted.has(followed.stream.amphitheatre)) followed.wantedAt = now;
    const unfollowed = [...this.#opened].filter(({ wantedAt }) => now - wantedAt >= DROP_AFTER_MS);
    for (const followed of unfollowed) {
      this.#followed.delete(followed.stream.amphitheatre);
      this.#opened.delete(followed);
    }
    return unfollowed;
  }

  #lookLater(): void {
    const { clock, log } = this.parts;
    this.#cancelLook = clock.at(clock.now() + LOOK_EVERY_MS, () => {
      this.#look().catch((error: unknown) => log.warn({ err: error }, 'gateway.notLooked'));
      this.#lookLater();
    });
  }

  /** Says `head` where it has been quiet, and looks whether the last of it was lost, here or on the way. */
  async #look(): Promise<void> {
    const now = this.parts.clock.now();
    const quiet = [...this.#opened].filter(followed => now - followed.saidAt >= HEAD_AFTER_MS);
    for (const followed of quiet) followed.sayHead();
    await Promise.all(this.#takeUnfollowed(now).map(followed => followed.close()));
    if (this.#looking) return;
    this.#looking = true;
    try {
      for (const followed of quiet) await followed.catchUp();
    } finally {
      this.#looking = false;
    }
  }
}

function answer(connection: Connection, id: CommandId, { kind, ...rest }: Answer): void {
  say(connection, { type: kind, id, ...rest } as ServerFrame);
}
