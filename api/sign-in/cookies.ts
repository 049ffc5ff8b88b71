/** The two cookies of a realm: one browser can hold an intern's, a holder's and a moderator's sign-in side by side. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import { STEP_S } from '../second-factor/steps.ts';
import { ACCESS_TOKEN_S } from './access-token.ts';
import { LOGIN_DAYS } from './logins.ts';

// `__Host-`: HTTPS (or localhost), this host alone, whole site. No script reads them.
const accessName = (realm: SignInRealm): string => `__Host-${realm}`;
const refreshName = (realm: SignInRealm): string => `__Host-${realm}-refresh`;
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true } as const;
/** Of the step between a moderator's password and their second factor. */
const STEP_NAME = '__Host-moderator-step';
const DAY_S = 86_400;

export function setTokens(context: Context, realm: SignInRealm, access: string, refresh: string): void {
  setCookie(context, accessName(realm), access, { ...ATTRIBUTES, sameSite: 'Lax', maxAge: ACCESS_TOKEN_S });
  setCookie(context, refreshName(realm), refresh, {
    ...ATTRIBUTES,
    sameSite: 'Lax',
    maxAge: LOGIN_DAYS[realm] * DAY_S,
  });
}

export function dropTokens(context: Context, realm: SignInRealm): void {
  deleteCookie(context, accessName(realm), ATTRIBUTES);
  deleteCookie(context, refreshName(realm), ATTRIBUTES);
}

export const accessOf = (context: Context, realm: SignInRealm): string | undefined =>
  getCookie(context, accessName(realm));
export const refreshOf = (context: Context, realm: SignInRealm): string | undefined =>
  getCookie(context, refreshName(realm));

export function setStep(context: Context, token: string): void {
  setCookie(context, STEP_NAME, token, { ...ATTRIBUTES, sameSite: 'Strict', maxAge: STEP_S });
}
export const dropStep = (context: Context): void => void deleteCookie(context, STEP_NAME, ATTRIBUTES);
export const stepOf = (context: Context): string | undefined => getCookie(context, STEP_NAME);
