/**
 * PostgreSQL's NOTIFY, heard on a connection of its own that comes back by itself. Payloads are ids only, and a
 * notification sent while the connection was away is lost: whoever listens also looks by itself now and then.
 */
import { Client } from 'pg';

export interface Listener {
  close(): Promise<void>;
}

/** Called with the payload, parsed from JSON. */
type Heard = (payload: unknown) => void;

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;

/**
 * Returns once the channels are listened to for the first time.
 * @param onFault the connection broke, or a payload or its handler failed; the listener goes on.
 * @param onListening the channels are listened to, for the first time and after each break: what was said before and
 * not heard is to be looked for.
 * @throws where the first connection fails.
 */
export async function listen(
  url: string,
  channels: Readonly<Record<string, Heard>>,
  onFault: (error: Error) => void,
  onListening: () => void = () => undefined,
): Promise<Listener> {
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let failures = 0;

  const connect = async (): Promise<Client> => {
    const client = new Client({ connectionString: url, application_name: 'notifications', keepAlive: true });
    client.on('error', onFault); // 'end' follows where the connection is lost
    client.on('notification', ({ channel, payload }) => {
      try {
        channels[channel]?.(JSON.parse(payload || 'null'));
      } catch (error) {
        onFault(asError(error));
      }
    });
    try {
      await client.connect();
      for (const channel of Object.keys(channels))
        await client.query(`listen ${client.escapeIdentifier(channel)}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    client.once('end', later);
    failures = 0;
    onListening();
    return client;
  };

  const later = (): void => {
    if (closed) return;
    const wait = Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS);
    failures += 1;
    retry = setTimeout(() => {
      connection = connect();
      connection.catch((error: unknown) => {
        onFault(asError(error));
        later();
      });
    }, wait);
  };

  let connection = connect();
  await connection;
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      const client = await connection.catch(() => null);
      await client?.end();
    },
  };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
