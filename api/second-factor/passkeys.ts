/** Passkeys (WebAuthn): offered to a browser and checked when it answers; a challenge is answered once. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Sql } from '../../migrations/open.ts';
import type { Step } from './steps.ts';

interface Kept {
  readonly credential: string;
  readonly public_key: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
}

const keptOf = (sql: Sql, account: number): Promise<Kept[]> =>
  sql<Kept>(
    'select credential, public_key, counter, transports from passkey where account_id = ?::int order by id',
    [account],
  );

const allowed = (kept: readonly Kept[]) =>
  kept.map(({ credential, transports }) => ({ id: credential, transports: [...transports] }));

/** @param origin of the page that asks, one of ours: the door of origins has looked (http/origin.ts). */
export async function passkeyToMake(sql: Sql, step: Step, origin: string, agency: string) {
  return generateRegistrationOptions({
    rpName: agency,
    rpID: new URL(origin).hostname,
    userName: step.email,
    userDisplayName: step.name,
    userID: new Uint8Array(new TextEncoder().encode(`moderator-${step.account}`)),
    attestationType: 'none',
    excludeCredentials: allowed(await keptOf(sql, step.account)),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
}

/** @returns false: not an answer to this challenge from this origin. */
export async function addPasskey(
  sql: Sql,
  made: {
    readonly account: number;
    readonly name: string;
    readonly response: RegistrationResponseJSON;
    readonly challenge: string;
    readonly origin: string;
  },
): Promise<boolean> {
  const verified = await verifyRegistrationResponse({
    response: made.response,
    expectedChallenge: made.challenge,
    expectedOrigin: made.origin,
    expectedRPID: new URL(made.origin).hostname,
    requireUserVerification: false, // the password was asked for
  }).catch(() => null); // the library throws for every answer that is not right
  const credential = verified?.registrationInfo?.credential;
  if (credential === undefined) return false;
  const added = await sql(
    `insert into passkey (account_id, credential, public_key, counter, transports, name)
    values (?::int, ?, ?, ?::bigint, ?::jsonb, ?) on conflict (credential) do nothing returning id`,
    [
      made.account,
      credential.id,
      Buffer.from(credential.publicKey),
      credential.counter,
      JSON.stringify(credential.transports ?? []),
      made.name,
    ],
  );
  return added.length > 0;
}

export async function passkeyToShow(sql: Sql, account: number, origin: string) {
  return generateAuthenticationOptions({
    rpID: new URL(origin).hostname,
    allowCredentials: allowed(await keptOf(sql, account)),
    userVerification: 'preferred',
  });
}

/** @returns false: not a passkey of this account, not this challenge, or a copy whose count went back. */
export async function usePasskey(
  sql: Sql,
  shown: {
    readonly account: number;
    readonly response: AuthenticationResponseJSON;
    readonly challenge: string;
    readonly origin: string;
  },
): Promise<boolean> {
  const kept = (await keptOf(sql, shown.account)).find(({ credential }) => credential === shown.response.id);
  if (kept === undefined) return false;
  const verified = await verifyAuthenticationResponse({
    response: shown.response,
    expectedChallenge: shown.challenge,
    expectedOrigin: shown.origin,
    expectedRPID: new URL(shown.origin).hostname,
    credential: {
      id: kept.credential,
      publicKey: new Uint8Array(kept.public_key),
      counter: kept.counter,
      transports: [...kept.transports],
    },
    requireUserVerification: false,
  }).catch(() => null);
  if (verified?.verified !== true) return false;
  await sql('update passkey set counter = ?::bigint, last_used_at = now() where credential = ?', [
    verified.authenticationInfo.newCounter,
    kept.credential,
  ]);
  return true;
}
