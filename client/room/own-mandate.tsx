/** «Procuration» among the facts of one's situation: who holds it, what is under way, and giving a first one (M §6.1). */
import type { VNode } from 'preact';
import { GiveButton } from './later-parts.tsx';
import { useRoom } from './room-context.ts';

export function OwnMandate(): VNode {
  const { live, given, standing, rehearsal } = useRoom();
  const you = live.you.value;
  const known = given.value?.value ?? null;
  if (you !== null && you.mandatary !== null) return <>{you.mandatary}</>;
  if (known !== null && known.mandate !== null) return <>Demandée, pas encore acceptée</>;
  // Another one after a first stands among the notes; in one's turn nobody could accept it (domain §6).
  const offered =
    rehearsal === null &&
    you?.chooser === true &&
    known !== null &&
    known.mayGive &&
    known.last === null &&
    standing.value?.moment.kind !== 'myTurn';
  return (
    <>
      <span>Aucune</span>
      {offered ? <GiveButton another={false} onDone={() => given.peek()?.again()} /> : null}
    </>
  );
}
