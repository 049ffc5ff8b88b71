/** One question before an act that nobody takes back. */
import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../ui/button.tsx';
import type { ButtonKind } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import type { IconName } from '../ui/icon/icon.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  readonly act: string;
  readonly icon: IconName;
  readonly kind?: ButtonKind;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly children: ComponentChildren;
}

export const ConfirmDialog = (props: ConfirmDialogProps): VNode => (
  <Dialog title={props.title} onClose={props.onClose}>
    {props.children}
    <DialogActs>
      <Button kind={props.kind ?? 'go'} icon={props.icon} onClick={props.onConfirm}>
        {props.act}
      </Button>
      <Button kind="edge" onClick={props.onClose}>
        Annuler
      </Button>
    </DialogActs>
  </Dialog>
);
