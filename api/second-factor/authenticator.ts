/** Codes of an application (TOTP, RFC 6238): six digits, 30 s, each good once. */
import { Secret, TOTP } from 'otpauth';
import type { Sql } from '../../migrations/open.ts';
import type { Config } from '../kit/config.ts';
import { openSecret, sealSecret } from './sealed-secret.ts';

const PERIOD_MS = 30_000;
const SECRET_BYTES = 20; // as long as the HMAC's output (RFC 4226 §4)
const WINDOW = 1; // codes before and after: the telephone's clock, and the time to type

type SecretConfig = Pick<Config, 'tokenSecret' | 'agency'>;

export interface OfferedSecret {
  readonly sealed: Buffer;
  /** Base32, for who cannot scan. */
  readonly secret: string;
  /** `otpauth://…`, what the square holds. */
  readonly uri: string;
}

export function newSecret(config: SecretConfig, email: string): OfferedSecret {
  const secret = new Secret({ size: SECRET_BYTES });
  const totp = new TOTP({ issuer: config.agency.name, label: email, secret });
  return {
    sealed: sealSecret(config.tokenSecret, secret.bytes),
    secret: secret.base32,
    uri: totp.toString(),
  };
}

/** @returns the counter (of 30 s) of the code; null where it is not one of now. */
export function counterOf(
  config: SecretConfig,
  sealed: Uint8Array,
  code: string,
  nowMs: number,
): number | null {
  const opened = openSecret(config.tokenSecret, sealed);
  if (opened === null) return null;
  const secret = new Secret({ buffer: new Uint8Array(opened).buffer });
  const delta = new TOTP({ secret }).validate({ token: code, timestamp: nowMs, window: WINDOW });
  return delta === null ? null : Math.floor(nowMs / PERIOD_MS) + delta;
}

/** In place of the one before. */
export async function writeAuthenticator(
  sql: Sql,
  account: number,
  sealed: Buffer,
  counter: number,
): Promise<void> {
  await sql(
    `insert into authenticator (account_id, secret, last_counter) values (?::int, ?, ?::bigint)
    on conflict (account_id) do update
      set secret = excluded.secret, last_counter = excluded.last_counter, created_at = now()`,
    [account, sealed, counter],
  );
}

/** Whether this code signs in now; the same again does not, nor one from before it. */
export async function useCode(
  sql: Sql,
  config: SecretConfig,
  account: number,
  code: string,
  nowMs: number,
): Promise<boolean> {
  const [row] = await sql<{ secret: Buffer }>('select secret from authenticator where account_id = ?::int', [
    account,
  ]);
  const counter = row === undefined ? null : counterOf(config, row.secret, code, nowMs);
  if (counter === null) return false;
  const used = await sql(
    `update authenticator set last_counter = ?::bigint where account_id = ?::int and last_counter < ?::bigint
    returning account_id`,
    [counter, account, counter],
  );
  return used.length > 0;
}
