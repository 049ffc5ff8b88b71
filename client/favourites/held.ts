/**
 * The favourites of who is signed in, whatever page is open: so that what was changed without network goes out as soon
 * as there is one. Opened by main.tsx, read by the room and by «Mes favoris».
 */
import { effect, signal, untracked } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { PersonId } from '../../machines/ids.ts';
import type { Me } from '../http/answers.ts';
import { call } from '../http/call.ts';
import { held } from '../live/held.ts';
import { browserShelf } from './device-copy.ts';
import { favouritesLife } from './favourites-life.ts';
import type { FavouritesLife, LifeParts } from './favourites-life.ts';

const REALMS = ['intern', 'mandatary'] as const;
type HeldRealm = (typeof REALMS)[number];

const lives = {
  intern: signal<FavouritesLife | null>(null),
  mandatary: signal<FavouritesLife | null>(null),
};

/** Null while nobody is signed in there, or is in no amphitheatre. */
export const heldFavourites: Readonly<Record<HeldRealm, ReadonlySignal<FavouritesLife | null>>> = lives;

interface Known {
  readonly me: ReadonlySignal<Me | null>;
  /** Asked who is signed in, and not answered. */
  readonly unreachable: ReadonlySignal<boolean>;
}

const browserParts: LifeParts = {
  call,
  shelf: browserShelf,
  newId: () => crypto.randomUUID(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  onOnline(listener) {
    window.addEventListener('online', listener);
    return () => window.removeEventListener('online', listener);
  },
};

/** Follows the sign-ins. @returns what ends it and closes all. */
export function holdFavourites({ me, unreachable }: Known, parts: LifeParts = browserParts): () => void {
  const ends = REALMS.map(realm => {
    const letGo = (): void => {
      lives[realm].value?.close();
      lives[realm].value = null;
    };
    const openFor = (person: PersonId | null): void => {
      const shelf = realm === 'intern' ? parts.shelf : null;
      lives[realm].value = favouritesLife({ realm, person, live: held[realm] }, { ...parts, shelf });
    };
    const end = effect(() => {
      const wanted = whose(realm, me.value, unreachable.value);
      untracked(() => {
        const now = lives[realm].peek();
        if (wanted === 'unknown' || (now !== null && now.person.peek() === wanted)) return;
        if (wanted === 'kept') {
          if (now === null) openFor(null);
          return;
        }
        letGo();
        // A holder's copy would be another's list; and what is kept goes with the sign-out (domain §8).
        if (wanted !== 'nobody') openFor(wanted);
        else if (realm === 'intern') void parts.shelf?.forget();
      });
    });
    return () => {
      end();
      letGo();
    };
  });
  return () => ends.forEach(end => end());
}

/** `kept`: the server does not answer, so whoever this device has a copy of. */
function whose(
  realm: HeldRealm,
  me: Me | null,
  unreachable: boolean,
): PersonId | 'unknown' | 'kept' | 'nobody' {
  if (me === null) return unreachable && realm === 'intern' ? 'kept' : 'unknown';
  const { person = null, amphitheatre = null } = me[realm] ?? {};
  return person === null || amphitheatre === null ? 'nobody' : person;
}
