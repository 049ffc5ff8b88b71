/** One person of the queue: number, name, DES and status, presence or choice, and the menu of acts. */
import type { VNode } from 'preact';
import { hour } from '../../machines/french-time.ts';
import type { PersonId } from '../../machines/ids.ts';
import type { DeskPerson } from '../../machines/wire/frames.ts';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { IconButton } from '../ui/button.tsx';
import { CAUSE_WORDS, STATUS_WORDS } from './journal-text.ts';
import { isLive } from './desk-command.ts';
import { personActs, phaseOf } from './person-acts.ts';
import type { RoomView } from './room-view.ts';

interface QueueRowProps {
  readonly person: PersonId;
  readonly view: RoomView;
}

export function QueueRow({ person, view }: QueueRowProps): VNode {
  const { names, people, session } = view;
  const known = names.person(person);
  const live = people.get(person);
  const called = session.called?.person === person;
  const returned = session.returned.includes(person);
  return (
    <tr class={called ? 'queue-called' : returned ? 'queue-returned' : ''}>
      <td class="digits">{known?.callOrder ?? '–'}</td>
      <th scope="row">
        <b>{names.name(person)}</b>
        <span class="quiet small">
          {known === undefined ? null : names.specialty(known.specialty)}
          {live === undefined || live.status === 'classic' ? null : <b> · {STATUS_WORDS[live.status]}</b>}
          {live?.mandate === true ? <b> · Procuration</b> : null}
          {returned ? <b> · De retour</b> : null}
        </span>
      </th>
      <td>
        <Standing person={person} live={live} view={view} />
      </td>
      <td>
        <RowActs person={person} live={live} view={view} />
      </td>
    </tr>
  );
}

/** No menu where there is nothing to do: what has been chosen is final, and the row says it. */
function RowActs({ person, live, view }: StandingProps): VNode | null {
  if (live === undefined) return null;
  const { kind } = live.state;
  if (personActs(kind, phaseOf(view.session)).length === 0) return null;
  return (
    <IconButton
      icon="dots"
      label={`Actions pour ${view.names.name(person)}`}
      onClick={() => view.ask({ kind: 'menu', person, on: kind })}
    />
  );
}

interface StandingProps extends QueueRowProps {
  readonly live: DeskPerson | undefined;
}

function Standing({ person, live, view }: StandingProps): VNode {
  const shown = view.state.people.get(person);
  if (shown?.state === 'chosen' && shown.service !== null)
    return (
      <Line icon="circleCheck" tone="good" word={view.names.service(shown.service)}>
        {shown.at === null ? '' : `à ${hour(shown.at)}`}
      </Line>
    );
  if (live?.state.kind === 'excused')
    return (
      <Line icon="calendarOff" tone="quiet" word="Absence prévue">
        {live.state.reason.sealed ?? 'motif noté'}
      </Line>
    );
  if (live === undefined || !isLive(view.session)) return <Unfollowed person={person} view={view} />;
  const since = live.since === null ? 'jamais en ligne' : `depuis ${hour(live.since)}`;
  const word = live.connected ? 'En ligne' : 'Hors ligne';
  const icon: IconName = live.connected ? 'plug' : 'plugOff';
  const cause = live.state.kind === 'absent' ? `Absence, ${CAUSE_WORDS[live.state.cause]} · ` : '';
  return (
    <Line icon={icon} tone={live.connected ? 'good' : 'bad'} word={word}>
      {`${cause}${since}`}
    </Line>
  );
}

/** Presence is followed from `start` to `close` only (domain §3). */
function Unfollowed({ person, view: { session, state } }: QueueRowProps): VNode {
  const absent = state.people.get(person)?.state === 'absent';
  if (session.state === 'closed')
    return <Line icon="circleX" tone="quiet" word={absent ? 'Absence' : 'Sans choix'} />;
  return <Line icon="clock" tone="quiet" word={isLive(session) ? 'En attente' : 'Suivie dès le début'} />;
}

interface LineProps {
  readonly icon: IconName;
  readonly tone: 'good' | 'bad' | 'quiet';
  readonly word: string;
  readonly children?: string;
}

const Line = ({ icon, tone, word, children }: LineProps): VNode => (
  <span class={`standing standing-${tone}`}>
    <Icon name={icon} />
    <span>
      <span class="standing-word">{word}</span>
      {children === undefined || children === '' ? null : <span class="quiet small">{children}</span>}
    </span>
  </span>
);
