/**
 * The owner of one live session: one command at a time, decided, recorded, applied, published, answered, in that
 * order (architecture §2). The host makes one for each session it takes up; everything that reaches it stands in one
 * queue. Only what is recorded has happened.
 */
import type { PersonId, SessionId } from '../../machines/ids.ts';
import { alarm } from '../../machines/session/alarm.ts';
import type { Command, CommandBody } from '../../machines/session/commands.ts';
import { stateName } from '../../machines/session/machine.ts';
import type { Ownership } from '../bus/bus.ts';
import type { Answer, CommandRequest, ViewRequest, Views } from '../bus/messages.ts';
import type { JournalRow } from '../journal/row.ts';
import { knownPresence, peopleOf, presenceChange } from './chooser.ts';
import { decidedRow } from './decided-row.ts';
import type { Decided } from './decided-row.ts';
import { dryRun } from './dry-run.ts';
import { indexRow } from './held.ts';
import type { Held } from './held.ts';
import type { HostParts } from './host-parts.ts';
import { newIncident } from '../../api/kit/incident.ts';
import { follow, startActor } from './live-actor.ts';
import { creditFor, pauseFor, say } from './outage.ts';
import { published } from './published.ts';
import { refusalOfDatabase } from './refusal-of-database.ts';
import { queue } from './queue.ts';
import { retake } from './retake.ts';
import { stateKeeper } from './state-keeper.ts';
import { timer } from './timer.ts';
import type { Timer } from './timer.ts';
import { viewOf } from './views.ts';
import { writeRow } from './write-row.ts';

const TRY_AGAIN_MS = 1_000;
const RETRY: Answer = { kind: 'refused', refusal: { code: 'RETRY' } };

export class SessionOwner implements Ownership {
  readonly session: SessionId;
  readonly #parts: HostParts;
  /** Told once, when this host has nothing to do with the session any more. */
  readonly #onOver: () => void;
  readonly #keepState;
  #held: Held;
  #actor;
  readonly #inTurn = queue();
  readonly #alarm: Timer;
  readonly #retry: Timer;
  /** Nothing is decided: the record cannot be written. */
  #suspended = false;
  #retaking = false;
  #over = false;

  constructor(parts: HostParts, held: Held, onOver: () => void) {
    this.session = held.session;
    this.#parts = parts;
    this.#held = held;
    this.#onOver = onOver;
    this.#actor = startActor(held.snapshot);
    this.#keepState = stateKeeper(parts);
    this.#alarm = timer(parts.clock);
    this.#retry = timer(parts.clock);
  }

  get epoch(): number {
    return this.#held.epoch;
  }

  /** A clock of the session may run: the host writes `alive_at` while this is so. */
  get isTicking(): boolean {
    return !this.#over && !this.#suspended && !this.#retaking && stateName(this.#held.snapshot) === 'running';
  }

  /** After `start`: tells its row and sets the clock. */
  begin(row: JournalRow): void {
    this.#publish(row);
    this.#setAlarm();
    this.syncPresence(peopleOf(this.#held.snapshot));
  }

  /** After taking the session up from another owner, or from before a restart: gives back the time without one. */
  goOn(): Promise<void> {
    return this.#inTurn(() => this.#goOnAfterOutage('anew'));
  }

  command(request: CommandRequest): Promise<Answer> {
    const arrived = this.#parts.clock.now();
    return this.#inTurn(() => this.#take(request, 0, arrived));
  }

  view(request: ViewRequest): Views {
    return viewOf(this.#held, request);
  }

  /** Whoever's presence may have changed: a command each where it has, in the queue's turn. */
  syncPresence(people: readonly PersonId[]): void {
    for (const person of people)
      if (knownPresence(this.#held.snapshot, person)) void this.#inTurn(() => this.#syncOne(person));
  }

  /** The fence says that another host owns the session: nothing more is written or said. */
  lose(): void {
    if (this.#over) return;
    this.#parts.log.warn({ session: this.session, epoch: this.#held.epoch }, 'session.lost');
    this.#end();
  }

  /** The record cannot be written: clocks stop, choices are answered RETRY until it can (architecture §4). */
  suspend(error: unknown): void {
    if (this.#suspended || this.#over) return;
    this.#suspended = true;
    this.#alarm.cancel();
    this.#parts.log.error({ session: this.session, err: error }, 'session.suspended');
    say(this.#parts.bus, this.#held, 'suspended');
    this.#retryLater();
  }

  /** Waits for what is being written, then stands still. */
  close(): Promise<void> {
    return this.#inTurn(() => Promise.resolve(this.#end()));
  }

  // ------------------------------------------------------------ one command

  /** @param notBefore the hour an alarm was set for: timers may fire a millisecond early. */
  async #take(request: CommandRequest, notBefore = 0, arrived = this.#parts.clock.now()): Promise<Answer> {
    if (this.#over || this.#suspended) return RETRY;
    const now = Math.max(this.#parts.clock.now(), this.#held.at, notBefore);
    try {
      const run = dryRun(this.#held, request, now, arrived, this.#parts.presence);
      return run.kind === 'answered' ? run.answer : await this.#record(request, run.command, run.decision);
    } catch (error) {
      return await this.#fault(error);
    }
  }

  async #record(request: CommandRequest, command: Command, decision: Decided): Promise<Answer> {
    const decided = decidedRow(this.#held, request, command, decision);
    const written = await writeRow(this.#parts, this.#held, decided, decision.next).catch((error: unknown) =>
      this.suspend(error),
    );
    if (!written) return RETRY;
    if (written.kind === 'written') return await this.#apply(written.row, decision, written.hash);
    if (written.kind === 'databaseSaysNo')
      return { kind: 'refused', refusal: await refusalOfDatabase(this.#parts, written.constraint, command) };
    if (written.kind === 'notOwner') this.lose();
    else await this.#dropAndRestore(); // the fence let us through: an id that stands in the journal and not in our index
    return RETRY;
  }

  /** The row stands: nothing from here on may fail the sender. */
  async #apply(row: JournalRow, decision: Decided, hash: Buffer): Promise<Answer> {
    indexRow(this.#held.index, row);
    const pub = row.pub ?? this.#held.pub;
    const reached = follow(this.#actor, row.command, decision.next);
    this.#held = { ...this.#held, snapshot: reached ?? decision.next, seq: row.seq, hash, at: row.at, pub };
    this.#publish(row);
    if (!reached) {
      this.#parts.log.error({ session: this.session, seq: row.seq }, 'session.diverged');
      await this.#dropAndRestore();
    }
    this.#setAlarm();
    this.#keepState(row, this.#held);
    if (stateName(decision.next) === 'closed') this.#end();
    if (decision.kind === 'refusedAndRecorded') return { kind: 'refused', refusal: decision.refusal };
    return { kind: 'accepted', seq: row.seq };
  }

  #publish(row: JournalRow): void {
    const { amphitheatre } = this.#held;
    this.#parts.bus.publish(amphitheatre, { kind: 'row', row: published(row, this.#held) });
  }

  // ------------------------------------------------------------ time and presence

  #setAlarm(): void {
    this.#alarm.cancel();
    const next = this.#over || this.#suspended ? null : alarm(this.#held.snapshot);
    if (next) this.#alarm.set(next.at, () => this.#inTurn(() => this.#bySystem('clock', next.body, next.at)));
  }

  /** Only from within the queue's turn. */
  #bySystem(part: 'clock' | 'presence' | 'host', body: CommandBody, notBefore = 0): Promise<Answer> {
    const request: CommandRequest = { session: this.session, id: null, who: { realm: 'system', part }, body };
    return this.#take(request, notBefore);
  }

  async #syncOne(person: PersonId): Promise<void> {
    const { clock, presence } = this.#parts;
    const change = this.#over ? null : presenceChange(this.#held.snapshot, presence, person, clock.now());
    if (change) await this.#bySystem('presence', change);
  }

  // ------------------------------------------------------------ when something goes wrong

  /** A bug of ours: the sender gets its number, the session is dropped and restored, never patched. */
  async #fault(error: unknown): Promise<Answer> {
    const incident = newIncident();
    this.#parts.log.error({ session: this.session, incident, err: error }, 'session.fault');
    await this.#dropAndRestore();
    return { kind: 'fault', incident };
  }

  /** Takes the session up again from the record; what was recorded and never told is told. */
  async #retake(): Promise<boolean> {
    this.#retaking = true;
    const again = await retake(this.#parts, this.#held);
    this.#retaking = false;
    if (again.kind === 'lost') this.lose();
    if (again.kind !== 'retaken') return false;
    this.#actor.stop();
    this.#held = again.held;
    this.#actor = startActor(again.held.snapshot);
    for (const row of again.untold) this.#publish(row);
    return true;
  }

  async #dropAndRestore(): Promise<void> {
    if (await this.#retake()) this.#setAlarm();
    else this.suspend(new Error('the session could not be restored'));
  }

  #retryLater(): void {
    this.#retry.set(this.#parts.clock.now() + TRY_AGAIN_MS, () => this.#inTurn(() => this.#tryAgain()));
  }

  async #tryAgain(): Promise<void> {
    if (this.#over) return;
    if (!(await this.#retake())) return this.#retryLater();
    this.#suspended = false;
    say(this.#parts.bus, this.#held, 'restored');
    await this.#goOnAfterOutage('kept');
  }

  async #goOnAfterOutage(presence: 'anew' | 'kept'): Promise<void> {
    const credit = creditFor(this.#held, this.#parts.clock.now(), presence);
    await this.#bySystem('host', credit);
    const pause = pauseFor(credit);
    if (pause) await this.#bySystem('host', pause);
    this.#setAlarm();
    this.syncPresence(peopleOf(this.#held.snapshot));
  }

  #end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#alarm.cancel();
    this.#retry.cancel();
    this.#actor.stop();
    this.#onOver();
  }
}
