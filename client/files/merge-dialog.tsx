/** A double taken away: the file that stays is found by name, then a reason. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { OneOf } from '../desk/one-of.tsx';
import { ReasonDialog } from '../desk/reason-dialog.tsx';
import type { FoundPerson, PersonFile } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { call, textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { announce } from '../ui/live-regions.tsx';
import { fullName } from '../ui/navigation.ts';
import { SearchField } from '../ui/search-field.tsx';
import { useSettled } from '../ui/use-settled.ts';

interface MergeDialogProps {
  readonly file: PersonFile;
  readonly onClose: () => void;
  readonly onDone: (into: string) => void;
}

export function MergeDialog({ file, onClose, onDone }: MergeDialogProps): VNode {
  const [words, setWords] = useState(file.name);
  const [into, setInto] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const settled = useSettled(words);
  const asked = useAsked<readonly FoundPerson[]>(`/desk/people?q=${encodeURIComponent(settled)}`);
  const others = (asked.value ?? []).filter(({ person }) => person !== file.person);
  const picked = others.some(({ person }) => person === into); // one that another search hides is none
  const send = async (reason: string): Promise<void> => {
    setBusy(true);
    const answer = await call(`/desk/people/${file.person}/merge`, {
      method: 'POST',
      body: { into, reason },
    });
    setBusy(false);
    if (answer.kind !== 'ok') return setTrouble(textOf(answer));
    announce('status', 'Fiches fusionnées.');
    onDone(into);
  };
  return (
    <ReasonDialog
      title="Fusionner un double"
      told={
        <>
          <p>
            La fiche de <b>{fullName(file)}</b>, INE {file.ine}, disparaît{'\u00a0'}: sa place sur la liste
            d’appel et ses favoris aussi. Celle que vous choisissez garde tout, et reçoit son compte si elle
            n’en a pas.
          </p>
          {trouble === null ? null : (
            <Alert kind="refused" title="Rien n’a changé">
              <p>{trouble}</p>
            </Alert>
          )}
        </>
      }
      lacking={!picked}
      act="Fusionner"
      kind="stop"
      busy={busy}
      onClose={onClose}
      onReason={reason => void send(reason)}
    >
      {tried => (
        <>
          <SearchField
            label="Fiche qui reste"
            placeholder="Nom, INE, e-mail…"
            value={words}
            onInput={setWords}
          />
          <OneOf label="Fiche qui reste" choices={others.map(choiceOf)} value={into} onChange={setInto} />
          {asked.value !== null && others.length === 0 ? <p class="quiet">Aucune autre fiche.</p> : null}
          {tried && !picked ? <p class="field-fault">Choisissez la fiche qui reste.</p> : null}
        </>
      )}
    </ReasonDialog>
  );
}

/** People of one name are told apart by DES and place. */
const choiceOf = (other: FoundPerson): readonly [string, string] => [
  other.person,
  `${fullName(other)}, ${other.specialty}${other.callOrder === null ? '' : `, n°\u00a0${other.callOrder}`}`,
];
