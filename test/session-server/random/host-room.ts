/**
 * A host on a real database, with the gateway's part played by the test: who is connected is what the test says, each
 * second of the simulated clock. Restarted, or taken over from while it still lives, as often as asked.
 */
import type { PersonId, SessionId } from '../../../machines/ids.ts';
import type { Bus } from '../../../session-server/bus/bus.ts';
import { localBus } from '../../../session-server/bus/local.ts';
import type { Answer, CommandRequest, PresentPerson } from '../../../session-server/bus/messages.ts';
import { Host } from '../../../session-server/host/host.ts';
import { presenceTable } from '../../../session-server/host/presence.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';
import type { SimulatedClock } from '../../support/simulated-clock.ts';
import { silentLog } from '../support/theatre.ts';
import type { Room } from './played-session.ts';

type Realm = PresentPerson['realm'];

export class HostRoom implements Room {
  readonly database: TestDatabase;
  readonly clock: SimulatedClock = simulatedClock();
  readonly #here = new Map<string, PresentPerson>();
  #bus: Bus = localBus();
  #host: Host | null = null;
  #version = 0;
  #silent = false;
  #hosts = 0;
  /** How many rows were told of, and hosts opened. */
  #news = 0;
  #cancelBeat: () => void = () => undefined;

  private constructor(database: TestDatabase) {
    this.database = database;
  }

  static async open(): Promise<HostRoom> {
    const room = new HostRoom(await testDatabase());
    await room.#openHost();
    room.#beat();
    return room;
  }

  async close(): Promise<void> {
    this.#cancelBeat();
    await this.#host?.close();
    await this.database.drop();
  }

  /** In good order. */
  async restart(): Promise<void> {
    await this.#host?.close();
    await this.#openHost();
  }

  /**
   * From a host that is held dead and lives ([O16] is how that comes): it learns of it only when it wants to write, and
   * is closed after the other has taken everything up.
   */
  async takeOver(): Promise<void> {
    const old = this.#host;
    await this.database.sql("update session set owner = null where state in ('running', 'paused')");
    await this.#openHost();
    await old?.close();
  }

  news(): number {
    return this.#news;
  }

  request(request: CommandRequest): Promise<Answer> {
    return this.#bus.request(request);
  }

  isHere(person: PersonId, realm: Realm): boolean {
    return this.#here.has(`${realm} ${person}`);
  }

  set(person: PersonId, realm: Realm, connected: boolean): void {
    const present: PresentPerson = { person, realm, rehearsal: null, connected };
    if (connected === this.isHere(person, realm)) return;
    if (connected) this.#here.set(`${realm} ${person}`, present);
    else this.#here.delete(`${realm} ${person}`);
    this.#version++;
    if (!this.#silent) this.#report([present], false);
  }

  /** Whoever is here stays so; nobody hears of it for this long. */
  silence(ms: number, passing: (ms: number) => void): void {
    this.#silent = true;
    passing(ms);
    this.#silent = false;
    this.#report([...this.#here.values()], true);
  }

  /** Everything asked of this session before has been done. */
  async settled(session: SessionId): Promise<void> {
    const body = { type: 'readPhone', person: 'nobody' as PersonId } as const;
    await this.request({ session, id: null, who: { realm: 'system', part: 'host' }, body });
  }

  async #openHost(): Promise<void> {
    const { database, clock } = this;
    const own = localBus();
    const bus: Bus = {
      ...own,
      publish: (stream, live) => {
        this.#news++;
        own.publish(stream, live);
      },
    };
    this.#bus = bus;
    this.#news++;
    await bus.hearPresenceAsked(() => {
      if (!this.#silent) this.#report([...this.#here.values()], true);
    });
    this.#host = new Host({
      database,
      bus,
      clock,
      log: silentLog,
      presence: presenceTable(clock),
      name: `hôte ${(this.#hosts += 1)}`,
      mailDomain: 'stage.example',
    });
    await this.#host.open();
  }

  #report(people: readonly PresentPerson[], whole: boolean): void {
    this.#bus.reportPresence({ gateway: 'porte', version: this.#version, whole, people, moderators: [] });
  }

  #beat(): void {
    this.#cancelBeat = this.clock.at(this.clock.now() + 1_000, () => {
      if (!this.#silent) this.#report([], false);
      this.#beat();
    });
  }
}
