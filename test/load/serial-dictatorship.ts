/**
 * The result computed apart: who is called when, and what each then takes. It shares nothing with the session
 * machine; where the two disagree, one of them is wrong (domain §3 for the order, §4 for who may choose what).
 */
import type { LineId, PersonId, PostId, SpecialtyId } from '../../machines/ids.ts';

export interface Chooser {
  readonly id: PersonId;
  readonly callOrder: number;
  readonly status: string;
  readonly specialty: SpecialtyId;
}

export interface Seat {
  readonly id: PostId;
  readonly line: LineId;
  readonly reservedFor: SpecialtyId | null;
}

/** What happened to people while others had their turn, in the order of the record. */
export type Event =
  | { readonly kind: 'called' | 'chosen' | 'absent' | 'returned'; readonly person: PersonId }
  | { readonly kind: 'excused' | 'waiting'; readonly person: PersonId };

/**
 * Who should have been called at each call of the record: the first of the returned by call order, else the first
 * of those waiting.
 * @returns the calls that went to somebody else.
 */
export function outOfOrder(people: readonly Chooser[], events: readonly Event[]): readonly string[] {
  const place = new Map(people.map(person => [person.id, person.callOrder]));
  const waiting = new Set(place.keys());
  const returned = new Set<PersonId>();
  const wrong: string[] = [];
  const first = (some: ReadonlySet<PersonId>): PersonId | undefined =>
    [...some].reduce<PersonId | undefined>(
      (best, id) => (best === undefined || (place.get(id) ?? 0) < (place.get(best) ?? 0) ? id : best),
      undefined,
    );
  for (const { kind, person } of events) {
    if (kind === 'called') {
      const due = first(returned) ?? first(waiting);
      if (due !== person)
        wrong.push(`n° ${place.get(person)} called instead of n° ${place.get(due as PersonId)}`);
    }
    returned.delete(person);
    waiting.delete(person);
    if (kind === 'returned') returned.add(person);
    if (kind === 'waiting') waiting.add(person);
  }
  return wrong;
}

/** What each takes when they come in this order, each the dearest of what they may. */
export function serialDictatorship<C extends Chooser>(
  order: readonly C[],
  seats: readonly Seat[],
  wishesOf: (chooser: C) => readonly Seat[],
): Map<PersonId, PostId> {
  const filled = new Set<PostId>();
  const taken = new Map<PersonId, PostId>();
  const capacity = new Map<LineId, number>();
  const classicOnLine = new Map<LineId, number[]>();
  for (const seat of seats) capacity.set(seat.line, (capacity.get(seat.line) ?? 0) + 1);
  for (const chooser of order) {
    const may = (seat: Seat): boolean => {
      if (seat.reservedFor !== null && seat.reservedFor !== chooser.specialty) return false;
      if (chooser.status === 'supernumeraryNonValidating') return true;
      if (chooser.status === 'classic') return !filled.has(seat.id);
      const better = (classicOnLine.get(seat.line) ?? []).filter(rank => rank < chooser.callOrder).length;
      return better < (capacity.get(seat.line) ?? 0);
    };
    const choice = wishesOf(chooser).find(may);
    if (choice === undefined) continue;
    taken.set(chooser.id, choice.id);
    if (chooser.status !== 'classic') continue;
    filled.add(choice.id);
    classicOnLine.set(choice.line, [...(classicOnLine.get(choice.line) ?? []), chooser.callOrder]);
  }
  return taken;
}
