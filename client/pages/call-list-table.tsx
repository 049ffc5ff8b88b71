/** The rows of a call list: number, name, DES, state in a word, service chosen; the one choosing framed blue. */
import type { VNode } from 'preact';
import { hour } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';
import type { PublicPerson, PublicSession, PublicState } from '../../machines/session/public-state.ts';
import type { Names } from '../desk/names.ts';
import { secondsLeft } from '../ui/format.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Tag } from '../ui/tag.tsx';
import './call-list-table.css';

interface CallListTableProps {
  readonly people: readonly PublicPerson[];
  readonly state: PublicState;
  readonly names: Names;
  readonly clock: () => Ms;
}

export function CallListTable({ people, state, names, clock }: CallListTableProps): VNode {
  return (
    <table class="call-list">
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
          <Row
            key={person.id}
            person={person}
            session={person.session === null ? undefined : state.sessions.get(person.session)}
            names={names}
            clock={clock}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly person: PublicPerson;
  readonly session: PublicSession | undefined;
  readonly names: Names;
  readonly clock: () => Ms;
}

function Row({ person, session, names, clock }: RowProps): VNode {
  const known = names.person(person.id);
  return (
    <tr class={`call-${person.state}`}>
      <td class="digits">{person.callOrder}</td>
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
        <Standing person={person} session={session} clock={clock} />
      </td>
    </tr>
  );
}

function Standing({ person, session, clock }: Omit<RowProps, 'names'>): VNode | null {
  switch (person.state) {
    case 'waiting':
      return null;
    case 'called':
      return <CalledTag session={session} clock={clock} />;
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

function CalledTag({ session, clock }: Pick<RowProps, 'session' | 'clock'>): VNode {
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
          : `${secondsLeft(called.endsAt, clock())}\u00a0s`}
      </b>
    </span>
  );
}
