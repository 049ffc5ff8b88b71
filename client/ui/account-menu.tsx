/**
 * Signed in: every account of this browser, the one in use marked, another one press away; else the button that leads to
 * signing in. An intern who holds a mandate goes from one to the other in two presses, and stays present as both.
 */
import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { useLocation } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import { me, signOut } from '../http/account.ts';
import type { Identity } from '../http/answers.ts';
import { accountInUse, realmOfPath } from './account-in-use.ts';
import { Icon } from './icon/icon.tsx';
import { fullName, SIGN_IN_REALMS, signInHref, WORKPLACES } from './navigation.ts';

const REALMS: Readonly<Record<SignInRealm, string>> = {
  intern: 'Interne',
  mandatary: 'Procuration',
  moderator: 'Gestion',
};

/** The two that one person may have at once. */
const OTHERS = [
  ['intern', 'Se connecter comme interne'],
  ['mandatary', 'Se connecter pour une procuration'],
] as const satisfies readonly (readonly [SignInRealm, string])[];

export const lastUsed = signal<SignInRealm | null>(null);

/** @param flat without its own disclosure: inside the phone's menu. */
export function AccountMenu({ flat = false }: { readonly flat?: boolean }): VNode | null {
  const { path } = useLocation();
  useEffect(() => {
    lastUsed.value = realmOfPath(path) ?? lastUsed.peek();
  }, [path]);
  const known = me.value;
  if (known === null) return null;
  const signedIn = SIGN_IN_REALMS.filter(realm => known[realm] !== null);
  const inUse = accountInUse(path, signedIn, lastUsed.value);
  const identity = inUse === null ? null : known[inUse];
  if (inUse === null || identity === null)
    return (
      <a class="top-bar-sign-in" href="/connexion">
        <Icon name="user" /> Se connecter
      </a>
    );
  const list = <Accounts signedIn={signedIn} inUse={inUse} />;
  if (flat) return list;
  return (
    <Disclosure path={path} word={shortName(identity)}>
      {list}
    </Disclosure>
  );
}

interface AccountsProps {
  readonly signedIn: readonly SignInRealm[];
  readonly inUse: SignInRealm;
}

function Accounts({ signedIn, inUse }: AccountsProps): VNode {
  const { route } = useLocation();
  const leave = async (realm: SignInRealm): Promise<void> => {
    await signOut(realm);
    if (realm === inUse) route('/');
  };
  return (
    <ul class="account-list">
      {signedIn.map(realm => (
        <li key={realm}>
          <Account realm={realm} inUse={realm === inUse} onLeave={() => void leave(realm)} />
        </li>
      ))}
      <li>
        {OTHERS.map(([realm, word]) =>
          signedIn.includes(realm) || inUse === 'moderator' ? null : (
            <a key={realm} href={signInHref(realm, WORKPLACES[realm].href)}>
              <Icon name={realm === 'intern' ? 'user' : 'key'} /> {word}
            </a>
          ),
        )}
        <a href="/connexion">Se connecter avec un autre compte</a>
      </li>
    </ul>
  );
}

interface AccountProps {
  readonly realm: SignInRealm;
  readonly inUse: boolean;
  readonly onLeave: () => void;
}

function Account({ realm, inUse, onLeave }: AccountProps): VNode | null {
  const identity = me.value?.[realm] ?? null;
  if (identity === null) return null;
  const name = nameOf(identity);
  return (
    <>
      <span>
        <b>{name}</b>
        <span class="account-realm">
          {REALMS[realm]} · {identity.email}
        </span>
      </span>
      {inUse ? (
        <span class="account-mark">
          <Icon name="circleCheckFilled" /> Compte en cours
        </span>
      ) : (
        <a class="account-switch" href={WORKPLACES[realm].href}>
          <Icon name="swap" /> Passer à ce compte
          <span class="hidden-text">{`\u00a0: ${name}, ${REALMS[realm]}`}</span>
        </a>
      )}
      {inUse && identity.administrator ? (
        <a href="/gestionnaires">
          <Icon name="users" /> Gestionnaires
        </a>
      ) : null}
      {inUse && realm === 'moderator' ? (
        <a href="/mon-acces">
          <Icon name="key" /> Mes moyens de connexion
        </a>
      ) : null}
      <a href={`/profil?compte=${realm}`}>
        <Icon name="user" /> {realm === 'intern' ? 'Mon profil' : 'Mot de passe et appareils'}
        <span class="hidden-text">{`\u00a0: ${name}, ${REALMS[realm]}`}</span>
      </a>
      <button type="button" onClick={onLeave}>
        <Icon name="logout" /> Se déconnecter
        <span class="hidden-text">{`\u00a0: ${name}, ${REALMS[realm]}`}</span>
      </button>
    </>
  );
}

/** Opens on a press; closes on another page, on Escape, and on a press elsewhere. */
function Disclosure({
  path,
  word,
  children,
}: {
  readonly path: string;
  readonly word: string;
  readonly children: VNode;
}): VNode {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => menu.current?.removeAttribute('open'), [path]);
  useEffect(() => {
    const close = (event: Event): void => {
      if (event.target instanceof Node && menu.current?.contains(event.target) === true) return;
      menu.current?.removeAttribute('open');
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, []);
  return (
    <details
      class="account"
      ref={menu}
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        menu.current?.removeAttribute('open');
        menu.current?.querySelector('summary')?.focus();
      }}
    >
      <summary>
        <Icon name="user" /> <span class="account-name">{word}</span>
      </summary>
      {children}
    </details>
  );
}

/** Whom a holder chooses for tells two accounts apart better than the holder's own name. */
const nameOf = (identity: Identity): string =>
  identity.forPerson === null ? fullName(identity) : `Procuration de ${fullName(identity.forPerson)}`;

/** For the bar, where there is little room. */
const shortName = (identity: Identity): string =>
  identity.forPerson === null ? fullName(identity) : `Pour ${fullName(identity.forPerson)}`;
