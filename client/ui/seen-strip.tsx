/** A moderator who sees an intern's pages is told so on every one of them, and leaves from there. */
import type { VNode } from 'preact';
import { useLocation } from 'preact-iso';
import { me, signOut } from '../http/account.ts';
import { Icon } from './icon/icon.tsx';
import { fullName } from './navigation.ts';
import './seen-strip.css';

export function SeenStrip(): VNode | null {
  const { route } = useLocation();
  const seen = me.value?.intern ?? null;
  if (seen === null || seen.seenBy === null) return null;
  const back = seen.person === null ? '/internes' : `/internes/${seen.person}`;
  const leave = async (): Promise<void> => {
    await signOut('intern');
    route(back);
  };
  return (
    <aside class="seen-strip on-dark" aria-label="Lecture seule">
      <div class="seen-strip-inner">
        <Icon name="eye" />
        <span>
          Vous voyez les pages de <b>{fullName(seen)}</b>, en lecture seule.
        </span>
        <button type="button" onClick={() => void leave()}>
          Quitter cette vue
        </button>
      </div>
    </aside>
  );
}
