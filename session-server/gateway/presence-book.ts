/** Whose sockets this gateway holds: only none → some and some → none are told (domain §3). */
import type { AmphitheatreId } from '../../machines/ids.ts';
import type { PresenceReport, PresentModerators, PresentPerson } from '../bus/messages.ts';
import type { Actor } from './connection.ts';

export interface PresenceBook {
  come(actor: Actor): void;
  go(actor: Actor): void;
  moderatorComes(amphitheatre: AmphitheatreId, name: string): void;
  moderatorGoes(amphitheatre: AmphitheatreId, name: string): void;
  /** Names of the moderators in the room, here; one who has two windows open stands there once. */
  moderatorsOf(amphitheatre: AmphitheatreId): readonly string[];
  /** Says everything again: a host has asked. */
  tellAll(): void;
}

/** @param roomChanged the names of `moderatorsOf` are others now. */
export function presenceBook(
  gateway: string,
  tell: (report: PresenceReport) => void,
  roomChanged: (amphitheatre: AmphitheatreId) => void,
): PresenceBook {
  const people = new Map<string, { readonly actor: Actor; sockets: number }>();
  const moderators = new Map<AmphitheatreId, string[]>(); // one name per socket

  const tellPeople = (changed: readonly PresentPerson[]): void =>
    tell({ gateway, whole: false, people: changed, moderators: [] });
  const tellModerators = (changed: readonly PresentModerators[]): void =>
    tell({ gateway, whole: false, people: [], moderators: changed });

  return {
    come(actor) {
      const entry = people.get(keyOf(actor)) ?? { actor, sockets: 0 };
      entry.sockets += 1;
      people.set(keyOf(actor), entry);
      if (entry.sockets === 1) tellPeople([{ ...actor, connected: true }]);
    },
    go(actor) {
      const entry = people.get(keyOf(actor));
      if (!entry) return;
      entry.sockets -= 1;
      if (entry.sockets > 0) return;
      people.delete(keyOf(actor));
      tellPeople([{ ...actor, connected: false }]);
    },
    moderatorComes(amphitheatre, name) {
      const names = moderators.get(amphitheatre) ?? [];
      moderators.set(amphitheatre, [...names, name]);
      if (names.length === 0) tellModerators([{ amphitheatre, connected: true }]);
      if (!names.includes(name)) roomChanged(amphitheatre);
    },
    moderatorGoes(amphitheatre, name) {
      const names = moderators.get(amphitheatre) ?? [];
      const left = names.toSpliced(names.indexOf(name), 1);
      if (left.length > 0) {
        moderators.set(amphitheatre, left);
        if (!left.includes(name)) roomChanged(amphitheatre);
        return;
      }
      moderators.delete(amphitheatre);
      tellModerators([{ amphitheatre, connected: false }]);
    },
    moderatorsOf: amphitheatre => [...new Set(moderators.get(amphitheatre))],
    tellAll() {
      tell({
        gateway,
        whole: true,
        people: [...people.values()].map(({ actor }) => ({ ...actor, connected: true })),
        moderators: [...moderators.keys()].map(amphitheatre => ({ amphitheatre, connected: true })),
      });
    },
  };
}

const keyOf = ({ realm, person }: Actor): string => `${realm} ${person}`;
