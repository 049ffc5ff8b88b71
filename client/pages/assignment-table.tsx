/** Assignments as a table: who, which service, when. */
import type { VNode } from 'preact';
import { callOrderText } from '../../machines/call-order-text.ts';
import type { PublicAssignment } from '../http/answers.ts';
import { stamp } from '../ui/format.ts';
import { Ordinals } from '../ui/ordinals.tsx';
import '../ui/list-table.css';

export const AssignmentTable = ({ items }: { readonly items: readonly PublicAssignment[] }): VNode => (
  <table class="list-table assignment-table">
    <caption class="hidden-text">Affectations</caption>
    <thead>
      <tr>
        <th scope="col">Interne</th>
        <th scope="col">Service</th>
        <th scope="col">Amphithéâtre</th>
        <th scope="col">Enregistré</th>
      </tr>
    </thead>
    <tbody>
      {items.map(item => (
        <tr key={item.person}>
          <th scope="row">
            <b>
              {item.firstName} {item.name}
            </b>
            <span class="quiet small">
              n°&nbsp;{callOrderText(item.callOrder)} · {item.specialty}
            </span>
          </th>
          <td>
            <b>{item.service}</b>
            <span class="quiet small">
              {item.establishment} · <Ordinals text={`${item.city}\u00a0(${item.department})`} />
            </span>
          </td>
          <td class="small">{item.amphitheatre}</td>
          <td class="assignment-at digits">{stamp(item.at, Date.now())}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
