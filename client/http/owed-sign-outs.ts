/**
 * Sign-outs that the server has not heard yet, kept on this device: no script can take the cookies away, and a shared
 * computer must not open for the next person what this one has closed without a network. For account.ts.
 */
import type { SignInRealm } from '../../machines/wire/frames.ts';
import { keep, kept } from '../ui/storage.ts';

const KEY = 'deconnexions';
const REALMS = ['intern', 'mandatary', 'moderator'] as const satisfies readonly SignInRealm[];

export function owedSignOuts(): readonly SignInRealm[] {
  const written = (kept(KEY) ?? '').split(' ');
  return REALMS.filter(realm => written.includes(realm));
}

export const owe = (realm: SignInRealm): void => keep(KEY, [...owedSignOuts(), realm].join(' '));

export const settle = (realm: SignInRealm): void =>
  keep(
    KEY,
    owedSignOuts()
      .filter(one => one !== realm)
      .join(' '),
  );
