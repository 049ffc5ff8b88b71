/** A moderator's bell, on every page: how many requests wait, of how many the session is near, and the way to them. */
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { WaitingRequests } from '../http/answers.ts';
import { BellBox } from '../notifications/bell-box.tsx';
import { onCause } from '../notifications/on-cause.ts';
import { LinkButton } from '../ui/button.tsx';
import { announce } from '../ui/live-regions.tsx';
import { lookAtWaiting, waiting, waitingWords } from './waiting.ts';

/** Outside a room no socket says it. */
const LOOK_AGAIN_MS = 10_000;

export function WaitingBell(): VNode {
  const known = waiting.value;
  useEffect(() => {
    lookAtWaiting();
    const timer = setInterval(() => document.hidden || lookAtWaiting(), LOOK_AGAIN_MS);
    const endCause = onCause(lookAtWaiting);
    return () => {
      clearInterval(timer);
      endCause();
    };
  }, []);
  useSaid(known);
  const count = known?.waiting ?? 0;
  return (
    <BellBox label="Demandes" list="Demandes qui attendent" count={count} words={waitingWords(count)}>
      {known === null ? <p>Le nombre de demandes n’est pas encore connu.</p> : <Waiting {...known} />}
      <p>
        <LinkButton kind="edge" icon="swap" href="/salle/demandes">
          Demandes de statut
        </LinkButton>
      </p>
    </BellBox>
  );
}

const Waiting = ({ waiting: count, near }: WaitingRequests): VNode =>
  count === 0 ? (
    <p>Aucune demande n’attend. Celles des internes paraîtront ici.</p>
  ) : (
    <p>
      <b>{waitingWords(count)}</b>
      {near === 0 ? '.' : `, dont ${near} pour une session en cours ou dans moins d’une semaine.`}
    </p>
  );

/** One more than before is said; the first number is not. */
function useSaid(known: WaitingRequests | null): void {
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (known === null) return;
    if (before.current !== null && known.waiting > before.current)
      announce('status', `${waitingWords(known.waiting)}.`);
    before.current = known.waiting;
  }, [known]);
}
