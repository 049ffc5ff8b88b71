/** Public assignments as they happen: searched, paged, by amphitheatre; the service, never the post (domain §8). */
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { AmphitheatreId } from '../../machines/ids.ts';
import type { AssignmentPage, ListedAmphitheatre } from '../http/answers.ts';
import { DownloadAssignments } from '../documents/download-assignments.tsx';
import { useAsked } from '../http/asked.ts';
import type { Live } from '../live/live.ts';
import { useInAddress } from '../public-pages/in-address.ts';
import { Nothing } from '../public-pages/nothing.tsx';
import { PublicPage } from '../public-pages/public-page.tsx';
import { LinkButton } from '../ui/button.tsx';
import { number, plural } from '../ui/format.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Empty, Loading } from '../ui/loading.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useLive } from '../ui/use-live.ts';
import { AssignmentTable } from './assignment-table.tsx';
import { assignmentsPath, followed, MOST_PRINTED, questionOf } from './assignments-asked.ts';
import { useWholeOnPaper } from './use-whole-on-paper.ts';
import { PageSteps } from '../ui/page-turner.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSettled } from '../ui/use-settled.ts';
import './assignments.css';

const LOOK_AGAIN_MS = 5_000; // the net under the socket, and what follows all amphitheatres at once
const SPREAD_MS = 500;

export function Assignments(): VNode {
  const [picked, setPicked] = useInAddress('amphitheatre');
  const [words, setWords] = useInAddress('recherche');
  const [sorted, setSorted] = useInAddress('tri');
  const [turned, setTurned] = useInAddress('page');
  const settled = useSettled(words.trim());
  const question = questionOf({ amphitheatre: picked, words: settled, order: sorted, page: turned });
  const { amphitheatre, order } = question;
  /** Another list is read from its first page. */
  const anew = (change: (value: string) => void, value: string): void => {
    change(value);
    setTurned('');
  };
  const listed = useAsked<readonly ListedAmphitheatre[]>('/amphitheatres', LOOK_AGAIN_MS).value ?? [];
  const asked = useAsked<AssignmentPage>(assignmentsPath(question), LOOK_AGAIN_MS);
  const { value, trouble, again } = asked;
  const [onPaper, fetchWhole] = useWholeOnPaper(question);
  const shown = onPaper ?? value;
  const live = useLive(followed(amphitheatre, listed) as AmphitheatreId | null, 'public');
  const isLive = live?.link.value.kind === 'live';

  useEffect(() => askedAfterChoices(live, again), [live, again]);

  return (
    <PublicPage
      title="Affectations"
      beforePrint={fetchWhole}
      sub={
        <>
          {value === null
            ? '\u00a0'
            : `${plural(value.total, 'choix enregistré', 'choix enregistrés')} · heures de\u00a0Paris`}
          {isLive ? (
            <>
              {' '}
              <b class="assignments-live no-print">
                <Icon name="plug" /> en direct
              </b>
            </>
          ) : null}
        </>
      }
    >
      <div class="assignments-tools">
        <SearchField
          label="Chercher une affectation"
          placeholder="Nom, service, hôpital…"
          value={words}
          onInput={value => anew(setWords, value)}
        />
        <label class="assignments-where">
          <span class="hidden-text">Amphithéâtre</span>
          <select
            class="ds-input"
            value={amphitheatre ?? ''}
            onChange={event => anew(setPicked, event.currentTarget.value)}
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
          onChange={value => anew(setSorted, value === 'recent' ? '' : value)}
        />
      </div>
      <Trouble asked={asked} />
      <p class="print-only">
        {settled === '' ? '' : `Recherche\u00a0: ${settled}. `}
        {shown === null || shown.pages < 2 ? '' : partWords(shown)}
      </p>
      <DownloadAssignments amphitheatre={amphitheatre} />
      {value === null && trouble === null ? <Loading lines={8} /> : null}
      {value?.total === 0 ? (
        settled === '' ? (
          <Empty icon="list" title="Aucun choix enregistré pour l’instant">
            <p>Chaque choix paraît ici à la seconde où il est enregistré.</p>
            <LinkButton kind="edge" href="/amphitheatres">
              Voir les horaires des amphithéâtres
            </LinkButton>
          </Empty>
        ) : (
          <Nothing what="Aucune affectation ne correspond" onAll={() => anew(setWords, '')} />
        )
      ) : null}
      {shown === null || shown.items.length === 0 ? null : <AssignmentTable items={shown.items} />}
      {value === null || value.pages < 2 ? null : (
        <nav class="row" aria-label="Pages">
          <PageSteps
            page={value.page}
            pages={value.pages}
            onPage={page => setTurned(page === 1 ? '' : String(page))}
          />
        </nav>
      )}
    </PublicPage>
  );
}

/** On paper: which part of the list it is, and how one gets the whole. */
const partWords = ({ page, pages, size, total }: AssignmentPage): string =>
  size === MOST_PRINTED
    ? `Les ${number(size)} premières sur ${number(total)}\u00a0: la liste entière se télécharge en PDF ou CSV.`
    : `Page ${page} sur ${pages}\u00a0: «\u00a0Imprimer\u00a0», dans la page, imprime toute la liste.`;

/** Hundreds watch the same stream: not all of them ask in the same instant, and several choices are one question. */
function askedAfterChoices(live: Live | null, again: () => void): (() => void) | undefined {
  if (live === null) return undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leave = live.onDelta(({ facts }) => {
    if (timer !== undefined || !facts.some(({ kind }) => kind === 'chosen')) return;
    timer = setTimeout(() => {
      timer = undefined;
      again();
    }, Math.random() * SPREAD_MS);
  });
  return () => {
    clearTimeout(timer);
    leave();
  };
}
