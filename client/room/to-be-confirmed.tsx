/** An account that signed up without the INE: what it may not do yet, and how it is confirmed; looks again by itself. */
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { mayAccountChoose } from '../../machines/may-account-choose.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { loadMe, me } from '../http/account.ts';
import { Contact } from '../pages/contact.tsx';
import { Alert } from '../ui/alert.tsx';
import type { Room } from './room-context.ts';
import { useRoom } from './room-context.ts';

/** Why this account may not choose at all; null where it may. A moderator on the telephone can change it at any moment. */
export const notBegun = ({ realm, rehearsal }: Pick<Room, 'realm' | 'rehearsal'>): Refusal | null =>
  mayAccountChoose({
    toBeConfirmed: realm === 'intern' && me.value?.intern?.toBeConfirmed === true,
    rehearsal: rehearsal !== null,
  });

const LOOK_AGAIN_MS = 5_000;

export function ToBeConfirmedNote(): VNode | null {
  const waits = notBegun(useRoom()) !== null;
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setInterval(() => void (document.hidden || loadMe()), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [waits]);
  if (!waits) return null;
  return (
    <Alert kind="attention" title="Votre compte est à confirmer">
      <p>
        Vous voyez tout et rangez vos favoris, mais vous ne pouvez pas encore choisir. Prenez dans{' '}
        <a href="/profil">votre profil</a> l’adresse e-mail que l’ARS connaît, ou appelez l’ARS&nbsp;: le
        bouton «&nbsp;Choisir&nbsp;» vient dès que le compte est confirmé, pendant votre tour aussi.
      </p>
      <Contact />
    </Alert>
  );
}
