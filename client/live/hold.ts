/**
 * The connections of who is signed in, one per sign-in that follows an amphitheatre, on whatever page they are: an
 * intern who holds another's mandate is present as both (domain §3, §6). Called by main.tsx; `held.ts` is what pages read.
 */
import { effect, untracked } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Identity, Me } from '../http/answers.ts';
import { held, REALMS } from './held.ts';
import { openLive } from './live.ts';
import type { Live } from './live.ts';

/** Follows the sign-ins. @returns what ends it and closes all. */
export function holdLives(me: ReadonlySignal<Me | null>, open: typeof openLive = openLive): () => void {
  const ends = REALMS.map(realm => {
    let of: Identity | null = null;
    const letGo = (): void => {
      held[realm].value?.close();
      held[realm].value = null;
    };
    const end = effect(() => {
      const next = me.value?.[realm] ?? null;
      untracked(() => {
        const same = of !== null && next !== null && isSame(of, next) && !isOver(held[realm].value);
        of = next;
        if (same) return;
        letGo();
        const { amphitheatre = null, person = null, edition = null } = next ?? {};
        if (amphitheatre !== null && person !== null)
          held[realm].value = open({ amphitheatre, realm, edition });
      });
    });
    return () => {
      end();
      letGo();
    };
  });
  return () => ends.forEach(end => end());
}

const isSame = (a: Identity, b: Identity): boolean =>
  a.person === b.person && a.amphitheatre === b.amphitheatre && a.email === b.email;

/** It will not come back by itself: signing in again begins another. */
function isOver(live: Live | null): boolean {
  const kind = live?.link.value.kind;
  return kind === 'signedOut' || kind === 'stopped';
}
