/** The access token: a signed statement, good for ten minutes, that this browser holds a login of this realm. */
import { errors, jwtVerify, SignJWT } from 'jose';
import type { AccountId, LoginId } from '../../machines/ids.ts';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import type { Config } from '../kit/config.ts';

export const ACCESS_TOKEN_S = 600;

const ALGORITHM = 'HS256'; // named at both ends: what the token says of itself is not believed
const TYPE = 'at+jwt'; // RFC 9068

export interface AccessToken {
  readonly login: LoginId;
  readonly account: AccountId;
}

type TokenConfig = Pick<Config, 'tokenSecret' | 'publicUrl'>;

export function signAccessToken(
  config: TokenConfig,
  realm: SignInRealm,
  token: AccessToken,
  nowMs: number,
): Promise<string> {
  const now = Math.floor(nowMs / 1000);
  return new SignJWT({ login: token.login })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setSubject(String(token.account))
    .setIssuer(config.publicUrl)
    .setAudience(realm)
    .setIssuedAt(now)
    .setExpirationTime(now + ACCESS_TOKEN_S)
    .sign(keyOf(config));
}

/** @returns null for every token that is not ours, of this realm, in its time and untouched. */
export async function readAccessToken(
  config: TokenConfig,
  realm: SignInRealm,
  text: string,
  nowMs: number,
): Promise<AccessToken | null> {
  try {
    const { payload } = await jwtVerify(text, keyOf(config), {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: config.publicUrl,
      audience: realm,
      currentDate: new Date(nowMs),
      requiredClaims: ['sub', 'exp', 'iat', 'login'],
    });
    const login = payload['login'];
    return typeof login === 'number'
      ? { login: login as LoginId, account: Number(payload.sub) as AccountId }
      : null;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

const keyOf = (config: TokenConfig): Uint8Array => new TextEncoder().encode(config.tokenSecret);
