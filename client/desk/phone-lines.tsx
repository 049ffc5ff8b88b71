/** Telephone numbers as links to call, whose they are, and who has read them: on the turn's card and in a dialog. */
import type { VNode } from 'preact';
import { clockTime } from '../../machines/french-time.ts';
import type { PersonId } from '../../machines/ids.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Loading } from '../ui/loading.tsx';
import { Button } from '../ui/button.tsx';
import { lineText } from './evidence.ts';
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
export function PhoneRead({ person, view }: PhoneLinesProps): VNode | null {
  const read = view.recorded.get(person)?.phoneRead ?? null;
  if (read === null) return null;
  return (
    <p class="quiet small digits">
      Téléphone affiché à {read.who} à {clockTime(read.at)}, {lineText(read, view)}.
    </p>
  );
}
