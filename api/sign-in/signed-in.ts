/** Who asks: the login behind a request's cookies, renewed on the way when its ten minutes are over. */
import type { Context, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import type { Api, ApiEnv, SignedIn } from '../http/api.ts';
import { SAFE_METHODS } from '../http/origin.ts';
import { problem } from '../http/problem.ts';
import { readAccessToken, signAccessToken } from './access-token.ts';
import { accessOf, dropTokens, refreshOf, setTokens } from './cookies.ts';
import { endLogin, findLogin, findReuse, rotateRefresh } from './logins.ts';
import { nextRefreshToken, refreshHash } from './refresh-token.ts';

/** The live login of this realm; null where nobody is signed in. Sets fresh cookies where only the refresh token is good. */
export async function whoIs(api: Api, context: Context, realm: SignInRealm): Promise<SignedIn | null> {
  const access = accessOf(context, realm);
  const token =
    access === undefined ? null : await readAccessToken(api.config, realm, access, api.clock.now());
  const shown = refreshOf(context, realm);
  const found =
    token === null
      ? null
      : await findLogin(api.database.sql, token.login, shown === undefined ? null : refreshHash(shown));
  const login = found ?? (await renew(api, context, realm));
  if (login !== null && login.seenBy !== null && !mayRead(context))
    throw new HTTPException(403, { res: problem(context, 'READ_ONLY') });
  return login;
}

/** Of a moderator who sees an intern's pages: whatever a route is for, it changes nothing (http/error-door.ts answers). */
const mayRead = ({ req: { method, path } }: Context): boolean =>
  SAFE_METHODS.has(method) || path === '/api/ticket'; // a socket that may do nothing either

/**
 * Rotates the refresh token and sets both cookies. A token already used ends its login: somebody else holds a copy.
 * Within seconds it is a second tab, and where nobody has shown the next one its answer was lost: it gets the same once more.
 */
export async function renew(api: Api, context: Context, realm: SignInRealm): Promise<SignedIn | null> {
  const shown = refreshOf(context, realm);
  if (shown === undefined) return null;
  const { sql } = api.database;
  const next = nextRefreshToken(api.config.tokenSecret, shown);
  const rotated = await rotateRefresh(sql, realm, refreshHash(shown), refreshHash(next));
  const reuse = rotated === null ? await findReuse(sql, realm, shown) : null;
  if (reuse !== null && !reuse.fresh) {
    api.log.warn({ login: reuse.login }, 'login.refresh-reused');
    await endLogin(sql, reuse.login);
  }
  const signedIn = rotated ?? (reuse?.fresh === true ? reuse : null);
  if (signedIn === null) dropTokens(context, realm);
  else setTokens(context, realm, await signAccessToken(api.config, realm, signedIn, api.clock.now()), next);
  return signedIn;
}

/** Lets only signed-in people of one realm through, to `context.var.signedIn`. */
export function onlyFor(api: Api, realm: SignInRealm): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const signedIn = await whoIs(api, context, realm);
    if (signedIn === null) return problem(context, 'NOT_SIGNED_IN');
    context.set('signedIn', signedIn);
    return next();
  };
}

/** After `onlyFor(api, 'moderator')`: administrators alone, as the database knows them at this request. */
export function onlyAdministrators(api: Api): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const found = await api.database.sql('select from account where id = ?::int and administrator', [
      context.var.signedIn.account,
    ]);
    return found.length > 0 ? next() : problem(context, 'ADMINISTRATORS_ONLY');
  };
}
