/** A robot's sign-in over the real API: cookies kept as a browser keeps them, `Retry-After` honoured. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Realm } from '../../machines/wire/frames.ts';

export interface Visitor {
  /** JSON in, JSON out; signs in again by the refresh token where the access token has run out. */
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  readonly origin: string;
  readonly realm: Realm;
}

const TRIES = 20;
const LONGEST_WAIT_MS = 60_000;

/** @param house address of the pages, `http://localhost:3000`. */
export async function signIn(house: string, realm: Realm, email: string, password: string): Promise<Visitor> {
  const visitor = visitorOf(house, realm);
  await visitor.call('POST', '/api/login', { realm, email, password });
  return visitor;
}

/** Somebody who has not signed in: the public. */
function visitorOf(house: string, realm: Realm): Visitor {
  const cookies = new Map<string, string>();
  const request = async (method: string, path: string, body: unknown): Promise<Response> => {
    const response = await fetch(house + path, {
      method,
      headers: {
        origin: house,
        'content-type': 'application/json',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? [];
      if (name !== undefined && value !== undefined) cookies.set(name, value);
    }
    return response;
  };
  const patient = async (method: string, path: string, body: unknown): Promise<Response> => {
    for (let left = TRIES; ; left--) {
      const response = await request(method, path, body);
      const after = Number(response.headers.get('retry-after'));
      if ((response.status !== 429 && response.status !== 503) || left === 0) return response;
      await response.body?.cancel();
      await wait(Math.min(Math.max(after, 1) * 1000, LONGEST_WAIT_MS));
    }
  };
  return {
    origin: house,
    realm,
    async call<T>(method: string, path: string, body?: unknown): Promise<T> {
      let response = await patient(method, path, body);
      if (response.status === 401 && !path.startsWith('/api/login') && cookies.size > 0) {
        await (await request('POST', '/api/login/refresh', { realm })).body?.cancel();
        response = await patient(method, path, body);
      }
      const text = await response.text();
      if (!response.ok)
        throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`);
      return (text === '' ? null : JSON.parse(text)) as T;
    },
  };
}
