/**
 * «États»: the chart of a session drawn from the machine itself, live, and the same in tables. For administrators, and
 * for everyone in development; the server decides who is answered. Loaded with its machine and its layout when it is opened.
 */
import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { me, settings } from '../http/account.ts';
import type { ListedAmphitheatre, Rehearsal } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { Alert } from '../ui/alert.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { LinkNote } from '../ui/link-note.tsx';
import { announce } from '../ui/live-regions.tsx';
import { Empty, Loading } from '../ui/loading.tsx';
import { signInHref } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { SessionTag } from '../ui/tag.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { openChartLine } from './chart-line.ts';
import type { ChartLine } from './chart-line.ts';
import { Drawing } from './drawing.tsx';
import { chartNow, presentText, refusalWords, UNKNOWN } from './now.ts';
import type { ChartNow } from './now.ts';
import { readChart } from './read-chart.ts';
import type { ChartState } from './read-chart.ts';
import { sessionsToSee } from './sessions.ts';
import type { Listed } from './sessions.ts';
import { CommandTable, StateTable } from './tables.tsx';
import './chart-page.css';

const LOOK_AGAIN_MS = 5_000;

export function ChartPage(): VNode {
  const { params } = useRoute();
  const asked = Number(params['session'] ?? Number.NaN);
  const moderator = (me.value?.moderator ?? null) !== null;
  const path = me.value === null ? null : `/amphitheatres${moderator ? '?all=1' : ''}`;
  const amphitheatres = useAsked<readonly ListedAmphitheatre[]>(path, LOOK_AGAIN_MS);
  const rehearsals = useAsked<readonly Rehearsal[]>(moderator ? '/desk/rehearsals' : null, LOOK_AGAIN_MS);
  const chart = useMemo(() => readChart(), []);
  const listed =
    amphitheatres.value === null ? null : sessionsToSee(amphitheatres.value, rehearsals.value ?? [], asked);
  const shown = listed?.find(({ id }) => id === asked) ?? null;
  return (
    <Page title="États d’une session" subtitle="Gestion · États">
      <div>
        <h1>États d’une session</h1>
        <p class="quiet">Le diagramme est lu dans le programme qui décide, pas recopié.</p>
      </div>
      <Trouble asked={amphitheatres} />
      {listed === null ? <Loading lines={2} /> : <Chooser listed={listed} asked={asked} />}
      {shown === null ? (
        <>
          <Seen chart={chart} now={UNKNOWN} />
          <States chart={chart} now={UNKNOWN} />
        </>
      ) : (
        <Followed key={shown.id} chart={chart} shown={shown} moderator={moderator} />
      )}
    </Page>
  );
}

interface ChooserProps {
  readonly listed: readonly Listed[];
  readonly asked: number;
}

function Chooser({ listed, asked }: ChooserProps): VNode {
  const known = listed.some(({ id }) => id === asked);
  return (
    <nav aria-label="Sessions à suivre" class="stack">
      {Number.isNaN(asked) || known ? null : (
        <Alert kind="attention" title="Cette session n’existe pas, ou n’est pas publiée" />
      )}
      {listed.length === 0 ? (
        <Empty icon="calendarTime" title="Aucune session en cours">
          <p>Démarrez-en une dans sa salle : son état s’allumera ici.</p>
          {settings.value?.development === true ? <a href="/aide">Aide</a> : null}
        </Empty>
      ) : (
        <ul class="chart-sessions">
          {listed.map(({ id, title, name, state }) => (
            <li key={id}>
              <a href={`/etats/${id}`} aria-current={id === asked ? 'page' : undefined}>
                <b>{title}</b>
                <span class="digits">{name}</span>
                <SessionTag state={state} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

interface FollowedProps {
  readonly chart: readonly ChartState[];
  readonly shown: Listed;
  readonly moderator: boolean;
}

function Followed({ chart, shown, moderator }: FollowedProps): VNode {
  const { id: session, amphitheatre, rehearsal, title, name, room } = shown;
  const [line, setLine] = useState<ChartLine | null>(null);
  // As the public where that is enough: a moderator who looks at the chart is not in the room.
  const enough = settings.value?.development === true && shown.published && !rehearsal;
  const realm = moderator && !enough ? 'moderator' : 'public';
  useEffect(() => {
    const opened = openChartLine({ amphitheatre, session, rehearsal, realm });
    setLine(opened);
    return () => opened.close();
  }, [amphitheatre, session, rehearsal, realm]);
  const told = line?.chart.value ?? null;
  const refusal = line?.refusal.value ?? null;
  const now = useMemo(() => chartNow(told), [told]);
  const present = presentText(now, chart);
  useEffect(() => {
    if (told !== null) announce('status', `État présent\u00a0: ${present}.`);
  }, [present, told === null]);
  return (
    <>
      {line === null ? null : (
        <LinkNote link={line.link.value} back={`/etats/${session}`} onRetry={() => line.retryNow()} />
      )}
      {refusal === null ? null : (
        <Alert
          kind="refused"
          title="État non montré"
          acts={<LinkButton href={signInHref('moderator', `/etats/${session}`)}>Se connecter</LinkButton>}
        >
          <p>{refusalWords(refusal)} Cette page est pour l’administration.</p>
        </Alert>
      )}
      {told === null ? null : (
        <p class="chart-now digits">
          <b>
            {title}, {name.toLocaleLowerCase('fr')}
          </b>
          <span>
            État présent : <b>{present}</b>
          </span>
          <span class="quiet">ligne {told.seq} du journal</span>
          {moderator ? <a href={room}>Sa salle</a> : null}
        </p>
      )}
      <Seen chart={chart} now={now} />
      <div class="chart-columns">
        {told === null ? null : (
          <Card title="Commandes" flush>
            <CommandTable commands={told.commands} />
          </Card>
        )}
        <States chart={chart} now={now} />
      </div>
    </>
  );
}

interface SeenProps {
  readonly chart: readonly ChartState[];
  readonly now: ChartNow;
}

const States = ({ chart, now }: SeenProps): VNode => (
  <Card title="État par état" flush>
    <StateTable chart={chart} now={now} />
  </Card>
);

function Seen({ chart, now }: SeenProps): VNode {
  const box = useRef<HTMLElement>(null);
  const [follows, setFollows] = useState(true);
  const present = presentText(now, chart);
  useEffect(() => {
    if (follows) scrollInside(box.current);
  }, [present, follows]);
  return (
    <div class="stack chart-seen">
      <div class="split">
        <h2>Diagramme</h2>
        {now.present.size === 0 ? null : (
          <label class="chart-follow">
            <input
              type="checkbox"
              checked={follows}
              onChange={event => setFollows(event.currentTarget.checked)}
            />
            Suivre l’état présent
          </label>
        )}
      </div>
      <section class="chart-box" ref={box} tabIndex={0} aria-label="Diagramme, à faire défiler">
        <Drawing
          chart={chart}
          now={now}
          label={`Diagramme des états d’une session. État présent\u00a0: ${present}. Les tableaux de cette page disent la même chose.`}
        />
      </section>
      <p class="quiet small">
        Un losange : la commande mène au premier de ces états qui convient, selon la file.{' '}
        <Icon name="check" /> possible maintenant, <Icon name="close" /> refusé maintenant.
      </p>
    </div>
  );
}

/** The page itself stays where it is: only the box goes to the present state; before one is known, to the first. */
function scrollInside(box: HTMLElement | null): void {
  const state = box?.querySelector('.chart-state-present') ?? box?.querySelector('.chart-state');
  if (box === null || state === null || state === undefined) return;
  const [around, there] = [box.getBoundingClientRect(), state.getBoundingClientRect()];
  box.scrollLeft += there.left + there.width / 2 - around.left - around.width / 2;
  box.scrollTop += there.top + there.height / 2 - around.top - around.height / 2;
}
