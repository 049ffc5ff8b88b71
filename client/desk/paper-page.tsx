/** «Papier» (`/salle/:id/papier?session=n`): the room's state on one page, to print and go on by hand. Moderators only. */
import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { clockTime } from '../../machines/french-time.ts';
import { me, settings } from '../http/account.ts';
import type { SessionId } from '../../machines/ids.ts';
import type { Live } from '../live/live.ts';
import { Alert } from '../ui/alert.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { dayAndYear, plural } from '../ui/format.ts';
import { LinkNote } from '../ui/link-note.tsx';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { RehearsalStrip } from '../ui/rehearsal-strip.tsx';
import { sessionName, titleOf } from '../ui/session-name.ts';
import { SessionTag } from '../ui/tag.tsx';
import { useNow } from '../ui/use-now.ts';
import { ModeratorsOnly } from './moderators-only.tsx';
import { paperOf, seatsOf } from './paper.ts';
import type { Paper, PaperPerson } from './paper.ts';
import { PaperChoices, PaperLines, PaperPeople } from './paper-tables.tsx';
import { CountsNot, roomHref } from './rehearsal-words.tsx';
import type { RoomView } from './room-view.ts';
import { useDeskPage } from './use-desk-page.ts';
import { useRoom } from './use-room.ts';
import './paper-page.css';

export function PaperPage(): VNode {
  const { query } = useRoute();
  const asked = Number(query['session']);
  const rehearsal = 'blanc' in query ? (Number(query['blanc']) as SessionId) : null;
  const { id, live } = useDeskPage(false, rehearsal);
  const back = `/salle/${id}/papier?${rehearsal === null ? `session=${query['session'] ?? ''}` : `blanc=${rehearsal}`}`;
  return (
    <Page
      title={titleOf('Suite sur papier', rehearsal !== null)}
      subtitle="Gestion · Papier"
      strip={rehearsal === null ? null : <RehearsalStrip />}
    >
      <h1 class="paper-heading">Suite sur papier</h1>
      <ModeratorsOnly back={back}>
        {live === null ? (
          <Loading lines={8} />
        ) : (
          <Sheet live={live} back={back} asked={Number.isInteger(asked) && asked > 0 ? asked : null} />
        )}
      </ModeratorsOnly>
    </Page>
  );
}

const AFTERWARDS = {
  session:
    'Notez le numéro du poste et l’heure, puis reportez chaque choix dans «\u00a0À affecter\u00a0», case «\u00a0Décidé par téléphone, service interrompu\u00a0».',
  rehearsal: 'D’un amphi blanc, rien n’est à reporter ensuite.',
};

interface SheetProps {
  readonly live: Live;
  readonly back: string;
  readonly asked: number | null;
}

function Sheet({ live, back, asked }: SheetProps): VNode {
  const { view } = useRoom(live, asked);
  const link = live.link.value;
  const stoppedAt = link.kind === 'lost' ? link.stoppedAt : null;
  return (
    <>
      <div class="paper-screen stack">
        <LinkNote
          link={link}
          rehearsal={view?.session.rehearsal === true}
          back={back}
          onRetry={() => live.retryNow()}
        />
        <Alert kind="told" title="À imprimer avant d’en avoir besoin, et à chaque pause">
          <p>
            Si le service s’arrête, continuez avec cette feuille : même ordre, même durée de tour.{' '}
            {AFTERWARDS[view?.session.rehearsal === true ? 'rehearsal' : 'session']} La feuille ne porte ni
            motif ni téléphone, et personne n’y est nommé à côté d’un numéro de poste.
          </p>
        </Alert>
        <div class="row">
          <Button icon="download" onClick={() => window.print()}>
            Imprimer
          </Button>
          {view === null ? null : (
            <LinkButton kind="edge" icon="left" href={roomHref(view.state.amphitheatre, view.session)}>
              Retour à la salle
            </LinkButton>
          )}
        </div>
      </div>
      {view === null ? <Loading lines={10} /> : <Shown view={view} stoppedAt={stoppedAt} />}
    </>
  );
}

function Shown({ view, stoppedAt }: { readonly view: RoomView; readonly stoppedAt: number | null }): VNode {
  const clock = useNow(view.clock);
  const { directory, session } = view;
  const now = stoppedAt ?? clock;
  const state = `état du ${dayAndYear(now)} à ${clockTime(now)}`;
  useEachSheet(
    directory === null
      ? null
      : `${directory.title}, ${sessionName(session).toLocaleLowerCase('fr')}, ${state}`,
  );
  if (directory === null) return <Loading lines={10} />;
  const paper = paperOf(view, directory, now);
  return (
    <article class="paper">
      <Head view={view} title={directory.title} now={now} lost={stoppedAt !== null} />
      {paper.called === null ? (
        <p>Personne n’est à l’appel.</p>
      ) : (
        <>
          <h3>
            À l’appel <span class="digits">({paper.called.remains})</span>
          </h3>
          <PaperPeople caption="À l’appel" standing="Présence" people={[paper.called.person]} />
        </>
      )}
      <Section title="Ordre de passage" none="Plus personne n’attend." people={paper.coming} />
      <Section
        title="Absences : de retour, juste après la personne qui choisit"
        none="Aucune absence."
        standing="Cause, présence"
        people={paper.absent}
      />
      <Section title="Absences prévues : hors de l’appel" none="Aucune." people={paper.excused} />
      <Section
        title="Tours passés sans poste possible : à affecter après la dernière session"
        none="Aucun."
        standing="Situation, présence"
        people={paper.passed}
      />
      <h3>Postes libres ({paper.seats})</h3>
      {paper.free.length === 0 ? (
        <p>Aucun poste libre.</p>
      ) : (
        <PaperLines caption="Postes libres" numbersAre="Numéros libres, à rayer" lines={paper.free} />
      )}
      <Beside lines={paper.beside} cap={view.supernumeraryCap} />
      <h3>Choix faits ({paper.chosen.length})</h3>
      {paper.chosen.length === 0 ? <p>Aucun choix fait.</p> : <PaperChoices choices={paper.chosen} />}
      <p class="paper-foot">
        Document de travail de l’ARS, à détruire une fois les choix reportés. Page préparée par{' '}
        {me.value?.moderator?.name ?? ''}.
      </p>
    </article>
  );
}

interface HeadProps {
  readonly view: RoomView;
  readonly title: string;
  readonly now: number;
  readonly lost: boolean;
}

const Head = ({ view: { session, seq, counts }, title, now, lost }: HeadProps): VNode => (
  <header class="paper-head">
    <h2>
      {title}, {sessionName(session).toLocaleLowerCase('fr')}
    </h2>
    {session.rehearsal ? <CountsNot /> : null}
    <p class="digits">
      <SessionTag state={session.state} /> État du {dayAndYear(now)} à <b>{clockTime(now)}</b>
      {lost ? ' (connexion perdue depuis)' : ''}
      {seq === 0 ? '' : ` · ligne ${seq} du journal`} · {counts.chosen} choix faits sur {counts.size} · tour
      de {Math.round(session.turnMs / 1_000)} s · {settings.value?.agency.name ?? ''}
    </p>
  </header>
);

/** What is filled and may be chosen all the same: only where somebody who may is left. */
const Beside = ({
  lines,
  cap,
}: {
  readonly lines: Paper['beside'];
  readonly cap: number | null;
}): VNode | null =>
  lines === null ? null : (
    <>
      <h3>Postes pourvus, encore ouverts en surnombre ({seatsOf(lines)})</h3>
      <p>
        Validant : un choix classique mieux classé, noté sur cette feuille, peut fermer une ligne.
        {cap === null ? '' : ` Au plus ${plural(cap, 'surnombre', 'surnombres')} par service.`}
      </p>
      {lines.length === 0 ? (
        <p>Aucun.</p>
      ) : (
        <PaperLines
          caption="Postes pourvus, ouverts en surnombre"
          numbersAre="Numéros pourvus"
          lines={lines}
        />
      )}
    </>
  );

/** At the foot of each sheet, beside its number (paper-page.css): sheets of two moments, or two sessions, never mix. */
function useEachSheet(text: string | null): void {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--paper-sheet', text === null ? '""' : JSON.stringify(text));
    return () => void style.removeProperty('--paper-sheet');
  }, [text]);
}

interface SectionProps {
  readonly title: string;
  readonly none: string;
  readonly standing?: string;
  readonly people: readonly PaperPerson[];
}

const Section = ({ title, none, standing = 'Présence', people }: SectionProps): VNode => (
  <>
    <h3>
      {title} ({people.length})
    </h3>
    {people.length === 0 ? (
      <p>{none}</p>
    ) : (
      <PaperPeople caption={title} standing={standing} people={people} />
    )}
  </>
);
