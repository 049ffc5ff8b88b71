/** The yardstick: uWebSockets.js and nothing else, publishing the bytes it is handed to everyone. Started by `run.ts`. */
import uws from 'uWebSockets.js';
import { serveParent } from './child.ts';
import type { PublisherAnswer, PublisherOrder } from './messages.ts';
import { machineNow } from './process-clock.ts';

const TOPIC = 'all';

const app = uws.App().ws('/*', { open: socket => void socket.subscribe(TOPIC) });

app.listen('127.0.0.1', 0, listening => {
  if (!listening) throw new Error('no port for the yardstick');
  process.send?.({ type: 'listening', port: uws.us_socket_local_port(listening) } satisfies PublisherAnswer);
});

serveParent(async (order: PublisherOrder): Promise<PublisherAnswer> => {
  if (order.type === 'stop') process.exit(0);
  const at = machineNow();
  app.publish(TOPIC, order.text);
  return { type: 'published', at };
});
