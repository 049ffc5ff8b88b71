/** Who is connected, as the gateways say: per person and realm; whose sockets count is the session's to know (domain §3). */
import type { Clock } from '../../api/kit/clock.ts';
import type { Ms, PersonId, SessionId } from '../../machines/ids.ts';
import type { PresenceReport, PresentPerson } from '../bus/messages.ts';
import { streamKey } from '../bus/stream-id.ts';
import type { StreamId } from '../bus/stream-id.ts';
import { heardGateways } from './heard-gateways.ts';
import type { Unheard } from './heard-gateways.ts';

type PersonRealm = PresentPerson['realm'];

/** Who is connected in one place: the real sessions, or one rehearsal. */
export interface Attendance {
  isPresent(person: PersonId, realm: PersonRealm): boolean;
  /** Not present, as far as we hear, and a gateway that we do not hear just now may hold their socket. */
  mayBeUnseen(person: PersonId, realm: PersonRealm): boolean;
  /** Their gateway was silent then, and is heard again: present now, nobody knows what they did. */
  wasUnseenAt(person: PersonId, realm: PersonRealm, when: Ms): boolean;
  /** Null: never seen by this host. */
  lastSeen(person: PersonId, realm: PersonRealm): LastSeen | null;
}

/** Evidence (domain §3). */
export interface LastSeen {
  /** Name of the gateway. */
  readonly where: string;
  readonly at: Ms;
  /** We lost the gateway, they did not leave. */
  readonly isLost: boolean;
}

export interface Presence {
  /** @param rehearsal null: the real sessions, where nobody counts who is only in a rehearsal. */
  of(rehearsal: SessionId | null): Attendance;
  /** A moderator stands in the room of this amphitheatre, or of this rehearsal. */
  isModerated(stream: StreamId): boolean;
  hear(report: PresenceReport): Heard;
  /** Each second. */
  look(): Changed;
  /** Gateways that stay silent, and are not among those that live by the record, are held lost, and their people disconnected. */
  witness(living: readonly string[]): Changed;
  /** Something was missed: the gateways are to be asked again. */
  isToAsk(): boolean;
  /** Nobody at all can be connected where we do not hear. */
  isEverybodyKnown(): boolean;
}

export interface Heard {
  readonly changed: Changed;
  /** The silence that ends with this report, of one gateway or of all. */
  readonly unheard: Unheard | null;
}

/** Those for whom something may have changed; null: anybody, for it is known again where everybody is. */
export type Changed = readonly PersonId[] | null;

export function presenceTable(clock: Clock): Presence {
  const people = new Map<string, Set<string>>(); // rehearsal, realm and person → gateways
  const moderators = new Map<string, Set<string>>(); // stream → gateways
  const seen = new Map<string, LastSeen>(); // as `people`; whoever came once stays
  const gateways = heardGateways(clock);

  const gatewaysOf = (key: string): readonly string[] => [...(people.get(key) ?? [])];
  const isSeen = (key: string): boolean => gatewaysOf(key).some(gateway => gateways.isAudible(gateway));
  let isAllKnown = false;
  const changedOf = (changed: readonly PersonId[]): Changed => {
    const was = isAllKnown;
    isAllKnown = gateways.areAllAudible();
    return isAllKnown && !was ? null : [...new Set(changed)];
  };

  return {
    of: rehearsal => ({
      isPresent: (person, realm) => people.has(keyOf({ rehearsal, realm, person })),
      mayBeUnseen: (person, realm) =>
        !isSeen(keyOf({ rehearsal, realm, person })) && !gateways.areAllAudible(),
      wasUnseenAt: (person, realm, when) =>
        gatewaysOf(keyOf({ rehearsal, realm, person })).every(gateway => gateways.wasSilentAt(gateway, when)),
      lastSeen: (person, realm) => seen.get(keyOf({ rehearsal, realm, person })) ?? null,
    }),
    isModerated: stream => moderators.has(streamKey(stream)),
    hear(report) {
      const { gateway } = report;
      const at = clock.now();
      const unheard = gateways.hear(report);
      const left = report.whole ? forget(gateway) : [];
      for (const key of left) seen.set(key, { where: gateway, at, isLost: false });
      for (const present of report.people) {
        mark(people, keyOf(present), gateway, present.connected);
        seen.set(keyOf(present), { where: gateway, at, isLost: false });
      }
      for (const present of report.moderators)
        mark(moderators, streamKey(present), gateway, present.connected);
      const changed = changedOf([...left.map(personOf), ...report.people.map(({ person }) => person)]);
      return { changed, unheard };
    },
    look() {
      gateways.look();
      return changedOf([]);
    },
    witness(living) {
      const left = gateways.witness(living).flatMap(({ gateway, heardAt }) => {
        const keys = forget(gateway);
        for (const key of keys) seen.set(key, { where: gateway, at: heardAt, isLost: true });
        return keys;
      });
      return changedOf(left.map(personOf));
    },
    isToAsk: () => gateways.isAnyIncomplete(),
    isEverybodyKnown: () => gateways.areAllAudible(),
  };

  function forget(gateway: string): readonly string[] {
    const left = [...people].flatMap(([key, where]) => (where.has(gateway) ? [key] : []));
    for (const key of left) mark(people, key, gateway, false);
    for (const stream of moderators.keys()) mark(moderators, stream, gateway, false);
    return left;
  }
}

const keyOf = ({ rehearsal, realm, person }: Omit<PresentPerson, 'connected'>): string =>
  `${rehearsal ?? ''} ${realm} ${person}`;
const personOf = (key: string): PersonId => key.slice(key.lastIndexOf(' ') + 1) as PersonId;

function mark<Key>(where: Map<Key, Set<string>>, key: Key, gateway: string, connected: boolean): void {
  const gateways = where.get(key) ?? new Set();
  if (connected) gateways.add(gateway);
  else gateways.delete(gateway);
  if (gateways.size > 0) where.set(key, gateways);
  else where.delete(key);
}
