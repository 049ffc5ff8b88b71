/** A call list as it is published, before anything is live: number, person, session once the list is cut. */
import type { VNode } from 'preact';
import type { PublicCallListPerson } from '../http/answers.ts';
import { CallListFrame } from './call-list-frame.tsx';
import type { ListReader } from './call-list-frame.tsx';

interface WrittenRowsProps extends ListReader {
  readonly people: readonly PublicCallListPerson[];
}

export const WrittenRows = ({ people, ...reader }: WrittenRowsProps): VNode => (
  <CallListFrame
    {...reader}
    heads={['Session']}
    rows={people}
    callOrderOf={({ callOrder }) => callOrder}
    keyOf={({ person }) => person}
    stampOf={({ callOrder, firstName, name, specialty, session }) =>
      [callOrder, firstName, name, specialty, session].join(' ')
    }
    classOf={() => 'call-listed'}
    nameOf={({ firstName, name }) => `${firstName} ${name}`}
    specialtyOf={({ specialty }) => specialty}
    cells={({ session }) => <td role="cell">{session === null ? 'à fixer' : `Session ${session}`}</td>}
  />
);
