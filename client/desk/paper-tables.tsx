/** The tables of the printed sheet: people with the columns to fill in by hand, and the free seats line by line. */
import type { VNode } from 'preact';
import { Ordinals } from '../ui/ordinals.tsx';
import type { PaperLine, PaperPerson } from './paper.ts';

interface PaperPeopleProps {
  readonly caption: string;
  readonly people: readonly PaperPerson[];
}

export const PaperPeople = ({ caption, people }: PaperPeopleProps): VNode => (
  <div class="paper-scroll" tabIndex={0} role="region" aria-label={caption}>
    <table class="paper-table paper-people digits">
      <caption class="hidden-text">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">N°</th>
          <th scope="col">Interne</th>
          <th scope="col">DES, type de choix</th>
          <th scope="col">Poste choisi (n°)</th>
          <th scope="col">Heure</th>
          <th scope="col">Noté par</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, order, name, specialty, notes }) => (
          <tr key={id}>
            <td>{order}</td>
            <th scope="row">{name}</th>
            <td>
              {specialty}
              {notes.length === 0 ? null : <b> · {notes.join(' · ')}</b>}
            </td>
            <td class="paper-fill" />
            <td class="paper-fill" />
            <td class="paper-fill" />
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Two columns on paper: service and place in one cell, the numbers to cross out in the other. */
export const PaperLines = ({ lines }: { readonly lines: readonly PaperLine[] }): VNode => (
  <div class="paper-scroll paper-two" tabIndex={0} role="region" aria-label="Postes libres">
    <table class="paper-table paper-lines digits">
      <caption class="hidden-text">Postes libres, ligne par ligne</caption>
      <thead>
        <tr>
          <th scope="col">Service, établissement</th>
          <th scope="col">Numéros libres, à rayer</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ service, place, kind, numbers }) => (
          <tr key={numbers[0]}>
            <th scope="row">
              {service}
              <span>
                <Ordinals text={place} />
                {kind === '' ? null : <b> · {kind}</b>}
              </span>
            </th>
            <td>{numbers.join(' · ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
