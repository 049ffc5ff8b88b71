/** The telephone of one person: says first that reading it is noted, then shows it as a link to call. */
import type { VNode } from 'preact';
import type { PersonId } from '../../machines/ids.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { DialogFoot } from './dialog-foot.tsx';
import { withDe } from './french.ts';
import { PhoneLines, PhoneRead } from './phone-lines.tsx';
import type { RoomView } from './room-view.ts';

interface PhoneDialogProps {
  readonly person: PersonId;
  readonly view: RoomView;
  readonly onClose: () => void;
}

export function PhoneDialog({ person, view, onClose }: PhoneDialogProps): VNode {
  const shown = view.phones.shown.get(person);
  const asked = shown?.kind === 'asked';
  return (
    <Dialog title={`Téléphone ${withDe(view.names.name(person))}`} onClose={onClose}>
      <PhoneLines person={person} view={view} />
      <PhoneRead person={person} view={view} />
      {shown === undefined || asked ? (
        <>
          <p>
            Afficher le numéro est noté au journal, avec votre nom. Avec une procuration, celui de la personne
            mandatée s’affiche aussi.
          </p>
          <DialogFoot
            act="Afficher le téléphone"
            icon="phone"
            busy={asked}
            onAct={() => view.phones.read(person)}
            onClose={onClose}
          />
        </>
      ) : (
        <DialogActs>
          <Button kind="edge" onClick={onClose}>
            Fermer
          </Button>
        </DialogActs>
      )}
    </Dialog>
  );
}
