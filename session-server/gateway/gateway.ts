/**
 * The gateway: sockets on one side, the bus on the other. It knows who is who, keeps each amphitheatre's public stream,
 * and passes commands on; it decides nothing (architecture §2.1, §3).
 */
import { newIncident } from '../../api/kit/incident.ts';
import type { AmphitheatreId, LoginId, SessionId } from '../../machines/ids.ts';
import { CLOSE_CODES } from '../../machines/wire/close-codes.ts';
import type { ServerFrame } from '../../machines/wire/frames.ts';
import { parseClientFrame } from '../../machines/wire/parse.ts';
import type { Release } from '../bus/bus.ts';
import type { StreamId } from '../bus/stream-id.ts';
import { findActorsAgain } from './acting.ts';
import { charts } from './charts.ts';
import type { Charts } from './charts.ts';
import { deskTopic, inRoom, isOf, presentAs, say } from './connection.ts';
import type { Connection } from './connection.ts';
import { closeInBatches } from './farewell.ts';
import type { Followed } from './followed.ts';
import type { GatewayCore } from './gateway-core.ts';
import type { GatewayParts } from './gateway-parts.ts';
import { greet } from './hello.ts';
import { HELLO_WITHIN_MS } from './limits.ts';
import { endedLogins } from './logins.ts';
import { ownerClocks } from './owner-clocks.ts';
import type { OwnerClocks } from './owner-clocks.ts';
import { peopleConnected } from './people-connected.ts';
import type { PeopleConnected } from './people-connected.ts';
import { presenceBook } from './presence-book.ts';
import type { PresenceBook } from './presence-book.ts';
import { serve } from './requests.ts';
import { roomModerators } from './room-moderators.ts';
import type { RoomModerators } from './room-moderators.ts';
import { Shelf } from './shelf.ts';
import { openSockets } from './sockets.ts';
import type { Sockets } from './sockets.ts';
import { watchChanges } from './watch.ts';

const LOOK_EVERY_MS = 1_000;
const CHECK_LOGINS_EVERY = 30; // looks: the net under a word of an ended login that was lost

export class Gateway implements GatewayCore {
  readonly parts: GatewayParts;
  readonly presence: PresenceBook;
  readonly rooms: RoomModerators;
  readonly charts: Charts;
  readonly ownerClocks: OwnerClocks;
  readonly #people: PeopleConnected;
  readonly #shelf: Shelf;
  readonly #connections = new Set<Connection>();
  readonly #releases: Release[] = [];
  #sockets: Sockets | null = null;
  #cancelLook: () => void = () => undefined;
  #looks = 0;

  constructor(parts: GatewayParts) {
    this.parts = parts;
    const { bus, clock, database, log, name } = parts;
    this.rooms = roomModerators({ sql: database.sql, clock, log, gateway: name }, stream =>
      this.#tellRoom(stream),
    );
    this.#people = peopleConnected({ sql: database.sql, clock, log, gateway: name });
    this.presence = presenceBook(name, report => bus.reportPresence(report), this.rooms, this.#people);
    this.charts = charts(parts);
    this.ownerClocks = ownerClocks(bus, clock);
    this.#shelf = new Shelf(this);
  }

  get port(): number {
    return this.#sockets?.port ?? 0;
  }

  get sockets(): number {
    return this.#connections.size;
  }

  /** How many amphitheatres and rehearsals are held in memory. */
  get amphitheatres(): number {
    return this.#shelf.size;
  }

  /** @throws PortTaken */
  async open(): Promise<void> {
    const { bus, database, log, name, port, origins, limits } = this.parts;
    this.#releases.push(
      await bus.hearPresenceAsked(() => this.presence.tellAll()),
      await bus.hearBack(() => this.#shelf.catchUp()),
    );
    const watcher = await watchChanges(database.url, log, {
      amphitheatreChanged: (id, rehearsal) => this.#changed(id, rehearsal),
      loginEnded: (login, why) => this.#signOut(new Set([login]), why),
      favouritesChanged: (person, version) =>
        this.#tell(({ following }) => following?.actor?.person === person, { type: 'favourites', version }),
      ownChanged: (account, frame) => this.#tell(isOf(account), frame),
      roomChanged: async (room, gateway) => void (gateway !== name && (await this.rooms.read(room))),
      listening: () => this.#checkLogins(),
    });
    this.#releases.push(() => watcher.close());
    await this.rooms.open();
    this.#releases.push(() => this.rooms.close());
    await this.#people.open();
    this.#releases.push(() => this.#people.close());
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
    this.charts.close();
    await closeInBatches([...this.#connections]);
    this.presence.leave();
    for (const release of this.#releases.toReversed()) await release();
    await this.#shelf.close();
    this.#sockets?.close();
    this.#sockets = null;
  }

  publish(topic: string, text: string): void {
    this.#sockets?.publish(topic, text);
  }

  followed(stream: StreamId): Promise<Followed | null> {
    return this.#shelf.followed(stream);
  }

  mandatesChanged(stream: StreamId): void {
    const find = async (): Promise<void> => {
      const followed = await this.followed(stream);
      followed?.personal.tablesChanged();
      await findActorsAgain(this, this.#connections, stream);
    };
    find().catch((error: unknown) => this.parts.log.error({ err: error, ...stream }, 'actors.notFound'));
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
    this.charts.forget(connection);
    const { following } = connection;
    if (!following) return;
    const present = presentAs(connection, following);
    if (present) this.presence.go(present);
    const moderator = inRoom(connection, following);
    if (moderator) this.presence.moderatorGoes(following, moderator);
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
    if (frame.type === 'ping') return this.#tellTime(connection, frame.t, receivedAt);
    connection.turn = connection.turn
      .then(() =>
        frame.type === 'hello' ? greet(this, connection, frame) : serve(this, connection, frame, receivedAt),
      )
      .catch((error: unknown) => this.#fault(connection, error));
  }

  /** As the owner of the session followed reads it: its deadlines are by that clock. */
  #tellTime(connection: Connection, t: number, now: number): void {
    const live = connection.following && this.#shelf.liveSessionOf(connection.following);
    say(connection, { type: 'pong', t, now: now + (live === null ? 0 : this.ownerClocks.offsetOf(live)) });
  }

  /** A bug of ours on the way of one socket: it gets the number and comes back. */
  #fault(connection: Connection, error: unknown): void {
    const incident = newIncident();
    this.parts.log.error({ err: error, incident }, 'gateway.fault');
    connection.line.end(CLOSE_CODES.FAULT, incident);
  }

  // ------------------------------------------------------------ all of them

  #tellRoom(stream: StreamId): void {
    const names = this.rooms.namesIn(stream);
    this.publish(deskTopic(stream), JSON.stringify({ type: 'moderators', names } satisfies ServerFrame));
  }

  /** To every socket of those whom it concerns, whatever they follow. */
  #tell(concerns: (connection: Connection) => boolean, frame: ServerFrame): void {
    const text = JSON.stringify(frame);
    for (const connection of this.#connections) if (concerns(connection)) connection.line.send(text);
  }

  async #changed(id: AmphitheatreId, rehearsal: SessionId | undefined): Promise<void> {
    await Promise.all(
      (await this.#shelf.ofAmphitheatre(id, rehearsal)).map(async ({ stream }) => {
        await stream.changed();
        this.mandatesChanged(stream.id);
        for (const session of stream.state.sessions.keys()) this.charts.changed(session);
      }),
    );
  }

  #signOut(ended: ReadonlySet<LoginId>, why: keyof typeof CLOSE_CODES = 'SIGNED_OUT'): void {
    for (const { holder, line } of this.#connections)
      if (holder.kind === 'login' && ended.has(holder.login)) line.end(CLOSE_CODES[why]);
  }

  async #checkLogins(): Promise<void> {
    const open = new Set(
      [...this.#connections].flatMap(({ holder }) => (holder.kind === 'login' ? [holder.login] : [])),
    );
    this.#signOut(await endedLogins(this.parts.database.sql, [...open]));
  }

  // ------------------------------------------------------------ each second

  #lookLater(): void {
    const { clock, log } = this.parts;
    this.#cancelLook = clock.at(clock.now() + LOOK_EVERY_MS, () => {
      this.presence.beat();
      this.#look().catch((error: unknown) => log.warn({ err: error }, 'gateway.notLooked'));
      this.#lookLater();
    });
  }

  async #look(): Promise<void> {
    this.#looks += 1;
    const followed = [...this.#connections].flatMap(({ following }) => following ?? []);
    await Promise.all([
      this.#shelf.look(followed),
      this.ownerClocks.measure(this.#shelf.liveSessions()),
      this.#looks % CHECK_LOGINS_EVERY === 0 ? this.#checkLogins() : null,
    ]);
  }
}
