/** What the roster says of a person, corrected with a reason; in a list that is called, only how to reach them. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { callOrderText } from '../../machines/call-order-text.ts';
import { ReasonDialog } from '../desk/reason-dialog.tsx';
import type { PersonFile, RosterChanges, RosterCorrected } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Field } from '../ui/field.tsx';
import { announce } from '../ui/live-regions.tsx';
import { fieldWord } from './act-words.ts';
import { changesOf, FIELDS, typedOf } from './correction.ts';

interface CorrectDialogProps {
  readonly file: PersonFile;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function CorrectDialog({ file, onClose, onDone }: CorrectDialogProps): VNode {
  const [typed, setTyped] = useState(() => typedOf(file));
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const frozen = file.place?.frozen === true;
  const { changes, wrong } = changesOf(file, typed);
  const send = async (reason: string): Promise<void> => {
    setBusy(true);
    const body: { reason: string; changes: RosterChanges } = { reason, changes };
    const answer = await call<RosterCorrected>(`/desk/people/${file.person}/roster`, { method: 'PUT', body });
    setBusy(false);
    if (answer.kind !== 'ok') return setTrouble(textOf(answer));
    announce('status', toldOf(answer.value));
    onDone();
  };
  return (
    <ReasonDialog
      title="Corriger la fiche"
      told={
        <>
          <p>
            {frozen
              ? 'Une session de l’amphithéâtre a commencé\u00a0: la liste d’appel reste comme elle est appelée. Seul le moyen de joindre la personne se corrige encore.'
              : 'Un rang ou un nombre de semestres corrigé recalcule la liste d’appel\u202f; les internes dont l’heure change sont prévenus.'}
          </p>
          {trouble === null ? null : (
            <Alert kind="refused" title="Rien n’a changé">
              <p>{trouble}</p>
            </Alert>
          )}
        </>
      }
      lacking={wrong.length > 0 || Object.keys(changes).length === 0}
      act="Corriger"
      busy={busy}
      onClose={onClose}
      onReason={reason => void send(reason)}
    >
      {tried => (
        <>
          {FIELDS.filter(({ decisive }) => !decisive || !frozen).map(({ field, kind }) => (
            <Field
              key={field}
              label={capital(fieldWord(field))}
              type={kind}
              maxLength={254}
              value={typed[field]}
              fault={tried && wrong.includes(field) ? 'Vérifiez cette valeur.' : null}
              onInput={event => setTyped({ ...typed, [field]: event.currentTarget.value })}
            />
          ))}
          {tried && Object.keys(changes).length === 0 ? (
            <p class="quiet">Rien n’est changé : corrigez au moins une valeur.</p>
          ) : null}
        </>
      )}
    </ReasonDialog>
  );
}

const capital = (word: string): string => word.charAt(0).toLocaleUpperCase('fr') + word.slice(1);

function toldOf({ callOrder: { before, after } }: RosterCorrected): string {
  if (before === after || before === null || after === null)
    return 'Fiche corrigée. L’ordre d’appel n’a pas changé.';
  return `Fiche corrigée. Ordre d’appel : n° ${callOrderText(after)}, au lieu de ${callOrderText(before)}.`;
}
