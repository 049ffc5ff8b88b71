/**
 * The house's own lock: one house per data folder. An advisory lock on a connection held for life, so it goes when
 * the house goes, in whatever way; its application name tells the second start who holds it.
 */
import { Client } from 'pg';

declare module 'pg' {
  interface Client {
    ref(): void; // @types/pg leaves these two out
    unref(): void;
  }
}

/** Thrown by a second start while a house runs on the same data folder. */
export class HouseRunning extends Error {
  override readonly name = 'HouseRunning';
  readonly pid: number;
  readonly port: number;

  /** @param pid of the house's process; `port` is its database server's. */
  constructor(pid: number, port: number) {
    super(`another house runs on this data folder (process ${pid}, its database on port ${port})`);
    this.pid = pid;
    this.port = port;
  }
}

export interface HouseLock {
  release(): Promise<void>;
}

const HOUSE_LOCK = 4242;

/** @param lost called once where the connection breaks before `release`. @throws HouseRunning */
export async function takeHouseLock(url: string, port: number, lost: () => void): Promise<HouseLock> {
  const client = new Client({ connectionString: url, application_name: `house ${process.pid}` });
  let released = false;
  client.on('error', () => undefined); // 'end' follows
  await client.connect();
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) got', [HOUSE_LOCK]);
  if (!rows[0]?.got) {
    const holder = await holderOf(client);
    await client.end();
    throw new HouseRunning(holder ?? 0, port);
  }
  client.once('end', () => !released && lost());
  client.unref();
  const release = async (): Promise<void> => {
    released = true;
    client.ref(); // else a process with nothing else to do ends before the goodbye
    await client.end();
  };
  return { release };
}

/** @returns pid of the house that holds the lock of this server, null where none does. */
export async function holderOf(client: Client): Promise<number | null> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and objid = $1 and granted`,
    [HOUSE_LOCK],
  );
  return rows[0] ? Number(rows[0].name.replace('house ', '')) : null;
}
