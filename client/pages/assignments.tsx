/** Public assignments as they happen: searched, paged, by amphitheatre; the service, never the post (domain §8). */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AmphitheatreId } from '../../machines/ids.ts';
import type { AssignmentPage, ListedAmphitheatre } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { plural } from '../ui/format.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Empty, Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useLive } from '../ui/use-live.ts';
import { AssignmentTable } from './assignment-table.tsx';
import { assignmentsPath, followed } from './assignments-asked.ts';
import type { AssignmentOrder } from './assignments-asked.ts';
import { PageTurner } from './page-turner.tsx';
import './assignments.css';

const LOOK_AGAIN_MS = 5_000; // the net under the socket, and what follows all amphitheatres at once
const TYPING_MS = 250;

export function Assignments(): VNode {
  const [amphitheatre, setAmphitheatre] = useState<number | null>(null);
  const [words, setWords] = useState('');
  const [order, setOrder] = useState<AssignmentOrder>('recent');
  const [page, setPage] = useState(1);
  const settled = useSettled(words);
  const listed = useAsked<readonly ListedAmphitheatre[]>('/amphitheatres', LOOK_AGAIN_MS).value ?? [];
  const path = assignmentsPath({ amphitheatre, words: settled, order, page });
  const { value, trouble, again } = useAsked<AssignmentPage>(path, LOOK_AGAIN_MS);
  const live = useLive(followed(amphitheatre, listed) as AmphitheatreId | null, 'public');
  const isLive = live?.link.value.kind === 'live';

  useEffect(
    () => live?.onDelta(({ facts }) => facts.some(({ kind }) => kind === 'chosen') && again()),
    [live, again],
  );
  useEffect(() => setPage(1), [amphitheatre, settled, order]);

  return (
    <Page title="Affectations">
      <div>
        <h1>Affectations</h1>
        <p class="quiet">
          {value === null ? '\u00a0' : plural(value.total, 'choix enregistré', 'choix enregistrés')}
          {isLive ? (
            <b class="assignments-live">
              {' '}
              · <Icon name="plug" /> en direct
            </b>
          ) : null}
        </p>
      </div>
      <div class="assignments-tools">
        <SearchField
          label="Chercher une affectation"
          placeholder="Nom, service, hôpital…"
          value={words}
          onInput={setWords}
        />
        <label class="assignments-where">
          <span class="hidden-text">Amphithéâtre</span>
          <select
            class="ds-input"
            value={amphitheatre ?? ''}
            onChange={event =>
              setAmphitheatre(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))
            }
          >
            <option value="">Tous les amphithéâtres</option>
            {listed.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <Segmented
          label="Ordre de la liste"
          choices={[
            ['recent', 'Plus récents'],
            ['name', 'Par nom'],
          ]}
          value={order}
          onChange={setOrder}
        />
      </div>
      {trouble === null ? null : (
        <Alert kind="refused" title="Liste indisponible" acts={<Button onClick={again}>Réessayer</Button>}>
          <p>{textOf(trouble)}</p>
        </Alert>
      )}
      {value === null && trouble === null ? <Loading lines={8} /> : null}
      {value?.total === 0 ? (
        <Empty
          icon="list"
          title={
            settled === '' ? 'Aucun choix enregistré pour l’instant' : 'Rien ne correspond à cette recherche'
          }
        >
          <p>Chaque choix paraît ici à la seconde où il est enregistré.</p>
        </Empty>
      ) : null}
      {value === null || value.items.length === 0 ? null : <AssignmentTable items={value.items} />}
      {value === null ? null : <PageTurner page={value.page} pages={value.pages} onTurn={setPage} />}
    </Page>
  );
}

/** What is typed, once the typing rests: not one question per letter. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
