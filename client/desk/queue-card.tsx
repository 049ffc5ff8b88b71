/** «File de passage»: everybody of the session under one of four filters, with presence and what can be done. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useHeld } from '../room/use-held.ts';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/loading.tsx';
import { Segmented } from '../ui/segmented.tsx';
import type { QueueFilter } from './queue.ts';
import { QueueRow } from './queue-row.tsx';
import type { RoomView } from './room-view.ts';
import './queue-card.css';

const EMPTY: Readonly<Record<QueueFilter, string>> = {
  coming: 'Plus personne à appeler',
  done: 'Aucun choix pour l’instant',
  absent: 'Aucune absence',
  planned: 'Aucune absence prévue',
};

export function QueueCard({ view }: { readonly view: RoomView }): VNode {
  const [filter, setFilter] = useState<QueueFilter>('coming');
  const { queue } = view;
  const { rows: shown, hold } = useHeld(
    queue[filter],
    [...queue.coming, ...queue.done, ...queue.absent, ...queue.planned],
    person => person,
    `${view.session.id} ${filter}`,
  );
  return (
    <Card
      flush
      title="File de passage"
      aside={<span class="quiet digits">{queue.coming.length} à venir</span>}
    >
      <div class="queue-filters">
        <Segmented
          label="Filtrer la file"
          look="pills"
          choices={[
            ['coming', `À venir ${queue.coming.length}`],
            ['done', `Passés ${queue.done.length}`],
            ['absent', `Absences ${queue.absent.length}`],
            ['planned', `Prévues ${queue.planned.length}`],
          ]}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {shown.length === 0 ? (
        <Empty icon="list" title={EMPTY[filter]} />
      ) : (
        <table class="queue">
          <caption class="hidden-text">File de passage</caption>
          <thead>
            <tr>
              <th scope="col">N°</th>
              <th scope="col">Interne</th>
              <th scope="col">{filter === 'done' ? 'Choix' : 'Présence'}</th>
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
    </Card>
  );
}
