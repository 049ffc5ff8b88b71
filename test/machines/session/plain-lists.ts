/** The lists of the independent model (plain-queue.ts): who is there, whose place has come, who has returned. */
import type { World } from '../../../machines/session/world.ts';
import type { PlainClock } from './plain-clock.ts';
import { PlainGrace } from './plain-grace.ts';
import { somebody } from './plain-people.ts';
import type { Somebody } from './plain-people.ts';
import { PlainSeats } from './plain-seats.ts';

export class PlainLists {
  /** In call order. */
  readonly people: Somebody[];
  readonly seats: PlainSeats;
  readonly settings: World['settings'];
  readonly grace: PlainGrace;
  returned: Somebody[] = [];
  called: Somebody | null = null;
  clock: PlainClock | null = null;
  turn = 0;
  paused = false;
  closed = false;
  /** Those whose place has not come. */
  protected places: Somebody[];

  constructor(world: World) {
    this.people = world.people.map(somebody);
    this.seats = new PlainSeats(world);
    this.settings = world.settings;
    this.grace = new PlainGrace(world);
    this.places = [...this.people];
  }

  find(id: string | null): Somebody | undefined {
    return this.people.find(one => one.id === id);
  }

  isPlaceReached(one: Somebody): boolean {
    return one.hadPlace || !this.places.includes(one);
  }

  get stillToChoose(): number {
    return this.people.filter(({ kind }) => ['called', 'returned', 'waiting'].includes(kind)).length;
  }

  /** How many absentees may come back without a moderator. */
  get canReturn(): number {
    const { returnsAllowed } = this.settings;
    const mayReturn = ({ owed, returns }: Somebody): boolean => owed || returns < returnsAllowed;
    return this.people.filter(one => one.kind === 'absent' && mayReturn(one)).length;
  }

  /** By itself: once, and not after too many returns; whoever is owed one has it in any case. */
  protected bringBack(one: Somebody): void {
    if (one.kind !== 'absent') return;
    if (one.owed) return this.comeBack(one);
    if (one.cause !== 'notConnected' || one.byItself || one.returns >= this.settings.returnsAllowed) return;
    one.byItself = true;
    one.returns++;
    this.comeBack(one);
  }

  protected comeBack(one: Somebody): void {
    Object.assign(one, { kind: 'returned', owed: false });
    this.returned = [...this.returned, one].sort((a, b) => a.order - b.order);
  }
}
