/** The watchers, in a process of their own so that they do not slow the server they measure. Started by `run.ts`. */
import { WebSocket } from 'ws';
import { issueTicket } from '../../api/kit/tickets.ts';
import { PROTOCOL } from '../../machines/wire/frames.ts';
import { openDatabase } from '../../migrations/open.ts';
import { serveParent } from './child.ts';
import type { Arrivals, WatcherAnswer, WatcherOrder } from './messages.ts';
import { machineNow } from './process-clock.ts';

const AT_ONCE = 25;
const DELTA = /^\{"type":"delta","pub":(\d+)/u;
const HEAD_BYTES = 48; // enough to read the type and the number

const sockets: WebSocket[] = [];
const seenOfHouse = new Map<number, number[]>();
const seenOfRaw = new Map<number, number[]>();

serveParent(async (order: WatcherOrder): Promise<WatcherAnswer> => {
  switch (order.type) {
    case 'watchHouse':
      await watchHouse(order);
      return { type: 'watching', count: sockets.length };
    case 'watchRaw':
      await inBatches(order.count, () => open(order.url, '', seenOfRaw, null));
      return { type: 'watching', count: sockets.length };
    case 'report': {
      const answer: WatcherAnswer = { type: 'seen', house: arrivals(seenOfHouse), raw: arrivals(seenOfRaw) };
      seenOfHouse.clear();
      seenOfRaw.clear();
      return answer;
    }
    case 'leave':
      for (const socket of sockets.splice(0)) socket.terminate();
      return { type: 'left' };
    default:
      return order satisfies never;
  }
});

/** Tickets straight from the database: a thousand people of one address would be slowed down at the door. */
async function watchHouse(order: Extract<WatcherOrder, { type: 'watchHouse' }>): Promise<void> {
  const database = await openDatabase(order.databaseUrl, { poolMax: 4 });
  const hello = JSON.stringify({
    type: 'hello',
    protocol: PROTOCOL,
    amphitheatre: order.amphitheatre,
    last: null,
  });
  await inBatches(order.count, async () => {
    const url = new URL(order.socketUrl);
    url.searchParams.set('ticket', await issueTicket(database.sql, null));
    await open(url.href, order.origin, seenOfHouse, hello);
  });
  await database.close();
}

async function inBatches(count: number, act: () => Promise<void>): Promise<void> {
  for (let done = 0; done < count; done += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - done) }, act));
}

/** Resolves with the first frame after the hello, or when open where there is none. */
function open(url: string, origin: string, seen: Map<number, number[]>, hello: string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { origin, perMessageDeflate: false, skipUTF8Validation: true });
    sockets.push(socket);
    socket.on('error', reject);
    socket.on('open', () => (hello === null ? resolve() : socket.send(hello)));
    socket.on('message', (bytes: Buffer) => {
      const at = machineNow();
      resolve();
      const pub = DELTA.exec(bytes.toString('latin1', 0, HEAD_BYTES))?.[1];
      if (pub === undefined) return;
      const known = seen.get(Number(pub));
      if (known === undefined) seen.set(Number(pub), [at]);
      else known.push(at);
    });
  });
}

const arrivals = (seen: ReadonlyMap<number, number[]>): Arrivals[] =>
  [...seen].map(([pub, at]) => ({ pub, at }));
