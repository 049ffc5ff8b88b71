/** One person of the queue: number, name, DES and status, presence or choice, and the menu of acts. */
import type { VNode } from 'preact';
import { hour } from '../../machines/french-time.ts';
import type { PersonId } from '../../machines/ids.ts';
import type { DeskPerson } from '../../machines/wire/frames.ts';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { IconButton } from '../ui/button.tsx';
import { CAUSE_WORDS } from './journal-text.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';
import { isFollowed, isLive } from './desk-command.ts';
import { lateText } from './evidence.ts';
import { personActs } from './person-acts.ts';
import { presenceText, presenceTextBefore, sinceText, sinceTextBefore } from './presence-text.ts';
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
      <td class="digits">{names.number(person)}</td>
      <th scope="row">
        <b>{names.name(person)}</b>
        <span class="quiet small">
          {known === undefined ? null : names.specialty(known.specialty)}
          {live === undefined || live.status === 'classic' ? null : <b> · {STATUS_WORDS[live.status]}</b>}
          {live?.mandate === true ? <b> · Procuration</b> : null}
          {returned ? <b> · De retour</b> : null}
          {(live?.extraTurnMs ?? 0) > 0 ? <b> · Tour plus long</b> : null}
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

/** No menu where there is nothing to do. */
function RowActs({ person, live, view }: StandingProps): VNode | null {
  if (live === undefined) return null;
  const { kind } = live.state;
  if (personActs(kind, view.situation).length === 0) return null;
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
      <Line icon="circleCheck" tone="done" word={view.names.service(shown.service)}>
        {shown.at === null ? '' : `à ${hour(shown.at)}`}
      </Line>
    );
  const state = live?.state;
  if (state?.kind === 'excused')
    return (
      <Line icon="calendarOff" tone="quiet" word="Absence prévue">
        {state.reason.sealed ?? 'motif noté'}
      </Line>
    );
  if (state?.kind === 'passed' || state?.kind === 'withoutPost')
    return (
      <Line icon="skip" tone="quiet" word={state.kind === 'passed' ? 'Aucun poste possible' : 'Sans poste'}>
        {state.kind === 'passed' ? 'tour passé, à affecter' : ''}
      </Line>
    );
  if (live === undefined || !isFollowed(view.session)) return <Unfollowed person={person} view={view} />;
  const begun = isLive(view.session);
  const cause = state?.kind === 'absent' ? `absence, ${CAUSE_WORDS[state.cause]}` : '';
  const late = state?.kind === 'absent' ? lateText(view.recorded.get(person)?.late.length ?? 0) : '';
  return (
    <Line
      icon={live.connected ? 'plug' : 'plugOff'}
      tone={live.connected ? 'good' : 'bad'}
      word={live.connected ? 'En ligne' : 'Hors ligne'}
      title={begun ? presenceText(live) : presenceTextBefore(live)}
    >
      {[begun ? sinceText(live) : sinceTextBefore(live), cause, late].filter(part => part !== '').join(' · ')}
    </Line>
  );
}

/** Once closed nobody waits for anybody; who waits in a rehearsal to come is not followed. */
function Unfollowed({ person, view: { session, state } }: QueueRowProps): VNode {
  const absent = state.people.get(person)?.state === 'absent';
  if (session.state === 'closed')
    return <Line icon="circleX" tone="quiet" word={absent ? 'Absence' : 'Sans choix'} />;
  return <Line icon="clock" tone="quiet" word={isLive(session) ? 'En attente' : 'Suivie dès le début'} />;
}

interface LineProps {
  readonly icon: IconName;
  /** `done`: what was chosen. */
  readonly tone: 'done' | 'good' | 'bad' | 'quiet';
  readonly word: string;
  /** On hover; the person's menu says it too. */
  readonly title?: string;
  readonly children?: string;
}

const Line = ({ icon, tone, word, title, children }: LineProps): VNode => (
  <span class={`standing standing-${tone}`} title={title}>
    <Icon name={icon} />
    <span>
      <span class="standing-word">{word}</span>
      {children === undefined || children === '' ? null : <span class="quiet small">{children}</span>}
    </span>
  </span>
);
