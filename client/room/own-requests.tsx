/** What the intern has asked for beside the choice: a mandate that is not accepted, or has ended, and another kind of choice. */
import type { VNode } from 'preact';
import { GiveNote } from '../mandate/give-note.tsx';
import { StatusNote } from '../status/status-note.tsx';
import { useRoom } from './room-context.ts';

export function OwnRequests({ myTurn }: { readonly myTurn: boolean }): VNode {
  const { live, given } = useRoom();
  const you = live.you.value;
  return (
    <>
      {you?.chooser === true && !myTurn ? (
        <GiveNote
          you={you}
          onKnown={asked => {
            given.value = asked;
          }}
        />
      ) : null}
      <StatusNote status={you?.status ?? null} myTurn={myTurn} />
    </>
  );
}
