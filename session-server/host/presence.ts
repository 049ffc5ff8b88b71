/** Who is connected, as the gateways say: per person and realm; whose sockets count is the session's to know (domain §3). */
import type { AmphitheatreId, PersonId } from '../../machines/ids.ts';
import type { PresenceReport, PresentPerson } from '../bus/messages.ts';

type PersonRealm = PresentPerson['realm'];

export interface Presence {
  isPresent(person: PersonId, realm: PersonRealm): boolean;
  /** A moderator stands in the room of this amphitheatre. */
  isModerated(amphitheatre: AmphitheatreId): boolean;
  /** @returns those for whom something may have changed. */
  hear(report: PresenceReport): readonly PersonId[];
}

export function presenceTable(): Presence {
  const people = new Map<string, Set<string>>(); // person and realm → gateways
  const moderators = new Map<AmphitheatreId, Set<string>>();

  return {
    isPresent: (person, realm) => people.has(keyOf(person, realm)),
    isModerated: amphitheatre => moderators.has(amphitheatre),
    hear(report) {
      const changed = report.whole ? forget(report.gateway) : new Set<PersonId>();
      for (const { person, realm, connected } of report.people) {
        mark(people, keyOf(person, realm), report.gateway, connected);
        changed.add(person);
      }
      for (const { amphitheatre, connected } of report.moderators)
        mark(moderators, amphitheatre, report.gateway, connected);
      return [...changed];
    },
  };

  function forget(gateway: string): Set<PersonId> {
    const left = new Set<PersonId>();
    for (const [key, gateways] of people) {
      if (!gateways.has(gateway)) continue;
      mark(people, key, gateway, false);
      left.add(personOf(key));
    }
    for (const amphitheatre of moderators.keys()) mark(moderators, amphitheatre, gateway, false);
    return left;
  }
}

const keyOf = (person: PersonId, realm: PersonRealm): string => `${realm} ${person}`;
const personOf = (key: string): PersonId => key.slice(key.indexOf(' ') + 1) as PersonId;

function mark<Key>(where: Map<Key, Set<string>>, key: Key, gateway: string, connected: boolean): void {
  const gateways = where.get(key) ?? new Set();
  if (connected) gateways.add(gateway);
  else gateways.delete(gateway);
  if (gateways.size > 0) where.set(key, gateways);
  else where.delete(key);
}
