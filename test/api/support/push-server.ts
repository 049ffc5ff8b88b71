/** A push service for tests: takes what the worker posts and opens it as the browser it was encrypted for would (RFC 8188, 8291). */
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

export interface Pushed {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly message: Readonly<Record<string, unknown>>;
  readonly at: number;
}

export interface PushServer {
  readonly origin: string;
  readonly received: readonly Pushed[];
  /** What is answered from now on. */
  status: number;
  /** As `PushSubscription.toJSON()` gives it. */
  subscription(path: string): { endpoint: string; keys: { p256dh: string; auth: string } };
  close(): Promise<void>;
}

export async function pushServer(): Promise<PushServer> {
  const browser = createECDH('prime256v1');
  browser.generateKeys();
  const auth = randomBytes(16);
  const received: Pushed[] = [];
  const http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const message = opened(Buffer.concat(chunks), browser, auth);
      received.push({ path: request.url ?? '', headers: request.headers, message, at: Date.now() });
      response.writeHead(server.status, { connection: 'close' }).end();
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const server: PushServer = {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    received,
    status: 201,
    subscription: path => ({
      endpoint: server.origin + path,
      keys: { p256dh: browser.getPublicKey('base64url'), auth: auth.toString('base64url') },
    }),
    async close() {
      http.close();
      http.closeAllConnections();
      await once(http, 'close');
    },
  };
  return server;
}

function opened(body: Buffer, browser: ReturnType<typeof createECDH>, auth: Buffer): Pushed['message'] {
  const salt = body.subarray(0, 16);
  const sender = body.subarray(21, 21 + (body[20] ?? 0));
  const sealed = body.subarray(21 + sender.length);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), sender]);
  const secret = derived(browser.computeSecret(sender), auth, info, 32);
  const key = derived(secret, salt, 'Content-Encoding: aes128gcm\0', 16);
  const nonce = derived(secret, salt, 'Content-Encoding: nonce\0', 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString()); // RFC 8188: 2 ends the last record
}

const derived = (secret: Buffer, salt: Buffer, info: string | Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length));
