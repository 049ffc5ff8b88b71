/** The house's PostgreSQL stopped in its tracks and let go on: what was being written stays being written, nothing new is answered. */
import type { Sql } from '../../migrations/open.ts';

export interface FrozenRecord {
  thaw(): void;
}

/** SIGSTOP to the server and each of its processes; whoever stops it must let it go on before the house is removed. */
export async function freezeRecord(sql: Sql): Promise<FrozenRecord> {
  const [server] = await sql<{ pid: number }>(
    `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`,
  );
  if (server === undefined) throw new Error('a PostgreSQL without a process');
  const stopped = [server.pid];
  process.kill(server.pid, 'SIGSTOP'); // first: from here on it makes no new process
  const others = await sql<{ pid: number }>('select pid from pg_stat_activity');
  for (const { pid } of others) {
    process.kill(pid, 'SIGSTOP');
    stopped.push(pid);
  }
  return {
    thaw() {
      for (const pid of stopped.splice(0)) process.kill(pid, 'SIGCONT');
    },
  };
}
