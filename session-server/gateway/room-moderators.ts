/**
 * Who of the moderators is in which room, at whatever gateway: each gateway writes its own into `room_moderator`, and
 * reads those of the others where it has somebody to tell. A rehearsal's room is one of its own.
 */
import type { Clock } from '../../api/kit/clock.ts';
import type { Log } from '../../api/kit/log.ts';
import type { AccountId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import { streamKey } from '../bus/stream-id.ts';
import type { StreamId } from '../bus/stream-id.ts';
import { deleteOld, leaveRoom, othersIn, writeSeen } from './room-rows.ts';
import type { InRoom } from './room-rows.ts';

const SAY_EVERY_MS = 5_000;

export interface RoomModerators {
  /** Their first socket here in this room. */
  enter(stream: StreamId, moderator: Moderator): void;
  /** Their last one. */
  leave(stream: StreamId, account: AccountId): void;
  /** In the order they came; one who is at two gateways stands there once. */
  namesIn(stream: StreamId): readonly string[];
  isEmptyHere(stream: StreamId): boolean;
  /** Reads the other gateways' again: told by NOTIFY, or before a newcomer is shown the room. */
  read(stream: StreamId): Promise<void>;
  /** Begins with no row of ours in the table, and says each 5 s that those here are here. */
  open(): Promise<void>;
  close(): Promise<void>;
}

export interface Moderator {
  readonly account: AccountId;
  readonly name: string;
}

interface Here extends InRoom {
  readonly stream: StreamId;
}

/** @param changed the names of `namesIn` are others now. */
export function roomModerators(
  {
    sql,
    clock,
    log,
    gateway,
  }: {
    readonly sql: Sql;
    readonly clock: Clock;
    readonly log: Log;
    readonly gateway: string;
  },
  changed: (stream: StreamId) => void,
): RoomModerators {
  const here = new Map<string, Here>(); // stream and account
  const others = new Map<string, readonly InRoom[]>(); // by stream
  let writing: Promise<void> = Promise.resolve();
  let cancel: () => void = () => undefined;

  const inRoom = (room: StreamId): readonly InRoom[] => {
    const key = streamKey(room);
    const own = [...here.values()].filter(({ stream }) => streamKey(stream) === key);
    const elsewhere = others.get(key) ?? [];
    const all = [...own, ...elsewhere].toSorted((a, b) => a.since - b.since || a.account - b.account);
    return all.filter((one, index) => all.findIndex(({ account }) => account === one.account) === index);
  };
  const namesIn = (stream: StreamId): readonly string[] => inRoom(stream).map(({ name }) => name);
  const unlessSame = (stream: StreamId, act: () => void): void => {
    const before = namesIn(stream).join('\n');
    act();
    if (namesIn(stream).join('\n') !== before) changed(stream);
  };
  /** In the order they happened: a row written late must not bring back who has left. */
  const write = (statement: () => Promise<unknown>): Promise<void> => {
    writing = writing
      .then(statement)
      .then(() => undefined)
      .catch((error: unknown) => log.warn({ err: error }, 'room.notWritten'));
    return writing;
  };

  const read = async ({ amphitheatre, rehearsal }: StreamId): Promise<void> => {
    const stream = { amphitheatre, rehearsal };
    const people = await othersIn(sql, stream, gateway);
    unlessSame(stream, () => void others.set(streamKey(stream), people));
  };
  const look = async (): Promise<void> => {
    const rooms = new Map([...here.values()].map(({ stream }) => [streamKey(stream), stream]));
    for (const key of others.keys()) if (!rooms.has(key)) others.delete(key);
    if (rooms.size === 0) return;
    await write(() => writeSeen(sql, gateway, [...here.values()]));
    for (const stream of rooms.values()) await read(stream);
  };
  const lookLater = (): void => {
    cancel = clock.at(clock.now() + SAY_EVERY_MS, () => {
      look().catch((error: unknown) => log.warn({ err: error }, 'room.notRead'));
      lookLater();
    });
  };

  return {
    namesIn,
    isEmptyHere: stream => ![...here.values()].some(one => streamKey(one.stream) === streamKey(stream)),
    enter({ amphitheatre, rehearsal }, { account, name }) {
      const stream = { amphitheatre, rehearsal };
      const entered: Here = { stream, account, name, since: clock.now() };
      unlessSame(stream, () => void here.set(keyOf(stream, account), entered));
      void write(() => writeSeen(sql, gateway, [entered], stream));
    },
    leave({ amphitheatre, rehearsal }, account) {
      const stream = { amphitheatre, rehearsal };
      unlessSame(stream, () => void here.delete(keyOf(stream, account)));
      void write(() => leaveRoom(sql, gateway, account, stream));
    },
    read,
    async open() {
      await deleteOld(sql, gateway);
      lookLater();
    },
    async close() {
      cancel();
      for (const { stream, account } of here.values())
        void write(() => leaveRoom(sql, gateway, account, stream));
      await writing;
    },
  };
}

const keyOf = (stream: StreamId, account: AccountId): string => `${streamKey(stream)} ${account}`;
