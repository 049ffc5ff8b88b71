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
import { type Taken, answerInDoubt } from './answer-in-doubt.ts';
import { endsUnseen, joinedIn, knownPresence, peopleOf, presenceChange, wasHeldUp } from './chooser.ts';
import { type Decided, answerTo, decidedRow } from './decided-row.ts';
import { dryRun } from './dry-run.ts';
import type { Unheard } from './heard-gateways.ts';
import { type Held, indexRow } from './held.ts';
import type { HostParts } from './host-parts.ts';
import { newIncident } from '../../api/kit/incident.ts';
import { follow, startActor } from './live-actor.ts';
import { lastAlive, owedAfter, say } from './outage.ts';
import { patientTimer } from './patient-timer.ts';
import { publish } from './published.ts';
import { refusalOfDatabase } from './refusal-of-database.ts';
import { queue } from './queue.ts';
import { retake } from './retake.ts';
import { RETRY } from './retry.ts';
import { stateKeeper } from './state-keeper.ts';
import { timer } from './timer.ts';
import { viewOf } from './views.ts';
import { writeRow } from './write-row.ts';

const TRY_AGAIN_MS = 1_000;

export class SessionOwner implements Ownership {
  readonly session: SessionId;
  readonly #parts: HostParts;
  /** Told once, when this host has nothing to do with the session any more. */
  readonly #onOver: () => void;
  readonly #keepState;
  #held: Held;
  #actor;
  readonly #inTurn = queue();
  readonly #inDoubt;
  readonly #alarm;
  readonly #retry;
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
    this.#inDoubt = answerInDoubt(parts.clock);
    this.#alarm = patientTimer(parts.clock, () => endsUnseen(this.#held, parts.presence));
    this.#retry = timer(parts.clock);
  }

  get epoch(): number {
    return this.#held.epoch;
  }

  /** It writes under its fence: the host says that it lives while this is so. */
  get isWriting(): boolean {
    return !this.#over && !this.#suspended && !this.#retaking;
  }

  /** After `start`: tells its row and sets the clock. */
  begin(row: JournalRow): void {
    publish(this.#parts, this.#held, row);
    this.#setAlarm();
    this.syncPresence(null);
  }

  /** After taking the session up from another owner, or from before a restart: gives back the time without one. */
  goOn(): Promise<void> {
    return this.#inTurn(() => this.#goOnAfterOutage('anew'));
  }

  async command(request: CommandRequest): Promise<Answer> {
    const arrived = this.#parts.clock.now();
    // At once where nothing is decided now: what takes the session up again stands in the queue.
    if (this.#suspended) return await (this.#inDoubt.heldFor(request.id) ?? RETRY);
    const taken = await this.#inTurn(() => this.#take(request, 0, arrived));
    return taken.kind === 'inDoubt' ? await taken.answer : taken;
  }

  view = (request: ViewRequest): Views => viewOf(this.#held, request, this.#parts);

  /** Whoever's presence may have changed (null: anybody's): a command each where it has, in the queue's turn. */
  syncPresence(people: readonly PersonId[] | null): void {
    for (const person of people ?? peopleOf(this.#held.snapshot))
      if (knownPresence(this.#held.snapshot, person)) void this.#inTurn(() => this.#syncOne(person));
  }

  /** A silence of gateways has ended: what their people did is lost on the way, and the time is given back. */
  giveBackSince(silence: Unheard): void {
    const isOwed = (): boolean => this.isWriting && wasHeldUp(this.#held, this.#parts.presence, silence);
    void this.#inTurn(async () => void (isOwed() && (await this.#goOnAfterOutage('kept', silence.from))));
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
    return this.#inTurn(async () => {
      if (!this.#over && !this.#suspended) await this.#keepState.handOver(this.#held);
      this.#end();
    });
  }

  /** @param notBefore the hour an alarm was set for: timers may fire a millisecond early. */
  async #take(request: CommandRequest, notBefore = 0, arrived = this.#parts.clock.now()): Promise<Taken> {
    if (this.#over || this.#suspended) return RETRY;
    const now = Math.max(this.#parts.clock.now(), this.#held.at, notBefore);
    try {
      const run = dryRun(this.#held, request, now, arrived, this.#parts.presence);
      return run.kind === 'answered' ? run.answer : await this.#record(request, run.command, run.decision);
    } catch (error) {
      return await this.#fault(error);
    }
  }

  async #record(request: CommandRequest, command: Command, decision: Decided): Promise<Taken> {
    const decided = decidedRow(this.#held, request, command, decision);
    const write = writeRow(this.#parts, this.#held, decided, decision);
    const written = await write.catch((error: unknown) => this.suspend(error));
    if (!written) return this.#inDoubt.hold(request, decision);
    if (written.kind === 'written') return await this.#apply(written.row, decision, written.hash);
    if (written.kind === 'databaseSaysNo')
      return { kind: 'refused', refusal: await refusalOfDatabase(this.#parts, written.constraint, command) };
    if (written.kind === 'notOwner') this.lose();
    else await this.#dropAndRestore(); // past the fence: an id that stands in the journal and not in our index
    return RETRY;
  }

  /** The row stands: nothing from here on may fail the sender. */
  async #apply(row: JournalRow, decision: Decided, hash: Buffer): Promise<Answer> {
    indexRow(this.#held.index, row);
    const pub = row.pub ?? this.#held.pub;
    const reached = follow(this.#actor, row.command, decision.next);
    this.#held = { ...this.#held, snapshot: reached ?? decision.next, seq: row.seq, hash, at: row.at, pub };
    publish(this.#parts, this.#held, row);
    this.syncPresence(joinedIn(row));
    if (!reached) {
      this.#parts.log.error({ session: this.session, seq: row.seq }, 'session.diverged');
      await this.#dropAndRestore();
    }
    this.#setAlarm();
    this.#keepState.after(row, this.#held);
    if (stateName(decision.next) === 'closed') this.#end();
    return answerTo(decision, row.seq);
  }

  #setAlarm(): void {
    this.#alarm.cancel();
    const next = this.#over || this.#suspended ? null : alarm(this.#held.snapshot);
    if (next) this.#alarm.set(next.at, () => this.#inTurn(() => this.#bySystem('clock', next.body, next.at)));
  }

  /** Only from within the queue's turn. */
  #bySystem(part: 'clock' | 'presence' | 'host', body: CommandBody, notBefore = 0): Promise<Taken> {
    return this.#take({ session: this.session, id: null, who: { realm: 'system', part }, body }, notBefore);
  }

  async #syncOne(person: PersonId): Promise<void> {
    const change = this.#over ? null : presenceChange(this.#held, this.#parts, person);
    if (change && (await this.#bySystem('presence', change)).kind === 'accepted') this.syncPresence([person]);
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
    for (const row of again.untold) publish(this.#parts, this.#held, row);
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
    this.#inDoubt.tell(this.#held.index);
    say(this.#parts.bus, this.#held, 'restored');
    await this.#goOnAfterOutage('kept');
  }

  async #goOnAfterOutage(presence: 'anew' | 'kept', from = lastAlive(this.#held)): Promise<void> {
    const owed = owedAfter(from, this.#parts.clock.now(), presence);
    for (const body of owed) await this.#bySystem('host', body);
    this.#setAlarm();
    this.syncPresence(null);
  }

  #end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#alarm.cancel();
    this.#retry.cancel();
    this.#inDoubt.tell(null);
    this.#actor.stop();
    this.#onOver();
  }
}
