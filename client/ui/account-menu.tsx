/** Signed in: the names, and signing out of each; else the button that leads to signing in. */
import type { VNode } from 'preact';
import { useLocation } from 'preact-iso';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import { me, signOut } from '../http/account.ts';
import { Icon } from './icon/icon.tsx';
import { fullName, SIGN_IN_REALMS } from './navigation.ts';

const REALMS: Readonly<Record<SignInRealm, string>> = {
  intern: 'Interne',
  mandatary: 'Procuration',
  moderator: 'Gestion',
};

/** @param flat without its own disclosure: inside the phone's menu. */
export function AccountMenu({ flat = false }: { readonly flat?: boolean }): VNode | null {
  const { route } = useLocation();
  if (me.value === null) return null;
  const known = me.value;
  const signedIn = SIGN_IN_REALMS.flatMap(realm => {
    const identity = known[realm];
    return identity === null ? [] : [{ realm, identity }];
  });
  const first = signedIn[0];
  if (first === undefined)
    return (
      <a class="top-bar-sign-in" href="/connexion">
        <Icon name="user" /> Se connecter
      </a>
    );
  const leave = (realm: SignInRealm): void => void signOut(realm).then(() => route('/'));
  const list = (
    <ul class="account-list">
      {signedIn.map(({ realm, identity }) => (
        <li key={realm}>
          <span>
            <b>{fullName(identity)}</b>
            <span class="account-realm">
              {REALMS[realm]} · {identity.email}
            </span>
          </span>
          <button type="button" onClick={() => leave(realm)}>
            <Icon name="logout" /> Se déconnecter
          </button>
        </li>
      ))}
      <li>
        <a href="/connexion">Se connecter avec un autre compte</a>
      </li>
    </ul>
  );
  if (flat) return list;
  return (
    <details class="account">
      <summary>
        <Icon name="user" /> {fullName(first.identity)}
      </summary>
      {list}
    </details>
  );
}
