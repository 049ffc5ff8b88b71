/** The bell of the account in use, in the top bar of every page that is not a room: asked when the page opens, is seen again, and when the socket says so. */
import type { VNode } from 'preact';
import { ErrorBoundary, lazy, useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { me } from '../http/account.ts';
import { held } from '../live/held.ts';
import { accountInUse } from '../ui/account-in-use.ts';
import { lastUsed } from '../ui/account-menu.tsx';
import { SIGN_IN_REALMS } from '../ui/navigation.ts';
import { BellButton } from './bell.tsx';
import { bells } from './bells.ts';
import type { BellRealm } from './bells.ts';
import { onCause } from './on-cause.ts';
import { onLive } from './on-live.ts';

const WITHOUT_SOCKET_MS = 60_000;

// Nobody else needs it.
const WaitingBell = lazy(() => import('../status/waiting-bell.tsx').then(module => module.WaitingBell));

/** None for who is not signed in; a moderator's says what waits for an answer. */
export function TopBell(): VNode | null {
  const { path } = useLocation();
  const known = me.value;
  const signedIn = SIGN_IN_REALMS.filter(realm => known !== null && known[realm] !== null);
  const inUse = accountInUse(path, signedIn, lastUsed.value);
  const identity = inUse === null || known === null ? null : known[inUse];
  if (identity === null || inUse === null) return null;
  if (inUse === 'moderator')
    return (
      <ErrorBoundary>
        <WaitingBell key={identity.email} />
      </ErrorBoundary>
    );
  return <OwnBell key={`${inUse} ${identity.email}`} realm={inUse} email={identity.email} />;
}

function OwnBell({ realm, email }: { readonly realm: BellRealm; readonly email: string }): VNode {
  const bell = bells[realm];
  useEffect(() => {
    bell.open(email);
    void bell.refresh();
    return onCause(() => void bell.refresh(true));
  }, [bell, email]);
  const live = held[realm].value;
  useEffect(() => {
    if (live !== null) return onLive(live, true, () => void bell.refresh(true));
    // In no amphitheatre there is no socket: asked now and then, while the page is looked at.
    const timer = setInterval(() => void (document.hidden || bell.refresh(true)), WITHOUT_SOCKET_MS);
    return () => clearInterval(timer);
  }, [bell, live]);
  const entries = bell.entries.value;
  return (
    <BellButton
      entries={entries}
      unread={bell.unread.value}
      onRead={entry => void bell.read(entry)}
      onAllRead={() => void bell.readAll(entries[0]?.at ?? 0)}
      all={bellHref(realm)}
      settings={settingsHref(realm)}
      trouble={
        bell.answered.value === false ? 'Le serveur ne répond pas\u00a0: cette liste peut dater.' : null
      }
    />
  );
}

export const settingsHref = (realm: BellRealm): string =>
  realm === 'intern' ? '/notifications/reglages' : '/notifications/reglages?compte=mandatary';

export const bellHref = (realm: BellRealm): string =>
  realm === 'intern' ? '/notifications' : '/notifications?compte=mandatary';
