/** The first page: what is live now, where to go; for those signed in, their own session first. */
import type { TargetedSubmitEvent, VNode } from 'preact';
import { useLocation } from 'preact-iso';
import { me, settings } from '../http/account.ts';
import { useAsked } from '../http/asked.ts';
import type { ListedAmphitheatre } from '../http/answers.ts';
import { Button } from '../ui/button.tsx';
import { semesterName } from '../ui/format.ts';
import { SIGN_IN_REALMS } from '../ui/navigation.ts';
import { Ordinals } from '../ui/ordinals.tsx';
import { Page } from '../ui/page.tsx';
import { MainDoors, OtherDoors } from './home-doors.tsx';
import { sizeSentence } from './home-words.ts';
import { LiveNow } from './live-now.tsx';
import { MySpace } from './my-space.tsx';
import './home.css';

const LOOK_AGAIN_MS = 10_000;
const LONGEST_SEARCH = 100; // characters (machines/offer-address.ts)

export function Home(): VNode {
  const amphitheatres = useAsked<readonly ListedAmphitheatre[]>('/amphitheatres', LOOK_AGAIN_MS);
  const { route } = useLocation();
  const search = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const words = new FormData(event.currentTarget).get('q');
    const query = typeof words === 'string' ? words.trim() : '';
    route(query === '' ? '/postes' : `/postes?q=${encodeURIComponent(query)}`);
  };
  const known = settings.value;
  const signedIn = SIGN_IN_REALMS.some(realm => (me.value?.[realm] ?? null) !== null);
  const region = known === null ? '' : ` en ${known.region}`;
  return (
    <Page
      title="Accueil"
      hero={
        <div class="home-hero">
          <p class="home-semester">{semesterLine(known?.semester ?? null)}</p>
          <h1>Choix de stage des internes{region}</h1>
          <p class="home-lead">
            <Ordinals text={sizeSentence(amphitheatres.value)} />
          </p>
          <form class="home-search" role="search" action="/postes" onSubmit={search}>
            <label class="hidden-text" for="chercher-poste">
              Chercher dans les postes offerts
            </label>
            <input
              id="chercher-poste"
              class="ds-input"
              type="text"
              name="q"
              maxLength={LONGEST_SEARCH}
              autoComplete="off"
              enterKeyHint="search"
              placeholder="Service, hôpital…"
            />
            <Button type="submit">Chercher</Button>
          </form>
        </div>
      }
    >
      {signedIn ? (
        <div class="page-columns home-own">
          <MySpace />
          <LiveNow asked={amphitheatres} />
        </div>
      ) : null}
      <MainDoors />
      {signedIn ? null : (
        <div class="page-columns">
          <LiveNow asked={amphitheatres} />
          <MySpace />
        </div>
      )}
      <OtherDoors />
    </Page>
  );
}

/** Keeps its line while the settings are on their way. */
const semesterLine = (semester: string | null): string =>
  semester === null ? '\u00a0' : semesterName(semester);
