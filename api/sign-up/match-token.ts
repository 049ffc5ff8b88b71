/** What a browser holds between the six fields and the e-mail: a signed statement of who matched, good for an hour. */
import { errors, jwtVerify, SignJWT } from 'jose';
import type { Config } from '../kit/config.ts';
import type { Match } from './roster.ts';

const ALGORITHM = 'HS256'; // as of the access token: named at both ends
const TYPE = 'sign-up+jwt'; // an access token is no match, nor the other way round
const AUDIENCE = 'sign-up';
const LIFE_S = 3_600;

type TokenConfig = Pick<Config, 'tokenSecret' | 'publicUrl'>;

export function signMatch(config: TokenConfig, { intern, byIne }: Match, nowMs: number): Promise<string> {
  const now = Math.floor(nowMs / 1000);
  return new SignJWT({ byIne })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setSubject(String(intern))
    .setIssuer(config.publicUrl)
    .setAudience(AUDIENCE)
    .setIssuedAt(now)
    .setExpirationTime(now + LIFE_S)
    .sign(keyOf(config));
}

/** @returns null for every token that is not ours, of a sign-up, in its time and untouched. */
export async function readMatch(config: TokenConfig, text: string, nowMs: number): Promise<Match | null> {
  try {
    const { payload } = await jwtVerify(text, keyOf(config), {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: config.publicUrl,
      audience: AUDIENCE,
      currentDate: new Date(nowMs),
      requiredClaims: ['sub', 'exp', 'iat', 'byIne'],
    });
    return { intern: Number(payload.sub), byIne: payload['byIne'] === true };
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

const keyOf = (config: TokenConfig): Uint8Array => new TextEncoder().encode(config.tokenSecret);
