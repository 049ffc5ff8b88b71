/** The rows of a call list: number, name, DES, state in a word, service chosen; the one choosing framed blue. */
import type { VNode } from 'preact';
import { hour } from '../../machines/french-time.ts';
import type { Ms, PersonId } from '../../machines/ids.ts';
import type { PublicPerson, PublicSession, PublicState } from '../../machines/session/public-state.ts';
import type { Names } from '../desk/names.ts';
import type { Suspended } from '../live/suspended.ts';
import { secondsOf } from '../room/countdown.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Tag } from '../ui/tag.tsx';
import { useNow } from '../ui/use-now.ts';
import { CallListFrame } from './call-list-frame.tsx';
import type { ListReader } from './call-list-frame.tsx';
import { stampOf } from './call-list-stamp.ts';

interface CallListTableProps extends ListReader {
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
  ...reader
}: CallListTableProps): VNode {
  const several = [...state.sessions.values()].filter(({ rehearsal }) => !rehearsal).length > 1;
  return (
    <CallListFrame
      {...reader}
      heads={['Service choisi', 'État']}
      rows={people}
      callOrderOf={({ callOrder }) => callOrder}
      keyOf={({ id }) => id}
      stampOf={person => stampOf(person, state, several, edition)}
      classOf={person => `call-${person.state}`}
      nameOf={({ id }) => names.name(id)}
      specialtyOf={({ id }) => specialtyIn(names, id)}
      cells={person => (
        <Cells
          person={person}
          several={several}
          session={person.session === null ? undefined : state.sessions.get(person.session)}
          names={names}
          clock={clock}
          suspended={suspended}
        />
      )}
    />
  );
}

interface CellsProps {
  readonly person: PublicPerson;
  readonly session: PublicSession | undefined;
  /** Whether the list is cut in more than one session: then it is said who waits for which. */
  readonly several: boolean;
  readonly names: Names;
  readonly clock: () => Ms;
  readonly suspended: Suspended;
}

function specialtyIn(names: Names, id: PersonId): string | null {
  const known = names.person(id);
  return known === undefined ? null : names.specialty(known.specialty);
}

function Cells({ person, session, several, names, clock, suspended }: CellsProps): VNode {
  return (
    <>
      <td role="cell">
        {person.service === null ? (
          <span class="quiet">–</span>
        ) : (
          <span class="call-service">
            <Icon name="circleCheckFilled" /> <b>{names.service(person.service)}</b>
          </span>
        )}
      </td>
      <td role="cell">
        <Standing person={person} session={session} several={several} clock={clock} suspended={suspended} />
      </td>
    </>
  );
}

function Standing({ person, session, several, clock, suspended }: Omit<CellsProps, 'names'>): VNode | null {
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

function CalledTag({
  session,
  clock,
  suspended,
}: Pick<CellsProps, 'session' | 'clock' | 'suspended'>): VNode {
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
