/** Whose sockets this gateway holds: only none → some and some → none are told (domain §3), and each second that it lives. */
import type { AccountId } from '../../machines/ids.ts';
import type { PresenceReport, PresentModerators, PresentPerson } from '../bus/messages.ts';
import { streamKey } from '../bus/stream-id.ts';
import type { StreamId } from '../bus/stream-id.ts';
import type { Actor } from './connection.ts';
import type { PeopleConnected } from './people-connected.ts';
import type { Moderator, RoomModerators } from './room-moderators.ts';

export interface PresenceBook {
  come(actor: Actor): void;
  go(actor: Actor): void;
  isHere(actor: Actor): boolean;
  moderatorComes(stream: StreamId, moderator: Moderator): void;
  moderatorGoes(stream: StreamId, moderator: Moderator): void;
  /** Says everything again: a host has asked. */
  tellAll(): void;
  /** Says that this gateway lives, and how many changes it has told: who missed one asks. */
  beat(): void;
  /** The last word, once every socket is gone. */
  leave(): void;
}

/** @param room told of each moderator's first and last socket, `table` of everybody else's. */
export function presenceBook(
  gateway: string,
  tell: (report: PresenceReport) => void,
  room: Pick<RoomModerators, 'enter' | 'leave'>,
  table: Pick<PeopleConnected, 'come' | 'go'>,
): PresenceBook {
  const people = new Map<string, { readonly actor: Actor; sockets: number }>();
  const rooms = new Map<string, Room>(); // by stream
  let version = 0;

  const nothing = { gateway, whole: false, people: [], moderators: [] };
  const tellPeople = (changed: readonly PresentPerson[]): void =>
    tell({ ...nothing, version: ++version, people: changed });
  const tellModerators = (changed: readonly PresentModerators[]): void =>
    tell({ ...nothing, version: ++version, moderators: changed });

  return {
    come(actor) {
      const entry = people.get(keyOf(actor)) ?? { actor, sockets: 0 };
      entry.sockets += 1;
      people.set(keyOf(actor), entry);
      if (entry.sockets > 1) return;
      tellPeople([{ ...actor, connected: true }]);
      table.come(actor);
    },
    go(actor) {
      const entry = people.get(keyOf(actor));
      if (!entry) return;
      entry.sockets -= 1;
      if (entry.sockets > 0) return;
      people.delete(keyOf(actor));
      tellPeople([{ ...actor, connected: false }]);
      table.go(actor);
    },
    isHere: actor => people.has(keyOf(actor)),
    moderatorComes({ amphitheatre, rehearsal }, moderator) {
      const stream = { amphitheatre, rehearsal };
      const { sockets } = rooms.get(streamKey(stream)) ?? { sockets: new Map<AccountId, number>() };
      rooms.set(streamKey(stream), { stream, sockets });
      const before = sockets.get(moderator.account) ?? 0;
      sockets.set(moderator.account, before + 1);
      if (before === 0 && sockets.size === 1) tellModerators([{ ...stream, connected: true }]);
      if (before === 0) room.enter(stream, moderator);
    },
    moderatorGoes({ amphitheatre, rehearsal }, { account }) {
      const stream = { amphitheatre, rehearsal };
      const sockets = rooms.get(streamKey(stream))?.sockets ?? new Map<AccountId, number>();
      const left = (sockets.get(account) ?? 0) - 1;
      if (left > 0) {
        sockets.set(account, left);
        return;
      }
      sockets.delete(account);
      room.leave(stream, account);
      if (sockets.size > 0) return;
      rooms.delete(streamKey(stream));
      tellModerators([{ ...stream, connected: false }]);
    },
    tellAll() {
      tell({
        gateway,
        version,
        whole: true,
        people: [...people.values()].map(({ actor }) => ({ ...actor, connected: true })),
        moderators: [...rooms.values()].map(({ stream }) => ({ ...stream, connected: true })),
      });
    },
    beat: () => tell({ ...nothing, version }),
    leave: () => tell({ ...nothing, version, whole: true, leaves: true }),
  };
}

interface Room {
  readonly stream: StreamId;
  /** How many each moderator has here. */
  readonly sockets: Map<AccountId, number>;
}

const keyOf = ({ realm, person, rehearsal }: Actor): string => `${rehearsal ?? ''} ${realm} ${person}`;
