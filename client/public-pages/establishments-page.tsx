/** «Établissements»: one's own first, then all with posts, found by name, town or department; each leads to its board. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { departmentTitle } from '../../machines/departments.ts';
import type { ListedEstablishment } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { plural } from '../ui/format.ts';
import { Empty, Loading } from '../ui/loading.tsx';
import { Ordinals } from '../ui/ordinals.tsx';
import { Pips } from '../ui/pips.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useInAddress } from './in-address.ts';
import { Nothing } from './nothing.tsx';
import { ownEstablishment, rememberEstablishment } from './own-establishment.ts';
import { PublicPage } from './public-page.tsx';
import { wordsOf } from './words-of.ts';
import './board.css';

const LOOK_AGAIN_MS = 10_000;

export function EstablishmentsPage(): VNode {
  const asked = useAsked<readonly ListedEstablishment[]>('/establishments', LOOK_AGAIN_MS);
  const [words, setWords] = useInAddress('recherche');
  const [own, setOwn] = useState(ownEstablishment);
  const all = asked.value ?? [];
  const mine = all.find(({ finess }) => finess === own) ?? null;
  const matches = wordsOf(words);
  const found = all.filter(each =>
    matches(`${each.name} ${each.city} ${departmentTitle(each.department)} ${each.finess}`),
  );
  return (
    <PublicPage
      title="Établissements"
      sub={asked.value === null ? '\u00a0' : plural(all.length, 'établissement', 'établissements')}
    >
      <Trouble asked={asked} />
      {asked.value === null && asked.trouble === null ? <Loading lines={8} /> : null}
      {asked.value?.length === 0 ? (
        <Empty icon="hospital" title="Aucun poste publié">
          <p>Les établissements paraîtront ici dès la publication de l’offre.</p>
        </Empty>
      ) : null}
      {mine === null ? null : (
        <Card title="Votre établissement">
          <p>
            <b>{mine.name}</b>, <Ordinals text={mine.city} /> ·{' '}
            {plural(mine.filled, 'poste pourvu', 'postes pourvus')} sur {mine.offered}
          </p>
          <div class="row no-print">
            <LinkButton icon="screen" href={`/etablissements/${mine.finess}`}>
              Ouvrir le tableau
            </LinkButton>
            <Button
              kind="bare"
              onClick={() => {
                rememberEstablishment('');
                setOwn(null);
              }}
            >
              Ne plus retenir sur cet appareil
            </Button>
          </div>
        </Card>
      )}
      {all.length === 0 ? null : (
        <>
          <SearchField
            label="Chercher un établissement"
            placeholder="Nom, ville, département…"
            value={words}
            onInput={setWords}
          />
          {found.length === 0 ? (
            <Nothing what="Aucun établissement ne correspond" onAll={() => setWords('')} />
          ) : (
            <Departments found={found} />
          )}
        </>
      )}
    </PublicPage>
  );
}

function Departments({ found }: { readonly found: readonly ListedEstablishment[] }): VNode {
  const departments = [...new Set(found.map(({ department }) => department))];
  return (
    <div class="stack">
      {departments.map(department => (
        <Card key={department} flush title={departmentTitle(department)}>
          <ul class="lines">
            {found
              .filter(each => each.department === department)
              .map(each => (
                <li key={each.finess} class="line">
                  <span class="line-text">
                    <a href={`/etablissements/${each.finess}`}>{each.name}</a>
                    <span class="quiet small">
                      <Ordinals text={each.city} /> · {plural(each.services, 'service', 'services')}
                    </span>
                  </span>
                  <Pips filled={each.filled} offered={each.offered} word />
                </li>
              ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}
