/** Telephone numbers as links to call, whose they are, and who has read them: on the turn's card and in a dialog. */
import type { VNode } from 'preact';
import { clockTime } from '../../machines/french-time.ts';
import type { PersonId } from '../../machines/ids.ts';
import type { DeskRow } from '../../machines/wire/frames.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Loading } from '../ui/loading.tsx';
import { Button } from '../ui/button.tsx';
import { frenchPhone, phoneLink } from './phone-number.ts';
import type { RoomView } from './room-view.ts';
import { LATE } from './use-phones.ts';
import './phone-lines.css';

interface PhoneLinesProps {
  readonly person: PersonId;
  readonly view: RoomView;
}

/** Nothing where the number was not asked for here. */
export function PhoneLines({ person, view: { phones } }: PhoneLinesProps): VNode | null {
  const shown = phones.shown.get(person);
  if (shown === undefined) return null;
  switch (shown.kind) {
    case 'asked':
      return shown.late === true ? <p>{LATE}</p> : <Loading lines={1} />;
    case 'trouble':
      return (
        <div class="stack">
          <p class="field-fault">
            <Icon name="circleX" /> {shown.text}
          </p>
          <Button kind="edge" icon="refresh" onClick={() => phones.read(person)}>
            Réessayer
          </Button>
        </div>
      );
    case 'read':
      if (shown.phones.length === 0) return <p>Aucun téléphone n’est connu pour cette personne.</p>;
      return (
        <ul class="phone-lines">
          {shown.phones.map(({ whose, name, phone }) => (
            <li key={`${whose} ${phone}`}>
              <a class="ds-button button button-plain" href={phoneLink(phone)}>
                <Icon name="phone" />
                <span class="digits">{frenchPhone(phone)}</span>
              </a>
              <span class="quiet small">
                {name}
                {whose === 'mandatary' ? ', qui choisit par procuration' : ''}
              </span>
            </li>
          ))}
        </ul>
      );
    default:
      return shown satisfies never;
  }
}

/** «Affiché à Marc Ollivier à 09:49:49, ligne 416». */
export function PhoneRead({ person, view: { rows } }: PhoneLinesProps): VNode | null {
  const row = lastReading(rows, person);
  if (row === undefined) return null;
  return (
    <p class="quiet small digits">
      Téléphone affiché à {row.who} à {clockTime(row.at)}, ligne {row.seq}.
    </p>
  );
}

const lastReading = (rows: readonly DeskRow[], person: PersonId): DeskRow | undefined =>
  rows.findLast(({ facts }) => facts.some(fact => fact.kind === 'phoneRead' && fact.person === person));
