/**
 * Who is connected here, in the tables: before a session begins no journal follows presence, and the day board and the
 * moderators' room ask there. Differences are written together, each second at most, beside every command's path.
 */
import type { Clock } from '../../api/kit/clock.ts';
import type { Log } from '../../api/kit/log.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Actor } from './connection.ts';
import { deleteForgotten, deleteGateway, deletePeople, sayAlive, writePeople } from './people-rows.ts';
import type { PersonHere } from './people-rows.ts';

const WRITE_EVERY_MS = 1_000;
const ALIVE_EVERY = 5; // writes

export interface PeopleConnected {
  /** Their first socket here. */
  come(actor: Actor): void;
  /** Their last one. */
  go(actor: Actor): void;
  /** Begins with no row of ours in the table, and says from then on that we live. */
  open(): Promise<void>;
  close(): Promise<void>;
}

export function peopleConnected({
  sql,
  clock,
  log,
  gateway,
}: {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly log: Log;
  readonly gateway: string;
}): PeopleConnected {
  const here = new Map<string, PersonHere>();
  /** Told by nobody yet: the last word of each counts. */
  let changed = new Map<string, Omit<PersonHere, 'since'>>();
  /** What stands in the table is not known: everybody is written anew. */
  let unknown = true;
  let looks = 0;
  let writing: Promise<void> = Promise.resolve();
  let isWriting = false;
  let cancel: () => void = () => undefined;

  const write = async (): Promise<void> => {
    if (looks % ALIVE_EVERY === 0) {
      if (await sayAlive(sql, gateway)) unknown = true; // somebody held us lost, and forgot our people
      await deleteForgotten(sql);
    }
    looks += 1;
    if (unknown) await deletePeople(sql, gateway);
    const told = unknown ? new Map(here) : changed;
    changed = new Map();
    if (told.size > 0) {
      const rows = [...told.keys()].flatMap(key => here.get(key) ?? []);
      const gone = [...told].flatMap(([key, one]) => (here.has(key) ? [] : [one]));
      unknown = true; // until it is written
      await writePeople(sql, gateway, rows, gone);
    }
    unknown = false;
  };
  /** One at a time: while the database does not answer, what changes waits together. */
  const look = (): void => {
    if (isWriting) return;
    isWriting = true;
    writing = write()
      .catch((error: unknown) => {
        unknown = true;
        looks = 0; // our own row may be missing
        log.warn({ err: error }, 'people.notWritten');
      })
      .finally(() => (isWriting = false));
  };
  const lookLater = (): void => {
    cancel = clock.at(clock.now() + WRITE_EVERY_MS, () => {
      look();
      lookLater();
    });
  };
  const changes = ({ person, realm, rehearsal }: Actor, since: number | null): void => {
    if (rehearsal !== null) return; // nobody is called for one
    const key = `${realm} ${person}`;
    if (since === null) here.delete(key);
    else here.set(key, { person, realm, since });
    changed.set(key, { person, realm });
  };

  return {
    come: actor => changes(actor, clock.now()),
    go: actor => changes(actor, null),
    async open() {
      await deleteGateway(sql, gateway);
      look();
      await writing;
      lookLater();
    },
    async close() {
      cancel();
      await writing;
      await deleteGateway(sql, gateway);
    },
  };
}
