/**
 * The independent model: a session as plain lists, without xstate, vectors or cursors. It judges every command by
 * itself (plain-rules.ts) and says who is called then and until when, in which state everyone is, who sits where.
 */
import type { Ms } from '../../../machines/ids.ts';
import type { Command } from '../../../machines/session/commands.ts';
import type { AbsenceCause, World, WorldPerson } from '../../../machines/session/world.ts';
import { PlainClock } from './plain-clock.ts';
import { PlainLists } from './plain-lists.ts';
import { somebody } from './plain-people.ts';
import type { Somebody } from './plain-people.ts';
import { judgePlainly } from './plain-rules.ts';
import type { PlainVerdict } from './plain-rules.ts';

type Of<Type extends Command['type']> = Extract<Command, { readonly type: Type }>;

export class PlainQueue extends PlainLists {
  #absencesInARow = 0;

  /** @param start the session's first command: its world and its hour. */
  constructor({ world, at }: { readonly world: World; readonly at: Ms }) {
    super(world);
    for (const one of this.people) if (one.connected) this.bringBack(one);
    this.#next(at);
  }

  /** Judges it, and where it is accepted does it. */
  take(command: Command): PlainVerdict {
    const verdict = judgePlainly(this, command);
    if (verdict === 'accepted') this.#do(command, command.at);
    return verdict;
  }

  #do(command: Command, now: Ms): void {
    switch (command.type) {
      case 'choose':
      case 'chooseOnBehalf':
        if (this.called) this.#record(this.called, command.post, this.turn, now);
        return this.#turnOver(now);
      case 'markAbsent':
        this.#endTurn({ kind: 'absent', cause: 'byModerator' }, now);
        return this.#turnOver(now);
      case 'pass':
        this.#endTurn({ kind: 'passed' }, now);
        return this.#turnOver(now);
      case 'deadline':
        return this.#timeIsUp(now);
      case 'prolong':
        return this.clock?.prolong(command.byMs, now);
      case 'pause':
        this.paused = true;
        this.clock?.freeze(now);
        return this.grace.freeze(now);
      case 'resume':
        return this.#resume(now);
      case 'credit':
        return this.#giveBack(command, now);
      case 'close':
      case 'graceOver':
        return this.#close();
      case 'add':
        return this.#settled(now, () => this.#add(command.person));
      case 'addPosts':
        this.seats.posts.push(...command.posts);
        for (const { id, blocked } of command.posts) if (blocked) this.seats.blocked.add(id);
        return;
      case 'setPost':
        this.seats.blocked[command.blocked ? 'add' : 'delete'](command.post);
        return;
      default:
        return this.#doAbout(this.find('person' in command ? command.person : null), command, now);
    }
  }

  #doAbout(one: Somebody | undefined, command: Command, now: Ms): void {
    if (!one) return; // a message to everybody
    switch (command.type) {
      case 'connected':
        return this.#settled(now, () => this.#arrive(one, now));
      case 'disconnected':
        one.connected = false;
        if (command.gatewayLost && one === this.called) this.clock?.newWindow(now, this.paused);
        return;
      case 'rejoin':
        return this.#settled(now, () => {
          one.returns++;
          this.comeBack(one);
        });
      case 'callBack':
        return this.#settled(now, () => this.comeBack(one));
      case 'excuse':
        this.returned = this.returned.filter(other => other !== one);
        return this.#settled(now, () => Object.assign(one, { kind: 'excused', owed: false }));
      case 'lift':
        return this.#settled(now, () => this.#lift(one));
      case 'setStatus':
        one.status = command.status;
        return;
      case 'setMandate':
        return this.#handOver(one, command, now);
      case 'correct':
        return this.#correct(one, command, now);
      case 'assign':
        return this.#record(one, command.post, null, now);
      case 'leaveWithoutPost':
        one.kind = 'withoutPost';
        return;
      default:
        return;
    }
  }

  // ------------------------------------------------------------ turns

  #next(now: Ms): void {
    const waiting = this.places.find(({ kind }) => kind === 'waiting') ?? null;
    const next = this.returned.shift() ?? waiting;
    if (next === waiting) this.places = waiting ? this.places.slice(this.places.indexOf(waiting) + 1) : [];
    this.called = next;
    this.clock = null;
    if (next === null) return this.grace.begin(now, this.canReturn > 0, this.paused);
    this.grace.stop();
    next.kind = 'called';
    this.turn++;
    this.clock = new PlainClock(this.settings, next, now, this.paused);
  }

  /** Otherwise than by time. */
  #turnOver(now: Ms): void {
    this.#absencesInARow = 0;
    this.#next(now);
  }

  #endTurn(change: { kind: 'absent' | 'passed'; cause?: AbsenceCause }, endedAt: Ms): void {
    if (this.called) Object.assign(this.called, change, { lastTurn: { turn: this.turn, endedAt } });
  }

  #timeIsUp(now: Ms): void {
    const { clock, called } = this;
    if (clock?.mode === 'recovering') return clock.goOn(now);
    const isThere = clock?.mode === 'choosing' && called?.connected;
    this.#endTurn({ kind: 'absent', cause: isThere ? 'timeRanOut' : 'notConnected' }, clock?.ends ?? now);
    this.#absencesInARow++;
    if (this.#absencesInARow === this.settings.pauseAfterAbsences) {
      this.paused = true;
      this.#absencesInARow = 0;
    }
    this.#next(now);
  }

  #record(one: Somebody, post: number, turn: number | null, at: Ms): void {
    Object.assign(one, { kind: 'chosen', choice: { post, turn, at } });
    this.seats.sit(one, post, turn !== null);
  }

  #resume(now: Ms): void {
    this.paused = false;
    if (this.called) return this.clock?.thaw(now, this.called.connected);
    if (this.stillToChoose > 0) return this.#next(now);
    this.grace.thaw(now);
  }

  #giveBack({ from, to, presence }: Of<'credit'>, now: Ms): void {
    if (presence !== 'kept') for (const one of this.people) one.connected = false;
    if (this.called) this.clock?.giveBack(from, this.called.connected, now);
    else this.grace.moveOn(Math.max(0, to - from));
  }

  #close(): void {
    for (const one of this.people) if (one.kind === 'called' || one.kind === 'returned') one.kind = 'waiting';
    this.closed = true;
    this.paused = false;
    this.returned = [];
    this.called = null;
    this.clock = null;
    this.grace.stop();
  }

  // ------------------------------------------------------------ people

  /** After what changes people while nobody is called: whoever can be called is, or the grace follows the absentees. */
  #settled(now: Ms, change: () => unknown): void {
    const before = this.canReturn > 0;
    change();
    if (this.called || this.closed) return;
    if (!this.paused && this.stillToChoose > 0) return this.#next(now);
    const after = this.canReturn > 0;
    if (before !== after) this.grace.follow(now, after);
  }

  #arrive(one: Somebody, now: Ms): void {
    one.connected = true;
    if (one !== this.called) return this.bringBack(one);
    if (this.paused || this.clock?.mode === 'choosing') return;
    if (this.clock?.mode === 'awaited') this.clock.whole(now);
    else this.clock?.goOn(now);
  }

  #lift(one: Somebody): void {
    if (!this.isPlaceReached(one)) {
      one.kind = 'waiting';
      return;
    }
    Object.assign(one, { kind: 'absent', cause: 'byModerator', owed: true });
    if (one.connected) this.comeBack(one);
  }

  #handOver(one: Somebody, { held, connected }: Of<'setMandate'>, now: Ms): void {
    one.mandate = held;
    if (one.elsewhere || one.connected === connected) return;
    if (connected) this.#settled(now, () => this.#arrive(one, now));
    else one.connected = false;
  }

  #correct(one: Somebody, { to }: Of<'correct'>, now: Ms): void {
    const { choice } = one;
    if (!choice) return;
    this.seats.leave(one.id);
    if (to !== null) return this.#record(one, to, choice.turn, now);
    const wasHere = !one.elsewhere && choice.turn !== null;
    const lastTurn = wasHere ? { turn: choice.turn, endedAt: choice.at } : null;
    this.#settled(now, () => {
      const absent = { kind: 'absent', cause: 'byModerator', owed: false };
      Object.assign(one, absent, { elsewhere: false, choice: null, lastTurn });
    });
  }

  #add(person: WorldPerson): void {
    const behind = this.people.filter(({ order }) => order > person.callOrder);
    const isPassed = behind.some(one => this.isPlaceReached(one));
    const carried = { state: 'absent', cause: 'byModerator', returns: 0, owedReturn: false } as const;
    const one = somebody({ ...person, carried: isPassed ? carried : null });
    const insert = (list: Somebody[]): void =>
      void list.splice(list.filter(({ order }) => order < one.order).length, 0, one);
    insert(this.people);
    if (!isPassed) insert(this.places);
  }
}
