/** The foot of every dialog of the desk: the act, busy while its answer is awaited, and the way out. */
import type { VNode } from 'preact';
import { Button } from '../ui/button.tsx';
import type { ButtonKind } from '../ui/button.tsx';
import { DialogActs } from '../ui/dialog.tsx';
import type { IconName } from '../ui/icon/icon.tsx';

interface DialogFootProps {
  readonly act: string;
  readonly icon?: IconName | undefined;
  readonly kind?: ButtonKind | undefined;
  readonly busy?: boolean | undefined;
  /** Left out: the button submits the form around it. */
  readonly onAct?: () => void;
  readonly onClose: () => void;
}

export const DialogFoot = ({
  act,
  icon,
  kind = 'plain',
  busy = false,
  onAct,
  onClose,
}: DialogFootProps): VNode => (
  <DialogActs>
    <Button
      type={onAct === undefined ? 'submit' : 'button'}
      kind={kind}
      busy={busy}
      {...(icon === undefined || busy ? {} : { icon })}
      {...(onAct && { onClick: onAct })}
    >
      {busy ? 'Envoi…' : act}
    </Button>
    <Button kind="edge" onClick={onClose}>
      {busy ? 'Fermer' : 'Annuler'}
    </Button>
  </DialogActs>
);
