/** «Laisser sans poste…»: the other way to settle somebody left over, with a reason; a post may still be given later. */
import type { VNode } from 'preact';
import type { WithoutPostBody } from '../../api/desk-bodies.ts';
import { withDe } from '../desk/french.ts';
import { ReasonDialog } from '../desk/reason-dialog.tsx';
import type { LeftPerson } from '../http/answers.ts';
import { fullName } from '../ui/navigation.ts';

interface WithoutPostDialogProps {
  readonly who: LeftPerson;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onReason: (body: WithoutPostBody) => void;
}

export const WithoutPostDialog = ({ who, busy, onClose, onReason }: WithoutPostDialogProps): VNode => (
  <ReasonDialog
    title={`Laisser ${fullName(who)} sans poste`}
    told={`Plus rien n’est attendu ${withDe(fullName(who))} ce semestre. Un poste peut encore être affecté plus tard. Le motif est lu par l’ARS seulement.`}
    act="Laisser sans poste"
    icon="lock"
    busy={busy}
    onClose={onClose}
    onReason={reason => onReason({ on: who.state.kind, reason })}
  />
);
