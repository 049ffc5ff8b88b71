/**
 * A whole live side with its gateway on a real database, entered by real sockets: interns, holders, a moderator. Closed
 * and opened again as often as asked, when everybody who was there comes back.
 */
import { randomUUID } from 'node:crypto';
import type { AccountId, AmphitheatreId, LoginId, PersonId, SessionId } from '../../../machines/ids.ts';
import type { Answer, CommandRequest, PresentPerson } from '../../../session-server/bus/messages.ts';
import { DEFAULT_SOCKET_LIMITS } from '../../../session-server/gateway/limits.ts';
import { openLive } from '../../../session-server/live.ts';
import type { Live } from '../../../session-server/live.ts';
import type { ServerFrame } from '../../../machines/wire/frames.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { eventually } from '../../support/eventually.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';
import type { SimulatedClock } from '../../support/simulated-clock.ts';
import { silentLog } from '../support/theatre.ts';
import { ORIGIN, Watcher } from '../support/watcher.ts';
import { Follower } from './follower.ts';
import type { Room } from './played-session.ts';
import { isOwn, STRANGER, wireCommand } from './wire-commands.ts';

type Realm = PresentPerson['realm'];

interface Someone {
  readonly person: PersonId;
  readonly realm: Realm;
  readonly account: AccountId;
  readonly follower: Follower;
}

export class SocketRoom implements Room {
  readonly database: TestDatabase;
  readonly clock: SimulatedClock = simulatedClock();
  #live: Live | null = null;
  #desk: Watcher | null = null;
  #amphitheatre: AmphitheatreId | null = null;
  /** By realm and person: here, or with a copy of what they saw. */
  #known = new Map<string, Someone>();

  private constructor(database: TestDatabase) {
    this.database = database;
  }

  static async open(): Promise<SocketRoom> {
    const room = new SocketRoom(await testDatabase());
    await room.#openLive();
    return room;
  }

  async close(): Promise<void> {
    await this.#everybodyGoes();
    await this.#live?.close();
    await this.database.drop(); // verifies every journal
  }

  /** From now on sockets follow this one; whoever was at another has gone. */
  async turnTo(amphitheatre: AmphitheatreId, moderator: AccountId): Promise<void> {
    await this.#everybodyGoes();
    this.#known = new Map();
    this.#amphitheatre = amphitheatre;
    this.#moderator = moderator;
    await this.#openDesk();
  }

  /** The live side stops in good order, and starts again that much later: whoever was here comes back. */
  async reopen(ms: number): Promise<void> {
    const were = this.here;
    await this.#live?.close();
    for (const { follower } of were) await follower.go();
    await this.#desk?.close();
    this.clock.moveBy(ms);
    await this.#openLive();
    await this.#openDesk();
    for (const { follower } of were) await follower.come();
  }

  get here(): readonly Someone[] {
    return [...this.#known.values()].filter(({ follower }) => follower.isHere);
  }

  isHere(person: PersonId, realm: Realm): boolean {
    return this.#known.get(`${realm} ${person}`)?.follower.isHere ?? false;
  }

  /** Signs in where they have not yet; a holder is the one of the mandate that is accepted now. */
  async come(person: PersonId, realm: Realm): Promise<void> {
    const account = await this.#accountOf(person, realm);
    const known = this.#known.get(`${realm} ${person}`);
    if (known?.account === account) return await known.follower.come();
    await this.go(person, realm); // of a mandate that has ended
    const follower = new Follower(this, await this.#signIn(account));
    this.#known.set(`${realm} ${person}`, { person, realm, account, follower });
    await follower.come();
  }

  /** Once the server has seen it too. */
  async go(person: PersonId, realm: Realm): Promise<void> {
    await this.#known.get(`${realm} ${person}`)?.follower.go();
    const open = this.here.length + (this.#desk ? 1 : 0);
    await eventually(`${open} open sockets`, () => this.#live?.sockets() === open);
  }

  /** A socket that follows; null: the public's. */
  async watcher(login: LoginId | null, last: number | null = null): Promise<Watcher> {
    if (!this.#live || this.#amphitheatre === null) throw new Error('not open');
    const watcher = await Watcher.open(this.database.sql, this.#live.port, login);
    await watcher.hello(this.#amphitheatre, last);
    return watcher;
  }

  async request({ session, body }: CommandRequest): Promise<Answer> {
    const wire = wireCommand(body);
    if (!isOwn(body)) return answerOf(await this.#moderators().ask(session, wire));
    const someone = this.#known.get(`${body.by} ${body.person}`);
    if (!someone) throw new Error(`${body.by} ${body.person} has no socket to ask from`);
    return answerOf(await someone.follower.ask(session, wire));
  }

  async news(session: SessionId): Promise<number> {
    const [row] = await this.database.sql<{ rows: number }>(
      'select count(*)::int as rows from journal where session_id = ?::int',
      [session],
    );
    return row?.rows ?? 0;
  }

  /** Its owner takes one after the other: what is refused here comes after all that was asked, and whoever came or went. */
  async settled(session: SessionId): Promise<void> {
    const nothing = { type: 'callBack', person: STRANGER, on: 'chosen', reason: 'x' } as const;
    const answer = await this.#moderators().ask(session, nothing);
    if (answer.type !== 'refused') throw new Error(`a stranger called back: ${answer.type}`);
  }

  #moderator: AccountId | null = null;

  #moderators(): Watcher {
    if (!this.#desk) throw new Error('no moderator is here');
    return this.#desk;
  }

  async #openDesk(): Promise<void> {
    if (this.#moderator === null) return;
    this.#desk = await this.watcher(await this.#signIn(this.#moderator));
  }

  async #openLive(): Promise<void> {
    this.#live = await openLive({
      config: { socketPort: 0, origins: [ORIGIN], redisUrl: null, publicUrl: ORIGIN, production: false },
      database: this.database,
      clock: this.clock,
      log: silentLog,
      limits: { ...DEFAULT_SOCKET_LIMITS, framesPerSecond: 10_000 }, // the clock stands still
    });
  }

  async #everybodyGoes(): Promise<void> {
    for (const { follower } of this.here) await follower.go();
    await this.#desk?.close();
    this.#desk = null;
  }

  async #signIn(account: AccountId): Promise<LoginId> {
    const [row] = await this.database.sql<{ id: LoginId }>(
      `insert into login (account_id, expires_at, refresh_hash)
      values (?::int, now() + interval '1 day', sha256(?::text::bytea)) returning id`,
      [account, randomUUID()],
    );
    if (!row) throw new Error(`no login for account ${account}`);
    return row.id;
  }

  async #accountOf(person: PersonId, realm: Realm): Promise<AccountId> {
    const [row] = await this.database.sql<{ id: AccountId }>(
      realm === 'intern'
        ? `select account.id from account join roster_entry using (intern_id) where person = ?::text`
        : `select account_id as id from mandate join roster_entry on roster_entry.id = roster_entry_id
          where person = ?::text and accepted_at is not null and ended_at is null`,
      [person],
    );
    if (!row) throw new Error(`no ${realm} for ${person}`);
    return row.id;
  }
}

function answerOf(frame: ServerFrame): Answer {
  if (frame.type === 'accepted') return { kind: 'accepted', seq: frame.seq };
  if (frame.type === 'refused') return { kind: 'refused', refusal: frame.refusal };
  throw new Error(`answered ${JSON.stringify(frame)}`);
}
