/** The room of one amphitheatre: turn, queue and journal, live, and the acts of the one who moderates it. */
import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';
import type { AmphitheatreId } from '../../machines/ids.ts';
import { me } from '../http/account.ts';
import type { Live } from '../live/live.ts';
import { Alert } from '../ui/alert.tsx';
import { LinkNote } from '../ui/link-note.tsx';
import { linkShown } from '../ui/link-shown.ts';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { useLive } from '../ui/use-live.ts';
import { useNow } from '../ui/use-now.ts';
import { Asked } from './asked.tsx';
import { askAgain } from './asking.ts';
import { ConflictBanner } from './conflict-banner.tsx';
import { JournalCard } from './journal-card.tsx';
import { ModeratorsOnly } from './moderators-only.tsx';
import { QueueCard } from './queue-card.tsx';
import { RoomCounts, RoomStrip } from './room-strip.tsx';
import type { RoomView } from './room-view.ts';
import { SessionBar } from './session-bar.tsx';
import { Speaker } from './speaker.tsx';
import { TurnCard } from './turn-card.tsx';
import { useRoom } from './use-room.ts';
import './desk-room.css';

export function DeskRoom(): VNode {
  const { params, query } = useRoute();
  const id = Number(params['amphitheatre']);
  const asked = Number(query['session']);
  const signedIn = (me.value?.moderator ?? null) !== null;
  const live = useLive(signedIn && Number.isInteger(id) ? (id as AmphitheatreId) : null, 'moderator');
  const back = `/salle/${id}`;
  if (live !== null)
    return <LiveRoom key={id} live={live} back={back} asked={Number.isInteger(asked) ? asked : null} />;
  return (
    <Page title="Salle" subtitle="Gestion">
      <h1>Salle</h1>
      <ModeratorsOnly back={back}>
        <Loading lines={8} />
      </ModeratorsOnly>
    </Page>
  );
}

interface LiveRoomProps {
  readonly live: Live;
  readonly back: string;
  readonly asked: number | null;
}

function LiveRoom({ live, back, asked }: LiveRoomProps): VNode {
  const { view, conflict, dismiss, asking, onAsk, onSend, onClose } = useRoom(live, asked);
  const clientNow = useNow(Date.now);
  const link = live.link.value;
  const again = conflict === null || view === null ? null : askAgain(conflict.command, view);
  useFocusKept(asking === null);
  const session = view === null ? '' : ` · Session ${view.session.number}`;
  return (
    <Page
      title={view === null ? 'Salle' : `Salle, session ${view.session.number}`}
      subtitle={`Gestion${session}`}
      strip={<RoomStrip link={linkShown(link, clientNow)} view={view} />}
    >
      <h1 class="hidden-text">Salle</h1>
      <LinkNote link={link} back={back} onRetry={() => live.retryNow()} />
      {conflict === null ? null : (
        <ConflictBanner
          conflict={conflict}
          onSeen={dismiss}
          onAgain={
            again === null || view === null
              ? null
              : () => {
                  dismiss();
                  view.ask(again);
                }
          }
        />
      )}
      {view === null ? link.kind === 'connecting' ? <Loading lines={8} /> : null : <Shown view={view} />}
      {asking === null || view === null ? null : (
        <Asked
          key={asking.kind}
          asking={asking}
          view={view}
          onAsk={onAsk}
          onSend={onSend}
          onClose={onClose}
        />
      )}
    </Page>
  );
}

const Shown = ({ view }: { readonly view: RoomView }): VNode => (
  <>
    {view.suspended ? (
      <Alert kind="attention" title="Enregistrement indisponible : le temps est arrêté">
        <p>Rien ne peut être décidé ni perdu pour l’instant. La session repart dès que l’écriture revient.</p>
      </Alert>
    ) : null}
    <SessionBar view={view} />
    <div class="room-columns">
      <div class="room-turn stack">
        <TurnCard view={view} />
        <div class="room-counts-phone">
          <RoomCounts counts={view.counts} />
        </div>
      </div>
      <QueueCard view={view} />
      <JournalCard view={view} />
      <Speaker view={view} />
    </div>
  </>
);

/** The row that a dialog was opened from may be gone when it closes: the focus then goes to the page, not to nowhere. */
function useFocusKept(closed: boolean): void {
  const opened = useRef(false);
  useEffect(() => {
    if (closed && opened.current && document.activeElement === document.body)
      document.getElementById('contenu')?.focus({ preventScroll: true });
    opened.current = !closed;
  }, [closed]);
}
