/**
 * The host: owns live sessions, takes them up, starts them, lets closed ones decide a command, and looks into the
 * database each second for what nobody told it of (architecture §2.6, §4).
 */
import type { SessionId } from '../../machines/ids.ts';
import { initialSnapshot } from '../../machines/session/machine.ts';
import { decide } from '../../machines/session/decide.ts';
import { listen } from '../../migrations/notifications.ts';
import type { Release } from '../bus/bus.ts';
import type { Answer, CommandRequest } from '../bus/messages.ts';
import { restoreSession } from '../journal/restore.ts';
import type { JournalRow } from '../journal/row.ts';
import { decideClosed } from './closed-session.ts';
import { takeUp } from './held.ts';
import type { Held } from './held.ts';
import type { HostParts } from './host-parts.ts';
import { answerInbox, waitingInInbox } from './inbox.ts';
import { newIncident } from '../../api/kit/incident.ts';
import { listenToGateways } from './listen-to-gateways.ts';
import { SessionOwner } from './owner.ts';
import { RETRY } from './retry.ts';
import { dueSessions, isRecorded, liveSessions, ownedBy, stateInTable, writeAlive } from './session-rows.ts';
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
  /** Live ones that could not be taken up: tried again each second. */
  readonly #notTaken = new Set<SessionId>();
  #closed = false;

  constructor(parts: HostParts) {
    this.#parts = parts;
  }

  /** Takes up every running or paused session, and from then on answers for them. */
  async open(): Promise<void> {
    const { bus, database, log } = this.#parts;
    this.#releases.push(
      await listenToGateways(
        this.#parts,
        changed => this.#owned.forEach(({ owner }) => owner.syncPresence(changed)),
        ({ from }) => this.#owned.forEach(({ owner }) => owner.giveBackSince(from)),
      ),
      await bus.takeOrphans(request => this.#takeOrphan(request)),
    );
    for (const session of await liveSessions(database.sql)) await this.#takeUp(session);
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
    for (const { owner } of this.#owned.values()) await owner.close();
    for (const release of this.#releases.toReversed()) await release();
  }

  // ------------------------------------------------------------ taking sessions

  async #takeUp(session: SessionId): Promise<void> {
    const { database, log, name } = this.#parts;
    try {
      const held = await takeUp(database.sql, session, name, null);
      this.#notTaken.delete(session);
      if (!held) return;
      const owner = await this.#own(held);
      await owner.goOn();
      log.info({ session, epoch: held.epoch, seq: held.seq }, 'session.takenUp');
    } catch (error) {
      this.#notTaken.add(session);
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
    const started = await startSession(this.#parts, request);
    if (started.kind === 'refused') return started;
    if (started.kind === 'live') return await this.#answerOfLive(request);
    await this.#begin(started.held, started.row);
    return { kind: 'accepted', seq: started.row.seq };
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

  // ------------------------------------------------------------ each second

  /** One look at a time; what is told meanwhile is looked for right after. */
  #look(): Promise<void> {
    this.#lookAgain = this.#looking !== null;
    this.#looking ??= this.#lookOnce()
      .catch((error: unknown) => this.#parts.log.warn({ err: error }, 'host.notLooked'))
      .finally(() => {
        this.#looking = null;
        if (this.#lookAgain && !this.#closed) void this.#look();
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
    const { database, clock, presence, name } = this.#parts;
    if (this.#owned.size === 0) clock.catchUp?.();
    await this.#sayAlive();
    // Under our name and not held: given up in a doubt about the fence that was not one.
    for (const session of await ownedBy(database.sql, name))
      if (!this.#owned.has(session)) this.#notTaken.add(session);
    for (const session of this.#notTaken) await this.#takeUp(session);
    for (const waiting of await waitingInInbox(database.sql)) {
      const { session, command_id: id, who, command: body } = waiting;
      const answer = await this.#takeOrphan({ session, id, who, body });
      await answerInbox(database.sql, waiting, answer);
    }
    for (const { id: session, amphitheatre } of await dueSessions(database.sql, clock.now()))
      if (presence.isModerated({ amphitheatre, rehearsal: null }))
        await this.#takeOrphan({
          session,
          id: null,
          who: { realm: 'system', part: 'clock' },
          body: { type: 'start' },
        });
  }

  /** Under each owner's fence; where it cannot be written, time stops. */
  async #sayAlive(): Promise<void> {
    const { database, clock } = this.#parts;
    const ticking = [...this.#owned.values()]
      .filter(({ owner }) => owner.isTicking)
      .map(({ owner }) => ({ owner, session: owner.session, epoch: owner.epoch }));
    if (ticking.length === 0) return;
    try {
      const alive = await within(writeAlive(database.sql, clock.now(), ticking), WRITE_WITHIN_MS);
      // Where the owner has itself taken the session up again meanwhile, the answer is of the past.
      for (const { owner, session, epoch } of ticking)
        if (!alive.has(session) && owner.isTicking && owner.epoch === epoch) owner.lose();
    } catch (error) {
      for (const { owner, epoch } of ticking) if (owner.epoch === epoch) owner.suspend(error);
      throw error;
    }
  }
}
