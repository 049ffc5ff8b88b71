/**
 * The host: owns live sessions, takes them up, starts them, lets closed ones decide a command, and looks into the
 * database each second for what nobody told it of (architecture §2.6, §4).
 */
import type { SessionId } from '../../machines/ids.ts';
import { initialSnapshot, stateName } from '../../machines/session/machine.ts';
import { decide } from '../../machines/session/decide.ts';
import { listen } from '../../migrations/notifications.ts';
import type { Release } from '../bus/bus.ts';
import type { Answer, CommandRequest } from '../bus/messages.ts';
import { restoreSession } from '../journal/restore.ts';
import type { JournalRow } from '../journal/row.ts';
import { decideClosed } from './closed-session.ts';
import { sayAliveEachSecond } from './alive.ts';
import { takeUp } from './held.ts';
import type { Held } from './held.ts';
import type { HostParts } from './host-parts.ts';
import { inboxTaker } from './inbox-taker.ts';
import { newIncident } from '../../api/kit/incident.ts';
import { listenToGateways } from './listen-to-gateways.ts';
import { leases } from './leases.ts';
import { SessionOwner } from './owner.ts';
import { RETRY } from './retry.ts';
import { dueSessions, handOver, isRecorded, liveSessions, stateInTable } from './session-rows.ts';
import type { LiveRow } from './session-rows.ts';
import { isProcessGone } from '../process-name.ts';
import { stamped } from './stamped.ts';
import { startSession } from './start-session.ts';
import { within } from './within.ts';
import { WRITE_WITHIN_MS } from './write-row.ts';

const LOOK_EVERY_MS = 1_000;

interface Owned {
  readonly owner: SessionOwner;
  release: Release;
}

export class Host {
  readonly #parts: HostParts;
  readonly #owned = new Map<SessionId, Owned>();
  readonly #releases: Release[] = [];
  #cancelLook: () => void = () => undefined;
  #looking: Promise<void> | null = null;
  #lookAgain = false;
  readonly #leases;
  readonly #takeInbox;
  /** Being started here: theirs is our name already, and no owner stands in `#owned` yet. */
  readonly #starting = new Set<SessionId>();
  #closed = false;

  constructor(parts: HostParts) {
    this.#parts = parts;
    this.#leases = leases(parts, isProcessGone);
    this.#takeInbox = inboxTaker(parts, {
      take: request => this.#takeOrphan(request),
      canDecide: session => this.#canDecide(session),
    });
  }

  /** Takes up every running or paused session that has no owner, and from then on answers for them. */
  async open(): Promise<void> {
    const { bus, database, log } = this.#parts;
    this.#releases.push(
      await listenToGateways(
        this.#parts,
        changed => this.#owned.forEach(({ owner }) => owner.syncPresence(changed)),
        silence => this.#owned.forEach(({ owner }) => owner.giveBackSince(silence)),
      ),
      await bus.takeOrphans(request => this.#takeOrphan(request)),
    );
    this.#releases.push(
      sayAliveEachSecond(this.#parts, () => [...this.#owned.values()].map(({ owner }) => owner)),
    );
    const listener = await listen(database.url, { session_inbox: () => void this.#look() }, error =>
      log.warn({ err: error }, 'notifications.fault'),
    );
    this.#releases.push(() => listener.close());
    await this.#look();
  }

  /** Hands over: what is being written is finished, and nobody is owned any more. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelLook();
    await this.#looking;
    const names = [...this.#owned.keys()];
    for (const { owner } of this.#owned.values()) await owner.close();
    if (names.length > 0) await this.#handOver();
    for (const release of this.#releases.toReversed()) await release();
  }

  /** Where it cannot be said that we let go, others find out by themselves (leases.ts). */
  async #handOver(): Promise<void> {
    const { database, log, name } = this.#parts;
    await within(handOver(database.sql, name), WRITE_WITHIN_MS).catch((error: unknown) =>
      log.warn({ err: error }, 'host.notHandedOver'),
    );
  }

  // ------------------------------------------------------------ taking sessions

  /** Tried again at the next look where it fails: the fence of the one before is raised only with what goes on. */
  async #takeUp({ session, epoch }: LiveRow): Promise<void> {
    const { database, log, name } = this.#parts;
    try {
      const held = await database.transaction(sql => takeUp(sql, session, name, epoch));
      if (!held || stateName(held.snapshot) === 'closed') return; // closed since it was read
      const owner = await this.#own(held);
      await owner.goOn();
      log.info({ session, epoch: held.epoch, seq: held.seq }, 'session.takenUp');
    } catch (error) {
      log.error({ session, err: error }, 'session.notTakenUp');
    }
  }

  async #own(held: Held): Promise<SessionOwner> {
    const owner = new SessionOwner(this.#parts, held, () => {
      const owned = this.#owned.get(held.session);
      if (owned?.owner !== owner) return;
      this.#owned.delete(held.session);
      owned.release().catch((error: unknown) => this.#parts.log.warn({ err: error }, 'bus.fault'));
    });
    const owned: Owned = { owner, release: () => Promise.resolve() };
    this.#owned.set(held.session, owned);
    owned.release = await this.#parts.bus.own(held.session, owner);
    return owner;
  }

  /** A command for a session that nobody owns: `start`, one that waits for a closed session, or one refused. */
  async #takeOrphan(request: CommandRequest): Promise<Answer> {
    if (this.#closed) return RETRY;
    try {
      const owned = this.#owned.get(request.session);
      if (owned) return await owned.owner.command(request);
      const { sql } = this.#parts.database;
      const known = request.id !== null && (await isRecorded(sql, request.session, request.id));
      const starts = request.body.type === 'start' && !known;
      return starts ? await this.#start(request) : await this.#judgeResting(request, known);
    } catch (error) {
      const number = newIncident();
      this.#parts.log.error({ session: request.session, incident: number, err: error }, 'host.fault');
      return { kind: 'fault', incident: number };
    }
  }

  async #start(request: CommandRequest): Promise<Answer> {
    this.#starting.add(request.session);
    try {
      const started = await startSession(this.#parts, request);
      if (started.kind === 'refused') return started;
      if (started.kind === 'live') return await this.#answerOfLive(request);
      await this.#begin(started.held, started.row);
      return { kind: 'accepted', seq: started.row.seq };
    } finally {
      this.#starting.delete(request.session);
    }
  }

  async #begin(held: Held, row: JournalRow): Promise<void> {
    const owner = await this.#own(held);
    owner.begin(row);
    this.#parts.log.info({ session: held.session, epoch: held.epoch }, 'session.started');
  }

  /** Started between the question and the lock, by us or by another host. */
  async #answerOfLive(request: CommandRequest): Promise<Answer> {
    const owned = this.#owned.get(request.session);
    return owned ? await owned.owner.command(request) : RETRY;
  }

  /**
   * Before `start` the rules refuse; a closed session is taken up where they might not (architecture §2.6).
   * @param known the command's id stands in the journal.
   */
  async #judgeResting(request: CommandRequest, known: boolean): Promise<Answer> {
    const { session, body } = request;
    const { database, clock, presence } = this.#parts;
    const state = await stateInTable(database.sql, session);
    if (state === null) return { kind: 'refused', refusal: { code: 'UNKNOWN_SESSION' } };
    if (state === 'running' || state === 'paused') return RETRY; // its owner is not there yet
    if (known && state === 'closed') return await decideClosed(this.#parts, request); // its first answer again
    const now = clock.now();
    const command = stamped(body, now, now, (person, held) =>
      presence.of(null).isPresent(person, held ? 'mandatary' : 'intern'),
    );
    if (!command) return RETRY;
    const snapshot =
      state === 'closed' ? (await restoreSession(database.sql, session)).snapshot : initialSnapshot(state);
    const decision = decide(snapshot, command);
    if (decision.kind === 'refused') return decision;
    return state === 'closed' ? await decideClosed(this.#parts, request) : RETRY;
  }

  async #canDecide(session: SessionId): Promise<boolean> {
    const owned = this.#owned.get(session);
    if (owned) return owned.owner.isWriting;
    const state = await stateInTable(this.#parts.database.sql, session);
    return state !== 'running' && state !== 'paused';
  }

  // ------------------------------------------------------------ each second

  /** One look at a time; what is told meanwhile is looked for right after. */
  #look(): Promise<void> {
    if (this.#closed) return Promise.resolve(); // woken by our own word that we let go
    this.#lookAgain = this.#looking !== null;
    this.#looking ??= this.#lookOnce()
      .catch((error: unknown) => this.#parts.log.warn({ err: error }, 'host.notLooked'))
      .finally(() => {
        this.#looking = null;
        if (this.#lookAgain) void this.#look();
        else this.#lookLater();
      });
    return this.#looking;
  }

  #lookLater(): void {
    this.#cancelLook();
    if (this.#closed) return;
    const { clock } = this.#parts;
    this.#cancelLook = clock.at(clock.now() + LOOK_EVERY_MS, () => void this.#look());
  }

  async #lookOnce(): Promise<void> {
    const { database, clock, presence } = this.#parts;
    if (this.#owned.size === 0) clock.catchUp?.();
    const rows = await liveSessions(database.sql);
    const others = rows.filter(({ session }) => !this.#owned.has(session) && !this.#starting.has(session));
    for (const row of this.#leases.look(others)) await this.#takeUp(row);
    await this.#takeInbox();
    for (const { id: session, amphitheatre } of await dueSessions(database.sql, clock.now()))
      if (presence.isModerated({ amphitheatre, rehearsal: null }))
        await this.#takeOrphan({
          session,
          id: null,
          who: { realm: 'system', part: 'clock' },
          body: { type: 'start' },
        });
  }
}
