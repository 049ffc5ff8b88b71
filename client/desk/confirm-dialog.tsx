/** One question before an act that nobody takes back. */
import type { ComponentChildren, VNode } from 'preact';
import type { ButtonKind } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { DialogFoot } from './dialog-foot.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  readonly act: string;
  readonly icon: IconName;
  readonly kind?: ButtonKind;
  readonly busy?: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly children: ComponentChildren;
}

export const ConfirmDialog = (props: ConfirmDialogProps): VNode => (
  <Dialog title={props.title} onClose={props.onClose}>
    {props.children}
    <DialogFoot
      act={props.act}
      icon={props.icon}
      kind={props.kind ?? 'go'}
      busy={props.busy}
      onAct={props.onConfirm}
      onClose={props.onClose}
    />
  </Dialog>
);
