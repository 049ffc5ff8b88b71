/** One intern of the list: blue frame where they choose, green where it is me, the service chosen, never the post (domain §8). */
import type { VNode } from 'preact';
import { callOrderText } from '../../machines/call-order-text.ts';
import type { SessionId } from '../../machines/ids.ts';
import type { PublicSession } from '../../machines/session/public-state.ts';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { Tag } from '../ui/tag.tsx';
import type { TagKind } from '../ui/tag.tsx';
import type { ListRow } from './list-rows.ts';
import { clockShown } from './live-session.ts';
import { useRoom } from './room-context.ts';

interface InternProps {
  readonly row: ListRow;
  readonly session: PublicSession | null;
}

export function Intern({ row, session }: InternProps): VNode {
  const { live } = useRoom();
  const fresh = live.news.value.has(row.person);
  const { number, name, specialty, service, note, kind, mine } = row;
  const frame = mine ? ' intern-mine' : '';
  return (
    <li class={`intern intern-${kind}${frame}${fresh ? ' intern-fresh' : ''}`}>
      <span class="intern-number digits">{callOrderText(number)}</span>
      <span class="intern-name">
        <b>{name}</b>
        <span>{specialty}</span>
      </span>
      <span class="intern-what">
        {service === null ? null : (
          <span class="intern-service">
            <Icon name="circleCheckFilled" />
            <span>
              <b>{service.name}</b>, {service.establishment} ({service.department})
            </span>
          </span>
        )}
        {note === null ? null : <span>{note}</span>}
      </span>
      <span class="intern-tags">
        <StateTag row={row} session={session} />
        {mine ? (
          <Tag kind="mine" icon="userFilled">
            Vous
          </Tag>
        ) : null}
        {fresh ? (
          <Tag kind="paused" icon="refresh">
            Nouveau
          </Tag>
        ) : null}
      </span>
    </li>
  );
}

const TAGS: Readonly<Partial<Record<ListRow['kind'], readonly [TagKind, IconName, string]>>> = {
  absent: ['plain', 'userOff', 'Absence'],
  notChoosing: ['plain', 'calendarOff', 'Ne choisit pas'],
  returned: ['returned', 'back', 'De retour'],
};

function StateTag({ row, session }: InternProps): VNode | null {
  if (row.kind === 'called')
    return (
      <>
        <Tag kind="choosing" icon="hourglass">
          {row.mode === 'choosing' ? 'Choisit' : 'Appel'}
        </Tag>
        {session === null ? null : <Seconds session={session.id} />}
      </>
    );
  const tag = TAGS[row.kind];
  if (tag === undefined) return null;
  const [kind, icon, word] = tag;
  return (
    <Tag kind={kind} icon={icon}>
      {word}
    </Tag>
  );
}

/** Apart: it alone is drawn anew each second. */
function Seconds({ session }: { readonly session: SessionId }): VNode | null {
  const clock = clockShown(useRoom(), session);
  if (clock === null) return null;
  return <b class="digits">{'still' in clock ? clock.still : `${clock.seconds}\u00a0s`}</b>;
}
