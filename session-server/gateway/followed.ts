/** One amphitheatre as this gateway follows it: its stream to everybody, its rows to moderators, what is personal to each. */
import type { AmphitheatreId, Ms, PersonId } from '../../machines/ids.ts';
import { publicFacts } from '../../machines/session/public-facts.ts';
import type { ServerFrame } from '../../machines/wire/frames.ts';
import type { Release } from '../bus/bus.ts';
import type { Live, PublishedRow } from '../bus/messages.ts';
import { actorTopic, deskTopic, personTopic, publicTopic } from './connection.ts';
import { deskRow, readDesk } from './desk.ts';
import type { GatewayCore } from './gateway-parts.ts';
import { youFor } from './person.ts';
import { Stream } from './stream.ts';

export class Followed {
  readonly stream: Stream;
  /** Holders' e-mails of those who said `hello` here: interns see theirs when something of them changes. */
  readonly holders = new Map<PersonId, string | null>();
  readonly #gateway: GatewayCore;
  readonly #release: Release;
  /** When somebody last followed it; the gateway's to know. */
  wantedAt: Ms;
  #saidAt: Ms;
  #isClosed = false;
  /** Rows to moderators in their order, whatever each has to be looked up for. */
  #deskTurn: Promise<void> = Promise.resolve();

  static async open(gateway: GatewayCore, amphitheatre: AmphitheatreId): Promise<Followed | null> {
    const { bus, database, clock, log } = gateway.parts;
    // Heard before it is loaded: what comes meanwhile is told after, so that nothing falls between.
    const early: Live[] = [];
    let hear = (live: Live): void => void early.push(live);
    const release = await bus.follow(amphitheatre, live => hear(live));
    let followed: Followed | null = null;
    const stream = await Stream.open(database, clock, amphitheatre, {
      publish: text => followed?.publishToAll(text),
      ahead: (person, n) => gateway.publish(personTopic(person), textOf({ type: 'ahead', n })),
      fault: error => log.error({ err: error, amphitheatre }, 'stream.fault'),
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

  private constructor(gateway: GatewayCore, stream: Stream, release: Release) {
    this.#gateway = gateway;
    this.stream = stream;
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
    this.#gateway.publish(publicTopic(this.stream.amphitheatre), text);
  }

  sayHead(): void {
    this.publishToAll(this.stream.headFrame());
  }

  /** Whether the record is further than we are: a last row, or word of a change, that never came. */
  async catchUp(): Promise<void> {
    const [row] = await this.#gateway.parts.database.sql<{ pub: number; edition: number }>(
      'select pub, edition from amphitheatre where id = ?::int',
      [this.stream.amphitheatre],
    );
    const { pub, edition } = this.stream.state;
    if (!row || (row.pub <= pub && row.edition === edition)) return;
    await this.stream.repair();
    if (this.stream.state.pub < row.pub || row.edition !== edition) await this.stream.changed();
  }

  close(): Promise<void> {
    this.#isClosed = true;
    return this.#release();
  }

  #hear(live: Live): void {
    if (live.kind === 'notice')
      return this.publishToAll(textOf({ type: 'notice', kind: live.notice, session: live.session }));
    const { row } = live;
    if (row.pub !== null)
      this.stream.hear({ pub: row.pub, session: row.session, at: row.at, facts: publicFacts(row.facts) });
    for (const intern of row.about) {
      const { person } = intern;
      for (const realm of ['intern', 'mandatary'] as const) {
        const seen = youFor(realm, intern, this.holders.get(person) ?? null);
        this.#gateway.publish(actorTopic({ person, realm }), textOf({ type: 'you', ...seen }));
      }
    }
    this.#tellDesk(row);
  }

  #tellDesk(row: PublishedRow): void {
    const { amphitheatre } = this.stream;
    if (this.#gateway.presence.moderatorsOf(amphitheatre).length === 0) return;
    const tell = async (): Promise<void> => {
      const begins = row.facts.some(fact => fact.kind === 'started');
      const frame = begins ? await this.deskFrame(row) : await this.#rowFrame(row);
      this.#gateway.publish(deskTopic(amphitheatre), textOf(frame));
    };
    this.#deskTurn = this.#deskTurn
      .then(tell)
      .catch((error: unknown) => this.#gateway.parts.log.error({ err: error }, 'desk.fault'));
  }

  /** The room of one session, whole: at `hello`, and when the session begins. */
  async deskFrame({ session }: Pick<PublishedRow, 'session'>): Promise<ServerFrame> {
    const { database, bus } = this.#gateway.parts;
    const room = await readDesk(database.sql, bus, session);
    // After the reading: who came meanwhile was told to everybody already, and this would say otherwise.
    const moderators = this.#gateway.presence.moderatorsOf(this.stream.amphitheatre);
    return { type: 'desk', ...room, moderators };
  }

  async #rowFrame(row: PublishedRow): Promise<ServerFrame> {
    return { type: 'row', ...(await deskRow(this.#gateway.parts.database.sql, row)) };
  }
}

const textOf = (frame: ServerFrame): string => JSON.stringify(frame);
