/** The tables of the printed sheet: people with the columns to fill in by hand, choices made, seats line by line. */
import type { VNode } from 'preact';
import { clockTime } from '../../machines/french-time.ts';
import { Ordinals } from '../ui/ordinals.tsx';
import type { PaperChoice, PaperPerson } from './paper.ts';
import type { PaperLine } from './paper-lines.ts';
import { Unbroken } from '../ui/unbroken.tsx';

interface PaperPeopleProps {
  readonly caption: string;
  /** Above what is known of each: presence, or the absence and its cause. */
  readonly standing: string;
  readonly people: readonly PaperPerson[];
}

export const PaperPeople = ({ caption, standing, people }: PaperPeopleProps): VNode => (
  <div class="paper-scroll" tabIndex={0} role="region" aria-label={caption}>
    <table class="paper-table paper-people digits">
      <caption class="hidden-text">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">N°</th>
          <th scope="col">Interne</th>
          <th scope="col">DES, type de choix</th>
          <th scope="col">{standing}</th>
          <th scope="col">Poste choisi (n°)</th>
          <th scope="col">Heure</th>
          <th scope="col">Noté par</th>
        </tr>
      </thead>
      <tbody>
        {people.map(person => (
          <tr key={person.id}>
            <Who person={person} />
            <td>{person.standing === '' ? '–' : person.standing}</td>
            <td class="paper-fill" />
            <td class="paper-fill" />
            <td class="paper-fill" />
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Who = ({ person: { order, name, specialty, notes } }: { readonly person: PaperPerson }): VNode => (
  <>
    <td>{order}</td>
    <th scope="row">{name}</th>
    <td>
      {specialty}
      {notes.length === 0 ? null : <b> · {notes.join(' · ')}</b>}
    </td>
  </>
);

/** The service, as everybody reads it; the post stands in the record alone (domain §8). */
export const PaperChoices = ({ choices }: { readonly choices: readonly PaperChoice[] }): VNode => (
  <div class="paper-scroll" tabIndex={0} role="region" aria-label="Choix faits">
    <table class="paper-table digits">
      <caption class="hidden-text">Choix faits, dans leur ordre</caption>
      <thead>
        <tr>
          <th scope="col">N°</th>
          <th scope="col">Interne</th>
          <th scope="col">DES, type de choix</th>
          <th scope="col">Service choisi</th>
          <th scope="col">Heure</th>
        </tr>
      </thead>
      <tbody>
        {choices.map(choice => (
          <tr key={choice.id}>
            <Who person={choice} />
            <td>
              <Ordinals text={choice.service} />
            </td>
            <td>{choice.at === null ? '–' : clockTime(choice.at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

interface PaperLinesProps {
  readonly caption: string;
  /** «Numéros libres, à rayer». */
  readonly numbersAre: string;
  readonly lines: readonly PaperLine[];
}

/** Two columns on paper: service and place in one cell, the numbers to cross out in the other. */
export const PaperLines = ({ caption, numbersAre, lines }: PaperLinesProps): VNode => (
  <div class="paper-scroll paper-two" tabIndex={0} role="region" aria-label={caption}>
    <table class="paper-table paper-lines digits">
      <caption class="hidden-text">{caption}, ligne par ligne</caption>
      <thead>
        <tr>
          <th scope="col">Service, établissement</th>
          <th scope="col">{numbersAre}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ service, place, kind, numbers, openTo }) => (
          <tr key={numbers[0]}>
            <th scope="row">
              {service}
              <span>
                <Ordinals text={place} />
                {kind === '' ? null : <b> · {kind}</b>}
              </span>
            </th>
            <td>
              <Unbroken text={numbers.join(' · ')} />
              {openTo === null ? null : <span>ouvert à&nbsp;: {openTo}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
