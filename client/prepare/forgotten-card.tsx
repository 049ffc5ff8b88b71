/** «Ajouter une personne oubliée…»: who of the roster is on no call list, where they would stand, and why they are added. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { callOrderText } from '../../machines/call-order-text.ts';
import type { PublicState } from '../../machines/session/public-state.ts';
import { ActNote } from '../desk/act-note.tsx';
import { ReasonDialog } from '../desk/reason-dialog.tsx';
import { useDeskAct } from '../desk/use-desk-act.ts';
import type { Unlisted, UnlistedPerson } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { textOf } from '../http/call.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { plural } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { fullName } from '../ui/navigation.ts';
import { SearchField } from '../ui/search-field.tsx';
import { useSettled } from '../ui/use-settled.ts';
import { rankHasPassed } from './offer.ts';

interface ForgottenCardProps {
  readonly amphitheatre: number;
  readonly state: PublicState;
}

export function ForgottenCard({ amphitheatre, state }: ForgottenCardProps): VNode {
  const [asking, setAsking] = useState<UnlistedPerson | 'search' | null>(null);
  const { perform, sending, note, dismiss } = useDeskAct();
  const send = async ({ person, firstName, name }: UnlistedPerson, reason: string): Promise<void> => {
    const path = `/desk/amphitheatres/${amphitheatre}/people`;
    const told = `${fullName({ firstName, name })} est dans la liste d’appel.`;
    await perform(path, { method: 'POST', body: { person, reason } }, told);
    setAsking(null);
  };
  return (
    <Card title="Liste d’appel">
      <ActNote note={note} onSeen={dismiss} />
      <p class="quiet">
        Une personne oubliée entre à son rang, sans changer le numéro des autres. Si ce rang est passé, elle
        entre en absence, et l’ARS peut la rappeler. Un tour plus long se donne dans la salle, par le menu de
        la personne.
      </p>
      <div class="row">
        <Button kind="edge" icon="user" onClick={() => setAsking('search')}>
          Ajouter une personne oubliée…
        </Button>
      </div>
      {asking === 'search' ? (
        <SearchDialog
          amphitheatre={amphitheatre}
          state={state}
          onPick={setAsking}
          onClose={() => setAsking(null)}
        />
      ) : asking === null ? null : (
        <ReasonDialog
          title={`Ajouter ${fullName(asking)} à la liste d’appel`}
          told={
            <>
              <b>{standsText(state, asking)}</b> Les autres numéros ne changent pas. Le motif est lu par l’ARS
              seulement.
            </>
          }
          act="Ajouter à la liste d’appel"
          icon="check"
          busy={sending}
          onClose={() => setAsking(null)}
          onReason={reason => void send(asking, reason)}
        />
      )}
    </Card>
  );
}

const standsText = (state: PublicState, { callOrder, chooses }: UnlistedPerson): string =>
  [
    `N°\u00a0${callOrderText(callOrder)}\u00a0: ${rankHasPassed(state, callOrder) ? 'son rang est passé, entre en absence.' : 'attendra son tour à son rang.'}`,
    ...(chooses ? [] : ['Le fichier dit que cette personne ne choisit pas ce semestre.']),
  ].join(' ');

interface SearchDialogProps extends ForgottenCardProps {
  readonly onPick: (person: UnlistedPerson) => void;
  readonly onClose: () => void;
}

function SearchDialog({ amphitheatre, state, onPick, onClose }: SearchDialogProps): VNode {
  const [words, setWords] = useState('');
  const asked = useSettled(words);
  const { value, trouble } = useAsked<Unlisted>(
    `/desk/amphitheatres/${amphitheatre}/unlisted?q=${encodeURIComponent(asked)}`,
  );
  return (
    <Dialog title="Ajouter une personne oubliée" onClose={onClose}>
      <SearchField
        label="Chercher une personne"
        placeholder="Nom ou prénom"
        value={words}
        onInput={setWords}
      />
      {trouble === null ? null : <p class="field-fault">{textOf(trouble)}</p>}
      {value === null ? (
        trouble === null ? (
          <Loading lines={3} />
        ) : null
      ) : (
        <>
          <p class="quiet small" role="status">
            {value.total === 0
              ? 'Personne : tout le monde est déjà dans une liste d’appel, ou absent du fichier des internes.'
              : `${plural(value.total, 'personne', 'personnes')} hors de toute liste d’appel.`}
          </p>
          <ul class="prepare-offer prepare-people">
            {value.people.map(one => (
              <li key={one.person}>
                <div class="prepare-post">
                  <b>{fullName(one)}</b>
                  <span class="quiet small">{one.specialty}</span>
                  <span class="small">{standsText(state, one)}</span>
                </div>
                <Button kind="edge" onClick={() => onPick(one)}>
                  Ajouter…<span class="hidden-text"> {fullName(one)}</span>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <DialogActs>
        <Button kind="edge" onClick={onClose}>
          Annuler
        </Button>
      </DialogActs>
    </Dialog>
  );
}
