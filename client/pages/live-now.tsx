/** The sessions that run at this moment, each with its state and how far it is; else the next ones. */
import type { VNode } from 'preact';
import type { Asked } from '../http/asked.ts';
import type { ListedAmphitheatre, ListedSession } from '../http/answers.ts';
import { textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty, Loading } from '../ui/loading.tsx';
import { SessionTag } from '../ui/tag.tsx';
import { isLive, place, presentSession, whenStarts } from './session-line.ts';

const NEXT_SHOWN = 6;

export function LiveNow({ asked }: { readonly asked: Asked<readonly ListedAmphitheatre[]> }): VNode {
  const { value, trouble, again } = asked;
  if (value === null)
    return trouble === null ? (
      <Card title="En direct maintenant">
        <Loading lines={4} />
      </Card>
    ) : (
      <Alert kind="refused" title="Liste indisponible" acts={<Button onClick={again}>Réessayer</Button>}>
        <p>{textOf(trouble)}</p>
      </Alert>
    );
  const live = value.filter(({ sessions }) => sessions.some(isLive));
  const shown = live.length > 0 ? live : value.slice(0, NEXT_SHOWN);
  return (
    <Card
      flush
      title={live.length > 0 ? 'En direct maintenant' : 'Prochains amphithéâtres'}
      aside={<a href="/amphitheatres">Tous les amphithéâtres</a>}
    >
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
      {session === undefined ? null : <Progress session={session} />}
    </li>
  );
}

const Progress = ({ session }: { readonly session: ListedSession }): VNode => (
  <span class="row digits">
    <SessionTag state={session.state} />
    <span>
      <b>
        {session.chosen} / {session.size}
      </b>{' '}
      <span class="small">choix faits</span>
    </span>
  </span>
);
