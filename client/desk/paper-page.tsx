/** «Papier» (`/salle/:id/papier?session=n`): the room's state on one page, to print and go on by hand. Moderators only. */
import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import { clockTime } from '../../machines/french-time.ts';
import { me, settings } from '../http/account.ts';
import type { SessionId } from '../../machines/ids.ts';
import type { Live } from '../live/live.ts';
import { Alert } from '../ui/alert.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { dayAndYear } from '../ui/format.ts';
import { LinkNote } from '../ui/link-note.tsx';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { RehearsalStrip } from '../ui/rehearsal-strip.tsx';
import { sessionName, titleOf } from '../ui/session-name.ts';
import { SessionTag } from '../ui/tag.tsx';
import { useNow } from '../ui/use-now.ts';
import { ModeratorsOnly } from './moderators-only.tsx';
import { paperOf } from './paper.ts';
import { PaperLines, PaperPeople } from './paper-tables.tsx';
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
            motif ni téléphone.
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
  const { directory, session, seq, counts } = view;
  if (directory === null) return <Loading lines={10} />;
  const now = stoppedAt ?? clock;
  const paper = paperOf(view, directory, now);
  return (
    <article class="paper">
      <header class="paper-head">
        <h2>
          {directory.title}, {sessionName(session).toLocaleLowerCase('fr')}
        </h2>
        {session.rehearsal ? <CountsNot /> : null}
        <p class="digits">
          <SessionTag state={session.state} /> État du {dayAndYear(now)} à <b>{clockTime(now)}</b>
          {stoppedAt === null ? '' : ' (connexion perdue depuis)'}
          {seq === 0 ? '' : ` · ligne ${seq} du journal`} · {counts.chosen} choix faits sur {counts.size} ·
          tour de {Math.round(session.turnMs / 1_000)} s · {settings.value?.agency.name ?? ''}
        </p>
      </header>
      {paper.called === null ? (
        <p>Personne n’est à l’appel.</p>
      ) : (
        <>
          <h3>
            À l’appel <span class="digits">({paper.called.remains})</span>
          </h3>
          <PaperPeople caption="À l’appel" people={[paper.called.person]} />
        </>
      )}
      <Section title="Ordre de passage" none="Plus personne n’attend." people={paper.coming} />
      <Section
        title="Absences : de retour, juste après la personne qui choisit"
        none="Aucune absence."
        people={paper.absent}
      />
      <Section title="Absences prévues : hors de l’appel" none="Aucune." people={paper.excused} />
      <h3>Postes libres ({paper.seats})</h3>
      {paper.free.length === 0 ? <p>Aucun poste libre.</p> : <PaperLines lines={paper.free} />}
      <p class="paper-foot">
        Document de travail de l’ARS, à détruire une fois les choix reportés. Page préparée par{' '}
        {me.value?.moderator?.name ?? ''}.
      </p>
    </article>
  );
}

interface SectionProps {
  readonly title: string;
  readonly none: string;
  readonly people: Parameters<typeof PaperPeople>[0]['people'];
}

const Section = ({ title, none, people }: SectionProps): VNode => (
  <>
    <h3>
      {title} ({people.length})
    </h3>
    {people.length === 0 ? <p>{none}</p> : <PaperPeople caption={title} people={people} />}
  </>
);
