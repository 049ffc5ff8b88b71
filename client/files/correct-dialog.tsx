/**
 * What the roster says of a person, corrected: first the values, then what they do to rank and call list, with a reason.
 * In a list that is called, only how to reach them.
 */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { ReasonDialog } from '../desk/reason-dialog.tsx';
import type { PersonFile, RosterEffect } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import type { Answer } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { announce } from '../ui/live-regions.tsx';
import { changesOf, typedOf } from './correction.ts';
import { CorrectFields } from './correct-fields.tsx';
import { effectLines } from './effect-words.ts';

interface CorrectDialogProps {
  readonly file: PersonFile;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function CorrectDialog({ file, onClose, onDone }: CorrectDialogProps): VNode {
  const [typed, setTyped] = useState(() => typedOf(file));
  const [tried, setTried] = useState(false);
  const [effect, setEffect] = useState<RosterEffect | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const frozen = file.place?.frozen === true;
  const { changes, wrong } = changesOf(file, typed);
  const nothing = Object.keys(changes).length === 0;
  const path = `/desk/people/${file.person}/roster`;
  /** @returns null where it was refused, and said so beside the values. */
  const ask = async (asking: Promise<Answer<RosterEffect>>): Promise<RosterEffect | null> => {
    setBusy(true);
    const answer = await asking;
    setBusy(false);
    setTrouble(answer.kind === 'ok' ? null : textOf(answer));
    if (answer.kind === 'ok') return answer.value;
    setEffect(null);
    announce('alert', textOf(answer));
    return null;
  };
  const preview = async (): Promise<void> => {
    setTried(true);
    if (wrong.length > 0 || nothing || busy) return;
    setEffect(await ask(call<RosterEffect>(`${path}/preview`, { method: 'POST', body: { changes } })));
  };
  const correct = async (reason: string): Promise<void> => {
    const body = { reason, changes, seen: effect };
    const done = await ask(call<RosterEffect>(path, { method: 'PUT', body }));
    if (done === null) return;
    announce('status', `Fiche corrigée. ${effectLines(done).join(' ')}`);
    onDone();
  };
  if (effect !== null)
    return (
      <ReasonDialog
        title="Corriger la fiche"
        told={
          <>
            <p>Ce que la correction fait{'\u00a0'}:</p>
            <ul class="stack">
              {effectLines(effect).map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <Button kind="bare" onClick={() => setEffect(null)}>
              Revenir aux valeurs
            </Button>
          </>
        }
        act="Corriger"
        busy={busy}
        onClose={onClose}
        onReason={reason => void correct(reason)}
      />
    );
  return (
    <Dialog title="Corriger la fiche" closable={!busy} onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void preview();
        }}
      >
        <p class="quiet">
          {frozen
            ? 'Une session de l’amphithéâtre a commencé\u00a0: la liste d’appel reste comme elle est appelée. Seul le moyen de joindre la personne se corrige encore.'
            : 'DES, promotion, rangs, effectif et semestres recalculent la liste d’appel. Vous verrez l’effet avant de corriger.'}
        </p>
        <CorrectFields
          file={file}
          frozen={frozen}
          typed={typed}
          wrong={tried ? wrong : []}
          onType={(field, text) => setTyped({ ...typed, [field]: text })}
        />
        {tried && nothing ? (
          <p class="field-fault">Rien n’est changé&nbsp;: corrigez au moins une valeur.</p>
        ) : null}
        {trouble === null ? null : (
          <Alert kind="refused" title="Rien n’a changé">
            <p>{trouble}</p>
          </Alert>
        )}
        <DialogActs>
          <Button type="submit" busy={busy}>
            Voir l’effet
          </Button>
          <Button kind="edge" onClick={onClose}>
            Annuler
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
