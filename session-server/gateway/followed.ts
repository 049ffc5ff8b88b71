/** An amphitheatre or a rehearsal as this gateway follows it: its stream to everybody, rows to moderators, to each what is theirs. */
import type { Ms, SessionId } from '../../machines/ids.ts';
import { publicFacts } from '../../machines/session/public-facts.ts';
import type { Fact } from '../../machines/session/facts.ts';
import type { ServerFrame } from '../../machines/wire/frames.ts';
import type { Release } from '../bus/bus.ts';
import type { Live, PublishedRow } from '../bus/messages.ts';
import type { StreamId } from '../bus/stream-id.ts';
import { deskTopic, personTopic, publicTopic } from './connection.ts';
import { deskRow, readDesk, sessionOfDesk } from './desk.ts';
import type { GatewayShared } from './gateway-shared.ts';
import { Personal } from './personal.ts';
import { readHead } from './public-base.ts';
import { readSeq } from '../journal/read.ts';
import { Stream } from './stream.ts';

export class Followed {
  readonly stream: Stream;
  readonly personal: Personal;
  readonly #gateway: GatewayShared;
  readonly #release: Release;
  /** When somebody last followed it; the gateway's to know. */
  wantedAt: Ms;
  #saidAt: Ms;
  /** Sessions whose record is away, and since when. */
  readonly #suspended = new Map<SessionId, Ms>();
  #isClosed = false;
  /** Of each session the last row that all moderators here have, or have been told of. */
  readonly #deskSeq = new Map<SessionId, number>();
  /** Rows to moderators in their order, whatever each has to be looked up for. */
  #deskTurn: Promise<void> = Promise.resolve();

  static async open(gateway: GatewayShared, id: StreamId): Promise<Followed | null> {
    const { bus, database, clock, log } = gateway.parts;
    // Heard before it is loaded: what comes meanwhile is told after, so that nothing falls between.
    const early: Live[] = [];
    let hear = (live: Live): void => void early.push(live);
    const release = await bus.follow(id, live => hear(live));
    let followed: Followed | null = null;
    const { rehearsal } = id;
    const stream = await Stream.open(database, clock, id, {
      publish: text => followed?.publishToAll(text),
      ahead: (person, n) => gateway.publish(personTopic({ person, rehearsal }), textOf({ type: 'ahead', n })),
      fault: error => log.error({ err: error, ...id }, 'stream.fault'),
    });
    if (!stream) {
      await release();
      return null;
    }
    const opened = new Followed(gateway, stream, release);
    followed = opened;
    hear = live => opened.#hear(live);
    for (const live of early) hear(live);
    return opened;
  }

  private constructor(gateway: GatewayShared, stream: Stream, release: Release) {
    this.#gateway = gateway;
    this.stream = stream;
    this.personal = new Personal(gateway, stream);
    this.#release = release;
    this.wantedAt = gateway.parts.clock.now();
    this.#saidAt = this.wantedAt;
  }

  /** Dropped: it hears nothing more. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** When something was last said to everybody. */
  get saidAt(): Ms {
    return this.#saidAt;
  }

  publishToAll(text: string): void {
    this.#saidAt = this.#gateway.parts.clock.now();
    this.#gateway.publish(publicTopic(this.stream.id), text);
  }

  /** For whoever comes in while a session's record is away: what was told to the others outside the numbered stream. */
  suspendedNotices(): readonly ServerFrame[] {
    return [...this.#suspended].map(([session, since]) => ({
      type: 'notice',
      kind: 'suspended',
      session,
      since,
    }));
  }

  sayHead(): void {
    this.publishToAll(this.stream.headFrame());
  }

  /** Whether the record is further than we are: a last row, or word of a change, that never came; to whomever it is owed. */
  async catchUp(): Promise<void> {
    this.#deskInTurn(() => this.#catchUpDesk());
    const row = await readHead(this.#gateway.parts.database.sql, this.stream.id);
    const { pub, edition } = this.stream.state;
    if (!row) return this.stream.changed(); // a rehearsal taken back: who waits in it is told
    if (row.pub <= pub && row.edition === edition) return;
    this.personal.missedRows();
    await this.stream.repair();
    if (this.stream.state.pub < row.pub || row.edition !== edition) await this.stream.changed();
  }

  close(): Promise<void> {
    this.#isClosed = true;
    return this.#release();
  }

  #hear(live: Live): void {
    if (live.kind === 'notice') {
      if (live.notice === 'suspended') this.#suspended.set(live.session, this.#gateway.parts.clock.now());
      else this.#suspended.delete(live.session);
      return this.publishToAll(textOf({ type: 'notice', kind: live.notice, session: live.session }));
    }
    const { row } = live;
    this.#suspended.delete(row.session); // it is written again, whether we heard so or not
    if (row.pub !== null)
      this.stream.hear({ pub: row.pub, session: row.session, at: row.at, facts: publicFacts(row.facts) });
    this.personal.hear(row);
    this.#gateway.charts.changed(row.session);
    if (row.facts.some(({ kind }) => kind === 'mandate')) this.#gateway.mandatesChanged(this.stream.id);
    this.#tellDesk(row);
  }

  #tellDesk(row: PublishedRow): void {
    this.#deskSeq.set(row.session, row.seq);
    if (this.#gateway.rooms.isEmptyHere(this.stream.id)) return;
    this.#deskInTurn(async () => {
      const frame = row.facts.some(changesRoom) ? await this.deskFrame(row) : await this.#rowFrame(row);
      this.#gateway.publish(deskTopic(this.stream.id), textOf(frame));
    });
  }

  /** A row behind which none came: no moderator can know that it is missing. */
  async #catchUpDesk(): Promise<void> {
    const session = sessionOfDesk(this.stream.state);
    const told = session === null ? undefined : this.#deskSeq.get(session);
    if (session === null || told === undefined || this.#gateway.rooms.isEmptyHere(this.stream.id)) return;
    const seq = await readSeq(this.#gateway.parts.database.sql, session);
    if (seq <= told) return;
    this.#deskSeq.set(session, seq);
    this.#gateway.publish(deskTopic(this.stream.id), textOf(await this.deskFrame({ session })));
  }

  #deskInTurn(tell: () => Promise<void>): void {
    this.#deskTurn = this.#deskTurn
      .then(tell)
      .catch((error: unknown) => this.#gateway.parts.log.error({ err: error }, 'desk.fault'));
  }

  /** The room of one session, whole: at `hello`, and where a row tells less than it changes. */
  async deskFrame({ session }: Pick<PublishedRow, 'session'>): Promise<ServerFrame> {
    const { database, bus } = this.#gateway.parts;
    await this.#gateway.rooms.read(this.stream.id);
    const room = await readDesk(database.sql, bus, session);
    if (!this.#deskSeq.has(session)) this.#deskSeq.set(session, room.seq);
    // After the reading: who came meanwhile was told to everybody already, and this would say otherwise.
    const moderators = this.#gateway.rooms.namesIn(this.stream.id);
    return { type: 'desk', ...room, moderators };
  }

  /** Before its session begins all there is to tell of the room is who is in it. */
  async roomFrame(): Promise<ServerFrame> {
    await this.#gateway.rooms.read(this.stream.id);
    return { type: 'moderators', names: this.#gateway.rooms.namesIn(this.stream.id) };
  }

  async #rowFrame(row: PublishedRow): Promise<ServerFrame> {
    return { type: 'row', ...(await deskRow(this.#gateway.parts.database.sql, row)) };
  }
}

/** What no fact tells: of somebody new all that is known; after a takeover, that nobody was seen yet. */
const changesRoom = (fact: Fact): boolean =>
  fact.kind === 'started' || fact.kind === 'credit' || (fact.kind === 'joined' && fact.edition !== null);

const textOf = (frame: ServerFrame): string => JSON.stringify(frame);
