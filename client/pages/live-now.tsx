/** The sessions that run at this moment, each with its state and how far it is; else the next ones. */
import type { VNode } from 'preact';
import type { Asked } from '../http/asked.ts';
import type { ListedAmphitheatre } from '../http/answers.ts';
import { Card } from '../ui/card.tsx';
import { Empty, Loading } from '../ui/loading.tsx';
import { SessionProgress } from '../ui/session-progress.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { liveOrNext, place, presentSession, whenStarts } from './session-line.ts';

const NEXT_SHOWN = 6;

const TITLES = {
  live: 'En direct maintenant',
  next: 'Prochains amphithéâtres',
  over: 'Amphithéâtres terminés',
} as const;

export function LiveNow({ asked }: { readonly asked: Asked<readonly ListedAmphitheatre[]> }): VNode {
  const { value, trouble } = asked;
  if (value === null)
    return trouble === null ? (
      <Card title="En direct maintenant">
        <Loading lines={4} />
      </Card>
    ) : (
      <Trouble asked={asked} />
    );
  const { when, shown: all } = liveOrNext(value);
  const shown = when === 'live' ? all : all.slice(0, NEXT_SHOWN);
  return (
    <Card flush title={TITLES[when]} aside={<a href="/amphitheatres">Voir la liste des amphithéâtres</a>}>
      {shown.length === 0 ? (
        <Empty icon="calendarTime" title="Aucun amphithéâtre publié">
          <p>L’offre et les horaires paraîtront ici dès leur publication par l’ARS.</p>
        </Empty>
      ) : (
        <ul class="lines">
          {shown.map(amphitheatre => (
            <LiveLine key={amphitheatre.id} amphitheatre={amphitheatre} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function LiveLine({ amphitheatre }: { readonly amphitheatre: ListedAmphitheatre }): VNode {
  const session = presentSession(amphitheatre.sessions);
  return (
    <li class="line">
      <span class="line-text">
        <a href={`/amphitheatres/${amphitheatre.id}`}>{amphitheatre.title}</a>
        <span class="quiet small">
          {session === undefined
            ? 'Sessions à venir'
            : `${place(session, amphitheatre)} · ${whenStarts(session)}`}
        </span>
      </span>
      {session === undefined ? null : <SessionProgress session={session} />}
    </li>
  );
}
