/** Whoever stands first in line, by one rule for the public's copy, the gateways and the host (domain §3, «Interns ahead»). Pure. */

/** Everyone still to choose, in order: the called one, the block of the returned, then those who wait. */
export interface Line<Person> {
  readonly called: Person | null;
  readonly returned: readonly Person[];
  /** Where those who were not reached yet begin, and how many places there are. */
  readonly from: number;
  readonly places: number;
  /** Who waits at that place of the call order; null where nobody does. */
  readonly waitingAt: (place: number) => Person | null;
}

/** The first `limit`: the index is the person's interns ahead. Walks only as far as it must. */
export function frontOfLine<Person>(line: Line<Person>, limit: number): readonly Person[] {
  const front = line.called === null ? [...line.returned] : [line.called, ...line.returned];
  for (let place = line.from; place < line.places && front.length < limit; place++) {
    const person = line.waitingAt(place);
    if (person !== null) front.push(person);
  }
  return front.slice(0, limit);
}
