/** The room of one amphitheatre: turn, queue and journal, live, and the acts of the one who moderates it. */
import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import type { AmphitheatreId } from '../../machines/ids.ts';
import { me } from '../http/account.ts';
import type { Live } from '../live/live.ts';
import { LinkNote } from '../ui/link-note.tsx';
import { linkShown } from '../ui/link-shown.ts';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { useLive } from '../ui/use-live.ts';
import { useNow } from '../ui/use-now.ts';
import { ConflictBanner } from './conflict-banner.tsx';
import { JournalCard } from './journal-card.tsx';
import { ModeratorsOnly } from './moderators-only.tsx';
import { QueueCard } from './queue-card.tsx';
import { RoomCounts, RoomStrip } from './room-strip.tsx';
import { Speaker } from './speaker.tsx';
import { TurnCard } from './turn-card.tsx';
import { useRoom } from './use-room.ts';
import './desk-room.css';

export function DeskRoom(): VNode {
  const id = Number(useRoute().params['amphitheatre']);
  const signedIn = (me.value?.moderator ?? null) !== null;
  const live = useLive(signedIn && Number.isInteger(id) ? (id as AmphitheatreId) : null, 'moderator');
  const back = `/salle/${id}`;
  if (live !== null) return <LiveRoom live={live} back={back} />;
  return (
    <Page title="Salle" subtitle="Gestion">
      <h1>Salle</h1>
      <ModeratorsOnly back={back}>
        <Loading lines={8} />
      </ModeratorsOnly>
    </Page>
  );
}

function LiveRoom({ live, back }: { readonly live: Live; readonly back: string }): VNode {
  const { view, conflict, dismiss } = useRoom(live);
  const clientNow = useNow(Date.now);
  const link = live.link.value;
  const session = view === null ? '' : ` · Session ${view.session.number}`;
  return (
    <Page
      title={view === null ? 'Salle' : `Salle, session ${view.session.number}`}
      subtitle={`Gestion${session}`}
      strip={<RoomStrip link={linkShown(link, clientNow)} view={view} />}
    >
      <h1 class="hidden-text">Salle</h1>
      <LinkNote link={link} back={back} onRetry={() => live.retryNow()} />
      {conflict === null ? null : <ConflictBanner conflict={conflict} onSeen={dismiss} />}
      {view === null ? (
        link.kind === 'connecting' ? (
          <Loading lines={8} />
        ) : null
      ) : (
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
      )}
    </Page>
  );
}
