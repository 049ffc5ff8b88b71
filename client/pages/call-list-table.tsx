/** The rows of a call list: number, name, DES, state in a word, service chosen; the one choosing framed blue. */
import type { VNode } from 'preact';
import { callOrderText } from '../../machines/call-order-text.ts';
import { hour } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';
import type { PublicPerson, PublicSession, PublicState } from '../../machines/session/public-state.ts';
import type { Names } from '../desk/names.ts';
import type { Suspended } from '../live/suspended.ts';
import { secondsOf } from '../room/countdown.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Still } from '../ui/still.tsx';
import { Tag } from '../ui/tag.tsx';
import { useNow } from '../ui/use-now.ts';
import { stampOf } from './call-list-stamp.ts';
import '../ui/list-table.css';
import './call-list-table.css';

interface CallListTableProps {
  readonly people: readonly PublicPerson[];
  readonly state: PublicState;
  readonly names: Names;
  /** Of the names: of another one a row is drawn anew. */
  readonly edition: number | null;
  readonly clock: () => Ms;
  /** Whose record cannot be written now: their time stands still. */
  readonly suspended: Suspended;
}

export function CallListTable({
  people,
  state,
  names,
  edition,
  clock,
  suspended,
}: CallListTableProps): VNode {
  const several = [...state.sessions.values()].filter(({ rehearsal }) => !rehearsal).length > 1;
  return (
    <table class="list-table call-list">
      <caption class="hidden-text">Liste d’appel</caption>
      <thead>
        <tr>
          <th scope="col">N°</th>
          <th scope="col">Interne</th>
          <th scope="col">Service choisi</th>
          <th scope="col">État</th>
        </tr>
      </thead>
      <tbody>
        {people.map(person => (
          <Still key={person.id} stamp={stampOf(person, state, several, edition)}>
            <Row
              person={person}
              several={several}
              session={person.session === null ? undefined : state.sessions.get(person.session)}
              names={names}
              clock={clock}
              suspended={suspended}
            />
          </Still>
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly person: PublicPerson;
  readonly session: PublicSession | undefined;
  /** Whether the list is cut in more than one session: then it is said who waits for which. */
  readonly several: boolean;
  readonly names: Names;
  readonly clock: () => Ms;
  readonly suspended: Suspended;
}

function Row({ person, session, several, names, clock, suspended }: RowProps): VNode {
  const known = names.person(person.id);
  return (
    <tr class={`call-${person.state}`}>
      <td class="digits">{callOrderText(person.callOrder)}</td>
      <th scope="row">
        <b>{names.name(person.id)}</b>
        <span class="quiet small">{known === undefined ? null : names.specialty(known.specialty)}</span>
      </th>
      <td>
        {person.service === null ? (
          <span class="quiet">–</span>
        ) : (
          <span class="call-service">
            <Icon name="circleCheckFilled" /> <b>{names.service(person.service)}</b>
          </span>
        )}
      </td>
      <td>
        <Standing person={person} session={session} several={several} clock={clock} suspended={suspended} />
      </td>
    </tr>
  );
}

function Standing({ person, session, several, clock, suspended }: Omit<RowProps, 'names'>): VNode | null {
  switch (person.state) {
    case 'waiting':
      return several && session !== undefined ? (
        <span class="quiet small">Session {session.number}</span>
      ) : null;
    case 'called':
      return <CalledTag session={session} clock={clock} suspended={suspended} />;
    case 'returned':
      return (
        <Tag kind="returned" icon="back">
          De retour
        </Tag>
      );
    case 'chosen':
      return <span class="quiet small">{person.at === null ? '' : `à ${hour(person.at)}`}</span>;
    case 'absent':
      return (
        <Tag kind="plain" icon="userOff">
          Absence
        </Tag>
      );
    case 'notChoosing':
      return (
        <Tag kind="plain" icon="calendarOff">
          Ne choisit pas
        </Tag>
      );
    default:
      return person.state satisfies never;
  }
}

function CalledTag({ session, clock, suspended }: Pick<RowProps, 'session' | 'clock' | 'suspended'>): VNode {
  const now = useNow(clock);
  const since = session === undefined ? undefined : suspended.get(session.id);
  const called = session?.called ?? null;
  const choosing = called?.mode === 'choosing';
  return (
    <span class="row">
      <Tag kind="choosing" icon="hourglass">
        {choosing ? 'Choisit' : 'Appel'}
      </Tag>
      <b class="digits">
        {called === null || called.endsAt === null
          ? session?.state === 'paused' && 'en pause'
          : since === undefined
            ? `${secondsOf(called, now)}\u00a0s`
            : `temps arrêté, ${secondsOf(called, since)}\u00a0s`}
      </b>
    </span>
  );
}
