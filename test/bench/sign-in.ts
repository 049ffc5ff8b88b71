/** Forty people sign in at once, as at the opening of an amphitheatre: how long they wait, and the server's longest delay. */
import { makeAccounts } from '../../api/accounts.ts';
import { hashPassword } from '../../api/sign-in/passwords.ts';
import type { Sql } from '../../migrations/open.ts';
import { eventually } from '../support/eventually.ts';
import { openHouse } from '../support/house.ts';
import { spread } from './fan-out.ts';

export interface SignInTimes {
  readonly people: number;
  readonly p50: number;
  readonly p99: number;
  /** Of the process that serves pages and sockets, while they sign in. */
  readonly loopDelayMaxMs: number;
}

const ROUNDS = 5; // under 300 sign-ins of one address within a minute: none is slowed by the limits
const WORKER_WITHIN_MS = 30_000;
const PASSWORD = 'un mot de passe de mesure';

export async function signInTimes(people: number): Promise<SignInTimes> {
  const house = await openHouse();
  try {
    const accounts = Array.from({ length: people }, (_, index) => ({
      realm: 'intern' as const,
      email: `mesure${index}@bench.example`,
    }));
    await makeAccounts(house.database.sql, accounts, await hashPassword(PASSWORD), true);
    await workerIsUp(house.database.sql);
    await loopDelayMs(house.url); // the reading begins the count anew
    const waited: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      waited.push(...(await Promise.all(accounts.map(({ email }) => signIn(house.url, email)))));
    const { p50, p99 } = spread(waited);
    return { people, p50, p99, loopDelayMaxMs: await loopDelayMs(house.url) };
  } finally {
    await house.remove();
  }
}

/** An amphitheatre opens long after the house has: a worker that is still being loaded would be measured with them. */
const workerIsUp = (sql: Sql): Promise<unknown> =>
  eventually(
    'the worker',
    async () => (await sql('select from graphile_worker._private_known_crontabs')).length > 0,
    WORKER_WITHIN_MS,
  );

/** @returns how long it took, in ms. */
async function signIn(url: string, email: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${url}/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ realm: 'intern', email, password: PASSWORD }),
  });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`signing in answered ${answer.status}`);
  return performance.now() - began;
}

async function loopDelayMs(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lag = /^event_loop_lag_max_seconds\{part="api"\} (\S+)$/mu.exec(text)?.[1];
  if (lag === undefined) throw new Error('/metrics says nothing of the event loop');
  return Math.round(Number(lag) * 10_000) / 10;
}
