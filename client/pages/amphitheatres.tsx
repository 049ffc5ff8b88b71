/** The published amphitheatres with their timetable, session by session. */
import type { VNode } from 'preact';
import { hour } from '../../machines/french-time.ts';
import { settings } from '../http/account.ts';
import type { ListedAmphitheatre, ListedSession } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { useInAddress } from '../public-pages/in-address.ts';
import { Nothing } from '../public-pages/nothing.tsx';
import { PublicPage } from '../public-pages/public-page.tsx';
import { wordsOf } from '../public-pages/words-of.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { day, plural, semesterName } from '../ui/format.ts';
import { Empty, Loading } from '../ui/loading.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { SessionTag } from '../ui/tag.tsx';
import { Trouble } from '../ui/trouble.tsx';
import './amphitheatres.css';

const LOOK_AGAIN_MS = 10_000;
const SEARCHED_FROM = 6; // fewer are seen at once

export function Amphitheatres(): VNode {
  const asked = useAsked<readonly ListedAmphitheatre[]>('/amphitheatres', LOOK_AGAIN_MS);
  const { value, trouble } = asked;
  const [words, setWords] = useInAddress('recherche');
  const matches = wordsOf(words);
  const shown = (value ?? []).filter(({ title }) => matches(title));
  const semester = settings.value?.semester ?? null;
  return (
    <PublicPage
      title="Amphithéâtres"
      sub={`${semester === null ? '' : `${semesterName(semester)} · `}heures de\u00a0Paris`}
    >
      {value === null && trouble === null ? <Loading lines={6} /> : null}
      <Trouble asked={asked} />
      {value?.length === 0 ? (
        <Empty icon="calendarTime" title="Aucun amphithéâtre publié">
          <p>L’offre et les horaires paraîtront ici dès leur publication par l’ARS.</p>
          <LinkButton kind="edge" href="/informations">
            Lire comment se préparer
          </LinkButton>
        </Empty>
      ) : null}
      {value === null || (value.length < SEARCHED_FROM && words === '') ? null : (
        <SearchField
          label="Chercher un amphithéâtre"
          placeholder="Spécialité, phase…"
          value={words}
          onInput={setWords}
        />
      )}
      {shown.length === 0 && value !== null && value.length > 0 ? (
        <Nothing what="Aucun amphithéâtre ne correspond" onAll={() => setWords('')} />
      ) : null}
      {shown.map(amphitheatre => (
        <Timetable key={amphitheatre.id} amphitheatre={amphitheatre} />
      ))}
    </PublicPage>
  );
}

/** What the pace seen so far lets expect, where it is not what was planned; in a pause no hour is known. */
function Around({ session }: { readonly session: ListedSession }): VNode | null {
  const { startsAt, startsAround, endsAround, state, awaitsStart } = session;
  if (state === 'draft' && startsAt !== null) return <span class="timetable-around">provisoire</span>;
  if (state === 'paused') return <span class="timetable-around">fin suspendue</span>;
  if (endsAround !== null) return <span class="timetable-around">fin vers {hour(endsAround)}</span>;
  if (awaitsStart) return <span class="timetable-around">en attente, pas encore commencée</span>;
  const late = startsAround !== null && startsAt !== null && startsAround - startsAt >= 60_000;
  return late ? <span class="timetable-around">plutôt vers {hour(startsAround)}</span> : null;
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
                  <td>
                    {session.startsAt === null ? '–' : hour(session.startsAt)}
                    <Around session={session} />
                  </td>
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
            : `Non validé. Heure provisoire\u00a0: ${day(firstAt)} à ${hour(firstAt)}. Les sessions ne sont pas encore découpées.`}
        </p>
      )}
      {published.callList ? (
        <div class="timetable-foot no-print">
          <LinkButton kind="edge" icon="users" href={`/amphitheatres/${id}`}>
            Liste d’appel et direct
          </LinkButton>
          <LinkButton kind="bare" icon="search" href={`/trouver-ma-session?amphitheatre=${id}`}>
            Trouver ma session
          </LinkButton>
        </div>
      ) : null}
    </Card>
  );
}
