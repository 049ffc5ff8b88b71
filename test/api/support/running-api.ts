/** A real API on a real database and a free port, and a visitor that keeps cookies as a browser does. */
import { makeAccounts } from '../../../api/accounts.ts';
import type { NewAccount } from '../../../api/accounts.ts';
import type { LimitSettings } from '../../../api/http/limits.ts';
import { systemClock } from '../../../api/kit/clock.ts';
import type { Clock } from '../../../api/kit/clock.ts';
import { readConfig } from '../../../api/kit/config.ts';
import { openLog } from '../../../api/kit/log.ts';
import { hashPassword } from '../../../api/sign-in/passwords.ts';
import { startApi } from '../../../api/start.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';

export const PASSWORD = 'un long mot de passe';

export const testConfig = (more: Readonly<Record<string, string>> = {}) =>
  readConfig({ PORT: '0', LOG_LEVEL: 'silent', ...more });

export interface RunningApi {
  readonly database: TestDatabase;
  readonly url: string;
  visitor(): Visitor;
  /** An account of this realm, signed in. */
  signedIn(account: NewAccount): Promise<Visitor>;
  /** @param journals as the database's `drop`. */
  close(journals?: 'madeUp'): Promise<void>;
}

export async function runningApi(
  options: {
    readonly clock?: Clock;
    readonly limits?: LimitSettings;
    readonly env?: Readonly<Record<string, string>>;
    /** One that another part of the test has filled, and drops. */
    readonly database?: TestDatabase;
  } = {},
): Promise<RunningApi> {
  const config = testConfig(options.env);
  const database = options.database ?? (await testDatabase());
  const log = openLog(config, 'api');
  const { clock = systemClock, limits } = options;
  const api = await startApi({ config, database, log, clock, ...(limits === undefined ? {} : { limits }) });
  const url = `http://localhost:${api.port}`;
  const hash = await hashPassword(PASSWORD);
  return {
    database,
    url,
    visitor: () => visitor(url),
    async signedIn(account) {
      // A demonstration's moderator has no second factor: test/api/second-factor.test.ts signs in with one.
      await makeAccounts(database.sql, [account], hash, account.realm === 'moderator');
      const browser = visitor(url);
      const answer = await browser.send('POST', '/api/login', {
        realm: account.realm,
        email: account.email,
        password: PASSWORD,
      });
      if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status} ${answer.text}`);
      return browser;
    },
    async close(journals) {
      await api.close();
      if (options.database === undefined) await database.drop(journals);
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** The bytes as UTF-8. */
  readonly text: string;
  /** The text as JSON. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Visitor {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** With our own Origin, unless `headers` say another. */
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
}

export function visitor(url: string): Visitor {
  const cookies = new Map<string, string>();
  const request = async (
    method: string,
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> => {
    const response = await fetch(url + path, {
      method,
      headers: {
        connection: 'close',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      if (/max-age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      text,
      body: /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : {},
    };
  };
  return {
    cookies,
    get: (path, headers = {}) => request('GET', path, undefined, headers),
    send: (method, path, body, headers = {}) =>
      request(method, path, body, { origin: url, 'content-type': 'application/json', ...headers }),
  };
}
