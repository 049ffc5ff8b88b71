/** The first page: what is live now, where to go; for those signed in, their own session first. */
import type { VNode } from 'preact';
import { settings } from '../http/account.ts';
import { useAsked } from '../http/asked.ts';
import type { ListedAmphitheatre } from '../http/answers.ts';
import { Card } from '../ui/card.tsx';
import { plural, semesterName } from '../ui/format.ts';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { Page } from '../ui/page.tsx';
import { LiveNow } from './live-now.tsx';
import { MySpace } from './my-space.tsx';
import './home.css';

const LOOK_AGAIN_MS = 10_000;

export function Home(): VNode {
  const amphitheatres = useAsked<readonly ListedAmphitheatre[]>('/amphitheatres', LOOK_AGAIN_MS);
  const known = settings.value;
  const region = known === null ? '' : ` en ${known.region}`;
  return (
    <Page
      title="Accueil"
      hero={
        <div class="home-hero">
          <p class="home-semester">{semesterLine(known?.semester ?? null)}</p>
          <h1>Choix de stage des internes{region}</h1>
          <p class="home-lead">{sizeSentence(amphitheatres.value)}</p>
        </div>
      }
    >
      <ul class="home-doors">
        <Door href="/amphitheatres" icon="calendarTime" word="Amphithéâtres">
          Horaires, listes d’appel et sessions en direct
        </Door>
        <Door href="/affectations" icon="list" word="Affectations">
          Chaque choix, à la seconde où il est enregistré
        </Door>
        <Door href="/aide" icon="info" word="Aide et contact">
          Le jour du choix, joindre l’ARS
        </Door>
      </ul>
      <div class="page-columns">
        <LiveNow asked={amphitheatres} />
        <MySpace amphitheatres={amphitheatres.value} />
      </div>
    </Page>
  );
}

const Door = ({
  href,
  icon,
  word,
  children,
}: {
  readonly href: string;
  readonly icon: IconName;
  readonly word: string;
  readonly children: string;
}): VNode => (
  <li>
    <Card>
      <h2 class="row">
        <Icon name={icon} /> <a href={href}>{word}</a>
      </h2>
      <p class="quiet small">{children}</p>
    </Card>
  </li>
);

function sizeSentence(list: readonly ListedAmphitheatre[] | null): string {
  const follow = 'Suivez les amphithéâtres et les affectations en direct, sans compte.';
  if (list === null || list.length === 0) return follow;
  const people = list.reduce((sum, { people }) => sum + people, 0);
  const posts = list.reduce((sum, { posts }) => sum + posts, 0);
  return `${plural(people, 'interne choisit', 'internes choisissent')} parmi ${plural(posts, 'poste', 'postes')}. ${follow}`;
}

/** Keeps its line while the settings are on their way. */
const semesterLine = (semester: string | null): string =>
  semester === null ? '\u00a0' : semesterName(semester);
