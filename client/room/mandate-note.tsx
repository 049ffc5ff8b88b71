/** A mandate given: who chooses, and taking it back (at any moment until a choice is recorded, M §6.5). */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Address } from '../ui/address.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { EndDialog } from './later-parts.tsx';
import { useRoom } from './room-context.ts';

export function MandateNote(): VNode | null {
  const { live, realm, standing } = useRoom();
  const [asking, setAsking] = useState(false);
  const you = live.you.value;
  // A holder who chooses no more is put out (`MANDATE_ENDED`), and told by the line.
  if (you === null || you.chooser || realm === 'mandatary') return null;
  const moment = standing.value?.moment.kind;
  // The last session is closed: nothing is left to choose by oneself.
  if (moment === 'over')
    return (
      <Alert kind="mandate" title="Vous aviez donné procuration">
        <p>
          <b class="room-address">
            <Address text={you.mandatary ?? ''} />
          </b>{' '}
          devait choisir à votre place.
        </p>
      </Alert>
    );
  const now = moment === 'heldTurn' ? ' C’est son tour en ce moment.' : '';
  return (
    <>
      <Alert
        kind="mandate"
        title="Vous avez donné procuration"
        acts={
          <Button kind="edge" onClick={() => setAsking(true)}>
            Annuler la procuration
          </Button>
        }
      >
        <p>
          <b class="room-address">
            <Address text={you.mandatary ?? ''} />
          </b>{' '}
          choisit à votre place.{now} Vous suivez la session ; le bouton « Choisir » est de son côté.
        </p>
      </Alert>
      {asking ? (
        <EndDialog ending="cancelAccepted" onClose={() => setAsking(false)} onDone={() => setAsking(false)} />
      ) : null}
    </>
  );
}
