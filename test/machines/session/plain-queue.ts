/**
 * The independent model: a session as two plain lists and a table of seats, without xstate, vectors or cursors. It is
 * told which commands were accepted and says who must be called then, in which state everyone is, who sits where.
 */
import type { Command } from '../../../machines/session/commands.ts';
import type { World } from '../../../machines/session/world.ts';

type Kind = 'waiting' | 'called' | 'returned' | 'absent' | 'excused' | 'chosen';

interface Somebody {
  kind: Kind;
  cause: string;
  connected: boolean;
  byItself: boolean;
  returns: number;
  owed: boolean;
  status: string;
  mandate: boolean;
}

export class PlainQueue {
  readonly people: Somebody[];
  /** Those whose place has not come. */
  #places: number[];
  returned: number[] = [];
  called: number | null = null;
  paused = false;
  closed = false;
  inARow = 0;
  recovering = false;
  readonly seats = new Map<number, number>();
  readonly blocked: Set<number>;
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    this.people = world.people.map(({ plannedAbsence, carried, connected, status, mandate }) => ({
      kind: plannedAbsence ? 'excused' : carried?.state === 'absent' ? 'absent' : 'waiting',
      cause: 'notConnected',
      connected,
      byItself: false,
      returns: carried?.returns ?? 0,
      owed: false,
      status,
      mandate,
    }));
    this.blocked = new Set(world.posts.filter(post => post.blocked).map(({ id }) => id));
    this.#places = world.people.map((_, number) => number);
    this.people.forEach((one, number) => one.connected && this.#arrived(number));
    this.#next();
  }

  /** An accepted command; `endsTurn` says whether time took the turn away (the model has no clock). */
  take(command: Command, endsTurn: boolean): void {
    const number = 'person' in command ? this.#number(command.person) : -1;
    const one = this.people[number];
    switch (command.type) {
      case 'choose':
        if (!one) return;
        one.kind = 'chosen';
        if (one.status === 'classic') this.#sit(command.post, number);
        this.inARow = 0;
        return this.#turnOver();
      case 'markAbsent':
        this.#absent('byModerator');
        this.inARow = 0;
        return this.#turnOver();
      case 'deadline':
        if (endsTurn) this.#timeIsUp();
        return;
      case 'connected':
        if (one) one.connected = true;
        this.#arrived(number);
        return this.#nextIfIdle();
      case 'disconnected':
        if (one) one.connected = false;
        return;
      case 'setMandate':
        if (one) one.mandate = command.held;
        return this.#handOver(number, command.connected);
      case 'setPost':
        if (command.blocked) this.blocked.add(command.post);
        else this.blocked.delete(command.post);
        return;
      case 'rejoin':
        if (one) one.returns++;
        this.#comeBack(number);
        return this.#nextIfIdle();
      case 'callBack':
        this.#comeBack(number);
        return this.#nextIfIdle();
      case 'excuse':
        if (one) Object.assign(one, { kind: 'excused', owed: false });
        this.returned = this.returned.filter(other => other !== number);
        return;
      case 'lift':
        this.#lift(number);
        return this.#nextIfIdle();
      case 'pause':
        this.paused = true;
        return;
      case 'resume':
        this.paused = false;
        return this.#nextIfIdle();
      case 'credit':
        if (!command.presence) for (const somebody of this.people) somebody.connected = false;
        return;
      case 'setStatus':
        if (one) one.status = command.status;
        return;
      case 'close':
      case 'graceOver':
        return this.#close();
      default:
        return;
    }
  }

  #number(person: string): number {
    return this.#world.people.findIndex(({ id }) => id === person);
  }

  #sit(post: number, person: number): void {
    if (this.seats.has(post)) throw new Error(`two classic holders on post ${post}`);
    this.seats.set(post, person);
  }

  #next(): void {
    const waiting = this.#places.find(number => this.people[number]?.kind === 'waiting');
    const next = this.returned.shift() ?? waiting ?? null;
    if (next === null) this.#places = [];
    else if (next === waiting) this.#places = this.#places.filter(number => number > next);
    this.called = next;
    const one = next === null ? undefined : this.people[next];
    if (one) one.kind = 'called';
  }

  #nextIfIdle(): void {
    if (this.called === null && !this.paused && this.returned.length > 0) this.#next();
  }

  #turnOver(): void {
    this.called = null;
    this.#next();
  }

  #absent(cause: string): void {
    const one = this.called === null ? undefined : this.people[this.called];
    if (one) Object.assign(one, { kind: 'absent', cause });
  }

  #timeIsUp(): void {
    const one = this.called === null ? undefined : this.people[this.called];
    this.#absent(one?.connected ? 'timeRanOut' : 'notConnected');
    this.inARow++;
    const { pauseAfterAbsences } = this.#world.settings;
    if (pauseAfterAbsences > 0 && this.inARow === pauseAfterAbsences) {
      this.paused = true;
      this.inARow = 0;
    }
    this.#turnOver();
  }

  #arrived(number: number): void {
    const one = this.people[number];
    if (!one || one.kind !== 'absent') return;
    if (one.owed) return this.#comeBack(number);
    if (one.cause !== 'notConnected' || one.byItself || one.returns >= this.#world.settings.returnsAllowed)
      return;
    one.byItself = true;
    one.returns++;
    this.#comeBack(number);
  }

  #comeBack(number: number): void {
    const one = this.people[number];
    if (one) Object.assign(one, { kind: 'returned', owed: false });
    this.returned = [...this.returned, number].sort((a, b) => a - b);
  }

  #handOver(number: number, connected: boolean): void {
    const one = this.people[number];
    if (!one || one.connected === connected) return;
    one.connected = connected;
    if (connected) this.#arrived(number);
    this.#nextIfIdle();
  }

  #lift(number: number): void {
    const one = this.people[number];
    if (!one) return;
    const carried = this.#world.people[number]?.carried;
    const hadPlace = carried?.state === 'absent' || (carried?.state === 'excused' && carried.owedReturn);
    const hasPlace = this.#places.includes(number) && !hadPlace;
    Object.assign(one, hasPlace ? { kind: 'waiting' } : { kind: 'absent', cause: 'byModerator', owed: true });
    if (!hasPlace && one.connected) this.#comeBack(number);
  }

  #close(): void {
    this.closed = true;
    this.paused = false;
    for (const one of this.people) if (one.kind === 'called' || one.kind === 'returned') one.kind = 'waiting';
    this.returned = [];
    this.called = null;
  }
}
