/** Assignments as a table: who, which service, when. */
import type { VNode } from 'preact';
import { clockTime } from '../../machines/french-time.ts';
import type { PublicAssignment } from '../http/answers.ts';
import { Ordinals } from '../ui/ordinals.tsx';

export const AssignmentTable = ({ items }: { readonly items: readonly PublicAssignment[] }): VNode => (
  <table class="assignment-table">
    <caption class="hidden-text">Affectations</caption>
    <thead>
      <tr>
        <th scope="col">Interne</th>
        <th scope="col">Service</th>
        <th scope="col">Amphithéâtre</th>
        <th scope="col">Heure</th>
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
              n°&nbsp;{item.callOrder} · {item.specialty}
            </span>
          </th>
          <td>
            <b>{item.service}</b>
            <span class="quiet small">
              {item.establishment} · <Ordinals text={item.city} /> ({item.department})
            </span>
          </td>
          <td class="small">{item.amphitheatre}</td>
          <td class="digits">{clockTime(item.at)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
