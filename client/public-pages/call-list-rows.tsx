/** A call list as it is published, before anything is live: number, person, session once the list is cut. */
import type { VNode } from 'preact';
import { callOrderText } from '../../machines/call-order-text.ts';
import type { PublicCallListPerson } from '../http/answers.ts';
import '../ui/list-table.css';

interface CallListRowsProps {
  readonly people: readonly PublicCallListPerson[];
}

export const CallListRows = ({ people }: CallListRowsProps): VNode => (
  <table class="list-table call-list">
    <caption class="hidden-text">Liste d’appel</caption>
    <thead>
      <tr>
        <th scope="col">N°</th>
        <th scope="col">Interne</th>
        <th scope="col">Session</th>
      </tr>
    </thead>
    <tbody>
      {people.map(person => (
        <tr key={person.person} class="call-listed">
          <td class="digits">{callOrderText(person.callOrder)}</td>
          <th scope="row">
            <b>
              {person.firstName} {person.name}
            </b>
            <span class="quiet small">{person.specialty}</span>
          </th>
          <td>{person.session === null ? 'à fixer' : `Session ${person.session}`}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
