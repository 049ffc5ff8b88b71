/** Under every page but the room, for who is signed in as intern or holder: their session runs, so what it asks of them is said here. */
import { useComputed } from '@preact/signals';
import type { VNode } from 'preact';
import { ErrorBoundary, lazy } from 'preact-iso';
import { me } from '../http/account.ts';
import { held } from '../live/held.ts';

/** With the room's own parts, so not before they are needed. */
const TurnStrip = lazy(() => import('./turn-strip.tsx').then(part => part.TurnStrip));

export const TurnElsewhere = (): VNode => (
  <>
    <Of realm="intern" />
    <Of realm="mandatary" />
  </>
);

function Of({ realm }: { readonly realm: 'intern' | 'mandatary' }): VNode | null {
  const runs = useComputed(() => {
    const state = held[realm].value?.view.value?.state;
    const person = me.value?.[realm]?.person ?? null;
    const session = person === null ? null : (state?.people.get(person)?.session ?? null);
    const now = session === null ? undefined : state?.sessions.get(session)?.state;
    return now === 'running' || now === 'paused';
  }).value;
  const [live, identity] = [held[realm].value, me.value?.[realm] ?? null];
  const person = identity?.person ?? null;
  // Whoever only looks over an intern's shoulder is not called.
  if (!runs || live === null || identity === null || person === null || identity.seenBy !== null) return null;
  return (
    <ErrorBoundary>
      <TurnStrip live={live} realm={realm} identity={identity} person={person} />
    </ErrorBoundary>
  );
}
