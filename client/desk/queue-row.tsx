/** One person of the queue: number, name, DES and status, presence or choice, and the menu of acts. */
import type { VNode } from 'preact';
import { hour } from '../../machines/french-time.ts';
import type { PersonId } from '../../machines/ids.ts';
import type { DeskPerson } from '../../machines/wire/frames.ts';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { CAUSE_WORDS, STATUS_WORDS } from './journal-text.ts';
import { PersonMenu } from './person-menu.tsx';
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
        <PersonMenu person={person} view={view} />
      </td>
    </tr>
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
  if (live === undefined) return <Line icon="clock" tone="quiet" word={beforeStart(view)} />;
  if (live.state.kind === 'excused')
    return (
      <Line icon="calendarOff" tone="quiet" word="Absence prévue">
        {live.state.reason.sealed ?? 'motif noté'}
      </Line>
    );
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

const beforeStart = ({ session }: RoomView): string =>
  session.state === 'closed' ? 'Sans choix' : 'Suivie dès le début';

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
