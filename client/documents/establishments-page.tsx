/** «/salle/etablissements»: who may read who comes to which establishment, who has, and the agency's own lists. Moderators. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { folded, foldedWords } from '../../machines/folded.ts';
import { ModeratorsOnly } from '../desk/moderators-only.tsx';
import { me } from '../http/account.ts';
import type { DeskEstablishment, DeskEstablishments } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { plural } from '../ui/format.ts';
import { Empty, Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { DownloadAssignments } from './download-assignments.tsx';
import { EndReaderDialog } from './end-reader-dialog.tsx';
import { GrantDialog } from './grant-dialog.tsx';
import { moment, Reader } from './reader.tsx';
import type { EstablishmentReader } from '../http/answers.ts';

type Open =
  | { readonly kind: 'grant'; readonly establishment: DeskEstablishment }
  | { readonly kind: 'end'; readonly reader: EstablishmentReader }
  | null;

export function DeskEstablishmentsPage(): VNode {
  const signedIn = (me.value?.moderator ?? null) !== null;
  const asked = useAsked<DeskEstablishments>(signedIn ? '/desk/establishments' : null);
  const { value, trouble, again } = asked;
  const [open, setOpen] = useState<Open>(null);
  const done = (): void => {
    setOpen(null);
    again();
  };
  return (
    <Page title="Établissements" subtitle="Gestion">
      <h1>Établissements</h1>
      <ModeratorsOnly back="/salle/etablissements">
        <Card title="Listes de l’ARS">
          <p>
            Toutes les affectations du semestre, avec les postes. Chaque téléchargement est enregistré à votre
            nom.
          </p>
          <DownloadAssignments amphitheatre={null} withPosts />
        </Card>
        {value === null && trouble === null ? <Loading lines={8} /> : null}
        <Trouble asked={asked} />
        {value === null ? null : <Listed value={value} onOpen={setOpen} />}
      </ModeratorsOnly>
      {open?.kind === 'grant' ? (
        <GrantDialog establishment={open.establishment} onClose={() => setOpen(null)} onDone={done} />
      ) : null}
      {open?.kind === 'end' ? (
        <EndReaderDialog reader={open.reader} onClose={() => setOpen(null)} onDone={done} />
      ) : null}
    </Page>
  );
}

interface ListedProps {
  readonly value: DeskEstablishments;
  readonly onOpen: (open: Open) => void;
}

function Listed({ value, onOpen }: ListedProps): VNode {
  const [words, setWords] = useState('');
  const wanted = foldedWords(words);
  const shown = value.establishments.filter(({ name, city, department }) => {
    const searched = folded(`${name} ${city} ${department}`);
    return wanted.every(word => searched.includes(word));
  });
  if (value.establishments.length === 0)
    return (
      <Empty icon="hospital" title="Aucun établissement dans l’offre du semestre">
        <p>Importez d’abord les postes.</p>
      </Empty>
    );
  return (
    <>
      <SearchField
        label="Chercher un établissement"
        placeholder="Nom, ville, département…"
        value={words}
        onInput={setWords}
      />
      {shown.length === 0 ? (
        <Empty icon="search" title="Aucun établissement ne correspond à cette recherche" />
      ) : null}
      {shown.map(establishment => (
        <Card
          key={establishment.id}
          title={establishment.name}
          oneOfMany
          aside={
            <Button
              kind="edge"
              icon="mail"
              aria-label={`Donner accès… ${establishment.name}`}
              onClick={() => onOpen({ kind: 'grant', establishment })}
            >
              Donner accès…
            </Button>
          }
        >
          <p class="quiet">
            {establishment.city} ({establishment.department}) ·{' '}
            {plural(establishment.coming, 'interne attendu', 'internes attendus')}
          </p>
          {establishment.readers.length === 0 ? <p>Personne n’a accès à sa liste.</p> : null}
          {establishment.readers.map(reader => (
            <Reader key={reader.id} reader={reader} onEnd={() => onOpen({ kind: 'end', reader })} />
          ))}
        </Card>
      ))}
      <Card title="Listes de l’ARS téléchargées">
        {value.reads.length === 0 ? <p>Aucune pour l’instant.</p> : null}
        <ul class="reads">
          {value.reads.map(({ at, by, amphitheatre, format }) => (
            <li key={`${at} ${by}`}>
              {moment(at)}, {`${by}\u00a0:`} {amphitheatre ?? 'tout le semestre'}, {format.toUpperCase()}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
