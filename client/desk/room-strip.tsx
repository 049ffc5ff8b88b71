/** The strip of the room: live or not, state, title, who else is here; and the session in numbers. */
import type { VNode } from 'preact';
import { me } from '../http/account.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { number } from '../ui/format.ts';
import { sessionName } from '../ui/session-name.ts';
import { Strip } from '../ui/strip.tsx';
import type { LinkShown } from '../ui/strip.tsx';
import { SessionTag } from '../ui/tag.tsx';
import { useNow } from '../ui/use-now.ts';
import { moderatorsHere } from './moderators-here.ts';
import { paceShown } from './pace-shown.ts';
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
  const { session, title, moderators, clock } = view;
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
          <RoomCounts view={view} />
        </div>
      }
    >
      <SessionTag state={session.state} />
      <span class="room-title">
        <b>{sessionName(session)}</b>
        {title === null ? '' : ` · ${title}`}
      </span>
    </Strip>
  );
}

/** Below a desktop's width the strip has no room for it: which amphitheatre this is, and who else is in its room. */
export const RoomWhere = ({ view: { session, title, moderators } }: { readonly view: RoomView }): VNode => (
  <p class="room-where">
    <b>{title ?? sessionName(session)}</b>
    {title === null ? '' : `, ${sessionName(session).toLocaleLowerCase('fr')}`}
    {moderators.length === 0 ? null : (
      <span class="quiet small">
        <Icon name="users" /> {moderatorsHere(moderators, me.value?.moderator?.name ?? '')}
      </span>
    )}
  </p>
);

/** In the strip on a desktop, under the turn's card on a phone, where the strip must stay low. */
export function RoomCounts({ view: { counts, state, session, clock } }: { readonly view: RoomView }): VNode {
  const now = useNow(clock);
  const { rhythm, end, planned } = paceShown(state, session, counts.size, now);
  return (
    <dl class="room-counts digits">
      <Count word="Choix faits" value={`${number(counts.chosen)} / ${number(counts.size)}`} />
      {counts.presence === null ? null : (
        <>
          <Count word="En ligne" value={counts.presence.online} />
          <Count word="Hors ligne" value={counts.presence.offline} />
        </>
      )}
      <Count word="Absences" value={counts.absent} />
      <Count word="Prévues" value={counts.planned} />
      {rhythm === null ? null : <Count word="Rythme" value={rhythm} />}
      {end === null ? null : <Count word="Fin estimée" value={end} />}
      {planned === null ? null : <Count word="prévue" value={planned} />}
    </dl>
  );
}

const Count = ({ word, value }: { readonly word: string; readonly value: number | string }): VNode => (
  <div>
    <dt>{word}</dt>
    <dd>{typeof value === 'number' ? number(value) : value}</dd>
  </div>
);
