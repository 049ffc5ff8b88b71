/** The published amphitheatres with their timetable, session by session. */
import type { VNode } from 'preact';
import { hour } from '../../machines/french-time.ts';
import { settings } from '../http/account.ts';
import type { ListedAmphitheatre } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { day, plural, semesterName } from '../ui/format.ts';
import { Empty, Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { SessionTag } from '../ui/tag.tsx';
import './amphitheatres.css';

const LOOK_AGAIN_MS = 10_000;

export function Amphitheatres(): VNode {
  const { value, trouble, again } = useAsked<readonly ListedAmphitheatre[]>('/amphitheatres', LOOK_AGAIN_MS);
  const semester = settings.value?.semester ?? null;
  return (
    <Page title="Amphithéâtres">
      <div>
        <h1>Amphithéâtres</h1>
        <p class="quiet">{semester === null ? '' : `${semesterName(semester)} · `}heures de Paris</p>
      </div>
      {value === null && trouble === null ? <Loading lines={6} /> : null}
      {trouble === null ? null : (
        <Alert kind="refused" title="Liste indisponible" acts={<Button onClick={again}>Réessayer</Button>}>
          <p>{textOf(trouble)}</p>
        </Alert>
      )}
      {value?.length === 0 ? (
        <Empty icon="calendarTime" title="Aucun amphithéâtre publié">
          <p>L’offre et les horaires paraîtront ici dès leur publication par l’ARS.</p>
        </Empty>
      ) : null}
      {value?.map(amphitheatre => (
        <Timetable key={amphitheatre.id} amphitheatre={amphitheatre} />
      ))}
    </Page>
  );
}

function Timetable({ amphitheatre }: { readonly amphitheatre: ListedAmphitheatre }): VNode {
  const { id, title, people, posts, sessions, published, firstAt } = amphitheatre;
  const sizes = [
    ...(published.callList ? [plural(people, 'interne', 'internes')] : []),
    ...(published.offer ? [plural(posts, 'poste offert', 'postes offerts')] : []),
  ].join(' · ');
  return (
    <Card flush title={title} aside={<span class="quiet">{sizes}</span>}>
      {sessions.length > 0 ? (
        <div class="timetable-frame">
          <table class="timetable digits">
            <caption class="hidden-text">Sessions : {title}</caption>
            <thead>
              <tr>
                <th scope="col">Session</th>
                <th scope="col">Date</th>
                <th scope="col">Heure</th>
                <th scope="col">État</th>
                <th scope="col">Choix faits</th>
              </tr>
            </thead>
            <tbody>
              {sessions.map(session => (
                <tr key={session.id}>
                  <th scope="row">{session.number}</th>
                  <td>{session.startsAt === null ? 'à fixer' : day(session.startsAt)}</td>
                  <td>{session.startsAt === null ? '–' : hour(session.startsAt)}</td>
                  <td>
                    <SessionTag state={session.state} />
                  </td>
                  <td>
                    {session.chosen} / {session.size}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p class="timetable-none quiet">
          {firstAt === null
            ? 'Non validé. Les horaires ne sont pas encore fixés.'
            : `Non validé. Heure provisoire : ${day(firstAt)} à ${hour(firstAt)}.`}
        </p>
      )}
      {published.callList ? (
        <div class="timetable-foot">
          <LinkButton kind="edge" icon="users" href={`/amphitheatres/${id}`}>
            Liste d’appel et direct
          </LinkButton>
        </div>
      ) : null}
    </Card>
  );
}
