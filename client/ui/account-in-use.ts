/** Which of the accounts signed in in this browser is the one in use: that of the page, else the last one used. Pure. */
import type { SignInRealm } from '../../machines/wire/frames.ts';
import { leadsTo, SIGN_IN_REALMS, WORKPLACES } from './navigation.ts';

/** @returns null on a page that belongs to no account. */
export const realmOfPath = (path: string): SignInRealm | null =>
  SIGN_IN_REALMS.find(realm => leadsTo(WORKPLACES[realm], path)) ?? null;

/** @param signedIn in the order they are listed. @param last used before this page; null for none. */
export function accountInUse(
  path: string,
  signedIn: readonly SignInRealm[],
  last: SignInRealm | null,
): SignInRealm | null {
  const wished = [realmOfPath(path), last].find(realm => realm !== null && signedIn.includes(realm));
  return wished ?? signedIn[0] ?? null;
}
