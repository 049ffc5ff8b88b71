/** «File de passage»: everybody of the session under one of four filters, with presence and what can be done. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useHeld } from '../ui/use-held.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { number, plural } from '../ui/format.ts';
import { Empty } from '../ui/loading.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { everybody, foundIn, shownUnder } from './queue.ts';
import type { QueueFilter } from './queue.ts';
import { QueueRow } from './queue-row.tsx';
import type { RoomView } from './room-view.ts';
import './queue-card.css';

/** Who is called next stands among the first ones; the others are found by name or number. All of 1,500 would be drawn at each act. */
const SHOWN = 100;

/** As many are seen at a glance. */
const FEW = 8;

const EMPTY: Readonly<Record<QueueFilter, string>> = {
  coming: 'Plus personne à appeler',
  done: 'Aucun choix pour l’instant',
  absent: 'Aucune absence',
  planned: 'Aucune absence prévue',
};

export function QueueCard({ view }: { readonly view: RoomView }): VNode {
  const [filter, setFilter] = useState<QueueFilter>('coming');
  const [words, setWords] = useState('');
  const [most, setMost] = useState(SHOWN);
  const { queue, session, names } = view;
  const all = everybody(queue);
  const searches = words.trim() !== '';
  const wanted = searches ? foundIn(queue, words, names) : shownUnder(queue, filter);
  const closed = session.state === 'closed';
  const { rows: shown, hold } = useHeld(
    wanted.slice(0, most),
    all,
    person => person,
    `${view.session.id} ${filter} ${words} ${most}`,
  );
  const more = wanted.length - shown.length;
  return (
    <Card
      flush
      title="File de passage"
      aside={closed ? null : <span class="quiet digits">{number(queue.coming.length)} à venir</span>}
    >
      <div class="queue-filters stack">
        {all.length > FEW ? (
          <SearchField
            label="Chercher une personne dans la file"
            placeholder="Nom ou numéro"
            value={words}
            onInput={setWords}
          />
        ) : null}
        <Segmented
          label="Filtrer la file"
          look="pills"
          choices={[
            ['coming', `${closed ? 'Sans choix' : 'À venir'} ${number(queue.coming.length)}`],
            ['done', `Passés ${number(queue.chosen.length + queue.passed.length)}`],
            ['absent', `Absences ${number(queue.absent.length)}`],
            ['planned', `Prévues ${number(queue.planned.length)}`],
          ]}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {searches ? (
        <p class="quiet small queue-found" role="status">
          {plural(wanted.length, 'personne', 'personnes')} dans toute la session.
        </p>
      ) : null}
      {shown.length === 0 && searches ? (
        <Empty icon="search" title="Personne de ce nom ni de ce numéro" />
      ) : shown.length === 0 ? (
        <Empty icon="list" title={closed && filter === 'coming' ? 'Personne sans choix' : EMPTY[filter]} />
      ) : (
        <table class="queue">
          <caption class="hidden-text">File de passage</caption>
          <thead>
            <tr>
              <th scope="col">N°</th>
              <th scope="col">Interne</th>
              <th scope="col">{searches ? 'Situation' : filter === 'done' ? 'Choix' : 'Présence'}</th>
              <th scope="col">
                <span class="hidden-text">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody
            onPointerDown={hold.onPointerDown}
            onBlurCapture={hold.onBlurCapture}
            // By keyboard only: the focus a pointer leaves behind must not hold the queue for minutes.
            onFocusCapture={({ target }) => {
              if (target instanceof Element && target.matches(':focus-visible')) hold.onFocusCapture();
            }}
          >
            {shown.map(person => (
              <QueueRow key={person} person={person} view={view} />
            ))}
          </tbody>
        </table>
      )}
      {more > 0 ? (
        <div class="queue-more">
          <Button kind="edge" icon="chevronDown" onClick={() => setMost(most + SHOWN)}>
            Afficher {plural(Math.min(more, SHOWN), 'personne', 'personnes')} de plus, sur {number(more)}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
