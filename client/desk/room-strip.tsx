/** The strip of the room: live or not, state, title, who else is here; and the session in numbers. */
import type { VNode } from 'preact';
import { me } from '../http/account.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Strip } from '../ui/strip.tsx';
import type { LinkShown } from '../ui/strip.tsx';
import { SessionTag } from '../ui/tag.tsx';
import { useNow } from '../ui/use-now.ts';
import { moderatorsHere } from './moderators-here.ts';
import type { DeskCounts } from './queue.ts';
import type { RoomView } from './room-view.ts';
import './room-strip.css';

interface RoomStripProps {
  readonly link: LinkShown;
  readonly view: RoomView | null;
}

export function RoomStrip({ link, view }: RoomStripProps): VNode {
  return view === null ? <Strip link={link} now={null} /> : <WholeStrip link={link} view={view} />;
}

function WholeStrip({ link, view }: { readonly link: LinkShown; readonly view: RoomView }): VNode {
  const { session, title, counts, moderators, clock } = view;
  const now = useNow(clock);
  return (
    <Strip
      link={link}
      now={now}
      aside={
        moderators.length === 0 ? null : (
          <span class="room-moderators">
            <Icon name="users" /> {moderatorsHere(moderators, me.value?.moderator?.name ?? '')}
          </span>
        )
      }
      below={
        <div class="room-counts-wide">
          <RoomCounts counts={counts} />
        </div>
      }
    >
      <SessionTag state={session.state} />
      <span class="room-title">
        <b>Session {session.number}</b>
        {title === null ? '' : ` · ${title}`}
      </span>
    </Strip>
  );
}

/** In the strip on a desktop, under the turn's card on a phone, where the strip must stay low. */
export const RoomCounts = ({ counts }: { readonly counts: DeskCounts }): VNode => (
  <dl class="room-counts digits">
    <Count word="Choix faits" value={`${counts.chosen} / ${counts.size}`} />
    {counts.presence === null ? null : (
      <>
        <Count word="En ligne" value={counts.presence.online} />
        <Count word="Hors ligne" value={counts.presence.offline} />
      </>
    )}
    <Count word="Absences" value={counts.absent} />
    <Count word="Prévues" value={counts.planned} />
  </dl>
);

const Count = ({ word, value }: { readonly word: string; readonly value: number | string }): VNode => (
  <div>
    <dt>{word}</dt>
    <dd>{value}</dd>
  </div>
);
