/** The room of one amphitheatre: turn, queue and journal, live, and the acts of the one who moderates it. */
import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';
import type { AmphitheatreId, SessionId } from '../../machines/ids.ts';
import { me } from '../http/account.ts';
import type { Live } from '../live/live.ts';
import { useOwnChange } from '../notifications/use-own-change.ts';
import { lookAtWaiting } from '../status/waiting.ts';
import { Alert } from '../ui/alert.tsx';
import { LinkNote } from '../ui/link-note.tsx';
import { linkShown } from '../ui/link-shown.ts';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { RehearsalStrip } from '../ui/rehearsal-strip.tsx';
import { sessionName, titleOf } from '../ui/session-name.ts';
import { useLive } from '../ui/use-live.ts';
import { useNow } from '../ui/use-now.ts';
import { Asked } from './asked.tsx';
import { askAgain } from './asking.ts';
import { ConflictBanner } from './conflict-banner.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { JournalCard } from './journal-card.tsx';
import { MessageCard } from './message-card.tsx';
import { ModeratorsOnly } from './moderators-only.tsx';
import { QueueCard } from './queue-card.tsx';
import { RoomElsewhere } from './room-elsewhere.tsx';
import { RoomCounts, RoomStrip, RoomWhere } from './room-strip.tsx';
import type { RoomView } from './room-view.ts';
import { SessionBar } from './session-bar.tsx';
import { Speaker } from './speaker.tsx';
import { TurnCard } from './turn-card.tsx';
import { useRoom } from './use-room.ts';
import { useShortcuts } from './use-shortcuts.ts';
import './desk-room.css';

export function DeskRoom(): VNode {
  const { params, query } = useRoute();
  const id = Number(params['amphitheatre']);
  const asked = Number(query['session']);
  const rehearsal = 'blanc' in query ? (Number(query['blanc']) as SessionId) : null;
  const signedIn = (me.value?.moderator ?? null) !== null;
  const live = useLive(
    signedIn && Number.isInteger(id) ? (id as AmphitheatreId) : null,
    'moderator',
    rehearsal,
  );
  const back = rehearsal === null ? `/salle/${id}` : `/salle/${id}?blanc=${rehearsal}`;
  if (live !== null)
    return (
      <LiveRoom
        key={back}
        live={live}
        back={back}
        rehearsal={rehearsal !== null}
        asked={Number.isInteger(asked) ? asked : null}
      />
    );
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
  readonly rehearsal: boolean;
  readonly asked: number | null;
}

function LiveRoom({ live, back, rehearsal, asked }: LiveRoomProps): VNode {
  const { view, conflict, dismiss, asking, onAsk, onSend, onClose } = useRoom(live, asked);
  const shortcuts = useShortcuts(view, asking !== null);
  const clientNow = useNow(Date.now);
  const link = live.link.value;
  const again = conflict === null || view === null ? null : askAgain(conflict.command, view);
  useFocusKept(asking === null);
  useOwnChange(live, 'requests', lookAtWaiting);
  const session = view === null ? '' : ` · ${sessionName(view.session)}`;
  return (
    <Page
      title={titleOf(view === null ? 'Salle' : `Salle, session ${view.session.number}`, rehearsal)}
      subtitle={`Gestion${session}`}
      strip={
        <div class="strips">
          <RoomStrip link={linkShown(link, clientNow)} view={view} />
          {rehearsal ? <RehearsalStrip /> : null}
        </div>
      }
    >
      <h1 class="hidden-text">Salle</h1>
      <LinkNote link={link} rehearsal={rehearsal} back={back} onRetry={() => live.retryNow()} />
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
      {asking?.kind === 'help' ? (
        <HelpDialog on={shortcuts.on} onTurn={shortcuts.turn} onClose={onClose} />
      ) : null}
      {asking === null || asking.kind === 'help' || view === null ? null : (
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
    {view.suspended === null ? null : (
      <Alert kind="attention" title="Enregistrement indisponible : le temps est arrêté">
        <p>Rien ne peut être décidé ni perdu pour l’instant. La session repart dès que l’écriture revient.</p>
      </Alert>
    )}
    <RoomWhere view={view} />
    <SessionBar view={view} />
    <div class="room-columns">
      <div class="room-turn stack">
        <TurnCard view={view} />
        <div class="room-counts-phone">
          <RoomCounts view={view} />
        </div>
      </div>
      <QueueCard view={view} />
      <div class="room-side stack">
        <JournalCard view={view} />
        <MessageCard view={view} />
        <RoomElsewhere view={view} />
      </div>
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
