/** Approving or refusing a request, with a reason. */
import type { VNode } from 'preact';
import { withDe } from '../desk/french.ts';
import { ReasonDialog } from '../desk/reason-dialog.tsx';
import type { StatusRequest } from '../http/answers.ts';
import { fullName } from '../ui/navigation.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';

export type Verdict = 'approval' | 'refusal';

interface DecideDialogProps {
  readonly request: StatusRequest;
  readonly verdict: Verdict;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
}

export function DecideDialog({ request, verdict, busy, onClose, onReason }: DecideDialogProps): VNode {
  const name = fullName(request);
  const [now, wanted] = [request.now, request.status].map(status =>
    STATUS_WORDS[status].toLocaleLowerCase('fr'),
  );
  return verdict === 'approval' ? (
    <ReasonDialog
      title={`Accepter la demande ${withDe(name)}`}
      told={`De ${now} à ${wanted}. Les postes ouverts changent aussitôt, même pendant le tour\u202f; le temps ne change pas. Le motif est lu par l’ARS seulement.`}
      usual={['Justificatifs reçus et vérifiés.']}
      act="Accepter"
      icon="check"
      busy={busy}
      onClose={onClose}
      onReason={onReason}
    />
  ) : (
    <ReasonDialog
      title={`Refuser la demande ${withDe(name)}`}
      told={`Le type de choix reste ${now}. Le motif est écrit à cette personne.`}
      usual={[
        'Les justificatifs ne sont pas arrivés.',
        'Les justificatifs ne permettent pas ce type de choix.',
      ]}
      act="Refuser"
      icon="circleX"
      kind="stop"
      busy={busy}
      onClose={onClose}
      onReason={onReason}
    />
  );
}
