/** The status of choice of one person: changes at once which posts they may choose, also during their turn (domain §4). */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { STATUS_WORDS } from './journal-text.ts';
import { Reason } from './reason-dialog.tsx';

interface StatusDialogProps {
  readonly title: string;
  /** As it is now: picked, and nothing to send. */
  readonly status: ChoiceStatus;
  readonly onClose: () => void;
  readonly onStatus: (status: ChoiceStatus) => void;
}

const STATUSES: readonly ChoiceStatus[] = [
  'classic',
  'supernumeraryValidating',
  'supernumeraryNonValidating',
];

export function StatusDialog({ title, status, onClose, onStatus }: StatusDialogProps): VNode {
  const [picked, setPicked] = useState(status);
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault();
          if (picked === status) onClose();
          else onStatus(picked);
        }}
      >
        <p class="quiet">
          Les postes ouverts changent aussitôt, même pendant le tour ; le temps ne change pas. Lu par cette
          personne et par l’ARS seulement.
        </p>
        <fieldset class="reasons">
          <legend class="hidden-text">Type de choix</legend>
          {STATUSES.map(one => (
            <Reason key={one} checked={picked === one} onPick={() => setPicked(one)}>
              {STATUS_WORDS[one]}
              {one === status ? ', actuellement' : ''}
            </Reason>
          ))}
        </fieldset>
        <DialogActs>
          <Button type="submit" icon="check">
            {picked === status ? 'Garder ce type' : 'Changer le type de choix'}
          </Button>
          <Button kind="edge" onClick={onClose}>
            Annuler
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
