/** Pause or resume of everything that runs, in every amphitheatre: asks first, then says what came of each session. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { settings } from '../http/account.ts';
import type { SessionOutcome } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { announce } from '../ui/live-regions.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { useOutcomes } from './use-outcomes.ts';
import './all-sessions-dialog.css';

interface AllSessionsDialogProps {
  readonly kind: 'pauseAll' | 'resumeAll';
  readonly onClose: () => void;
}

export function AllSessionsDialog({ kind, onClose }: AllSessionsDialogProps): VNode {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { outcomes, set: setOutcomes } = useOutcomes();
  const ask = async (path: string, body: unknown): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    const answer = await call<{ readonly sessions: readonly SessionOutcome[] }>(path, {
      method: 'POST',
      body,
    });
    setBusy(false);
    if (answer.kind === 'ok') {
      setOutcomes(answer.value.sessions);
      announce('status', summary(answer.value.sessions));
    } else {
      setTrouble(textOf(answer));
      announce('alert', `Action non appliquée. ${textOf(answer)}`);
    }
  };
  if (outcomes !== null) return <Outcomes outcomes={outcomes} onClose={onClose} />;
  const fault =
    trouble === null ? null : (
      <Alert kind="refused" title="Action non appliquée">
        <p>{trouble}</p>
      </Alert>
    );
  if (kind === 'pauseAll')
    return (
      <ReasonDialog
        title="Mettre en pause toutes les sessions"
        told={
          <div class="stack">
            {fault}
            <p>
              Toutes les sessions en cours, dans tous les amphithéâtres. Le motif est lu par tous, le temps de
              chaque tour est gardé.
            </p>
          </div>
        }
        usual={settings.value?.usualReasons.pause}
        act="Tout mettre en pause"
        icon="pause"
        busy={busy}
        onClose={onClose}
        onReason={reason => void ask('/desk/pause-all', { reason })}
      />
    );
  return (
    <ConfirmDialog
      title="Reprendre toutes les sessions ?"
      act="Tout reprendre"
      icon="play"
      kind="plain"
      busy={busy}
      onClose={onClose}
      onConfirm={() => void ask('/desk/resume-all', {})}
    >
      <div class="stack">
        {fault}
        <p>
          Toutes les sessions en pause reprennent, aussi celles qu’une autre personne a mises en pause. Chaque
          tour retrouve exactement le temps qui restait.
        </p>
      </div>
    </ConfirmDialog>
  );
}

const WORDS: Readonly<Record<SessionOutcome['outcome'], readonly [IconName, string]>> = {
  done: ['circleCheck', 'Fait'],
  pending: ['clock', 'En route'],
  refused: ['circleX', 'Non appliqué'],
};

const Outcomes = ({
  outcomes,
  onClose,
}: {
  readonly outcomes: readonly SessionOutcome[];
  readonly onClose: () => void;
}): VNode => (
  <Dialog title={summary(outcomes)} onClose={onClose}>
    <ul class="session-outcomes">
      {outcomes.map(({ session, amphitheatre, number, outcome, detail }) => (
        <li key={session}>
          <Icon name={WORDS[outcome][0]} />
          <span>
            <b>
              {amphitheatre}, session {number}
            </b>
            <span class="small">
              {WORDS[outcome][1]}
              {detail === null ? '' : `\u00a0: ${detail}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
    <DialogActs>
      <Button onClick={onClose}>Fermer</Button>
    </DialogActs>
  </Dialog>
);

function summary(outcomes: readonly SessionOutcome[]): string {
  if (outcomes.length === 0) return 'Aucune session concernée';
  const done = outcomes.filter(({ outcome }) => outcome === 'done').length;
  return `${done} sur ${outcomes.length}\u00a0: fait`;
}
