/** What the moderators' room holds of every person of a session, beyond the public state (domain §8). */
import type { DeskPerson } from '../wire/frames.ts';
import type { SessionContext } from './state.ts';
import { at } from './vector.ts';

/** In call order; empty before `start`. */
export function deskPeople({ context }: { readonly context: SessionContext }): readonly DeskPerson[] {
  const { world, people } = context;
  if (!world) return [];
  return world.people.map(({ id }, number) => {
    const { state, status, mandate, connected, lastSeenAt } = at(people, number);
    return { person: id, state, status, mandate, connected, since: lastSeenAt };
  });
}
