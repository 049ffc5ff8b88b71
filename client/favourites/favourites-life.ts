/**
 * One person's favourites for as long as they are signed in: read over HTTP, shown with one's own changes before their
 * answers, read again when another device has changed them, and kept on this device for when there is no network. The
 * server's list, with what is still to be sent on top of it, always wins. Opened by held.ts.
 */
import { batch, computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { mayArrangeFavourites, mayReadFavourites } from '../../machines/favourites.ts';
import type { FavouriteOf } from '../../machines/favourites.ts';
import type { PersonId } from '../../machines/ids.ts';
import type { Favourites, FavouritesMerged } from '../http/answers.ts';
import { textOf } from '../http/call.ts';
import type { call as callApi } from '../http/call.ts';
import type { Live } from '../live/live.ts';
import { backOf, isSame, operationOf, shown } from './changes.ts';
import type { FavouriteChange } from './changes.ts';
import type { CopyShelf, KeptOffer } from './device-copy.ts';
import { outbox } from './outbox.ts';
import type { Returned } from './outbox.ts';
import { reach } from './reach.ts';

export interface FavouritesLife {
  /** Whose; null until the copy on this device has said, where the server could not. */
  readonly person: ReadonlySignal<PersonId | null>;
  /** Whether there may be favourites yet: from *open* on (domain §2); null while nothing is known of the amphitheatre. */
  readonly open: ReadonlySignal<boolean | null>;
  /** Whether this sign-in may change them: the holder of a mandate reads (domain §6). */
  readonly arranges: ReadonlySignal<boolean>;
  /** In order; null until they are known. */
  readonly list: ReadonlySignal<readonly FavouriteOf[] | null>;
  /** Whether what one post alone means has been explained. */
  readonly explained: ReadonlySignal<boolean>;
  /** Why changes were not kept, or why there is no list; null where all is well. */
  readonly trouble: ReadonlySignal<string | null>;
  readonly keeping: ReadonlySignal<'saved' | 'saving' | 'offline'>;
  /** What became of changes that waited for the network; null once it is put away. */
  readonly returned: ReadonlySignal<Returned | null>;
  /** What the offer said of them when this device last saw it. */
  readonly offer: ReadonlySignal<KeptOffer | null>;
  /** The last change made here and what takes it back: what the toast tells. Null once it is put away. */
  readonly last: ReadonlySignal<Done | null>;
  change(change: FavouriteChange): void;
  undo(): void;
  putAway(): void;
  putReturnedAway(): void;
  keepOffer(offer: KeptOffer): void;
  /** A list that was answered elsewhere: the import's. */
  heard(answer: Favourites): void;
  again(): void;
  close(): void;
}

interface Done {
  readonly change: FavouriteChange;
  readonly back: FavouriteChange;
}

export interface LifeParts {
  readonly call: typeof callApi;
  /** Null: nothing is kept on this device. */
  readonly shelf: CopyShelf | null;
  readonly newId: () => string;
  readonly after: (ms: number, run: () => void) => () => void;
  /** The browser says that there is a network again. @returns what stops listening. */
  onOnline(listener: () => void): () => void;
}

interface Opened {
  readonly realm: 'intern' | 'mandatary';
  /** Null where the server cannot say: whoever this device has a copy of. */
  readonly person: PersonId | null;
  readonly live: ReadonlySignal<Pick<Live, 'link' | 'view' | 'favourites'> | null>;
}

export function favouritesLife({ realm, person: known, live }: Opened, parts: LifeParts): FavouritesLife {
  const { call, shelf, newId } = parts;
  const person = signal(known);
  const server = signal<Favourites | null>(null);
  const offer = signal<KeptOffer | null>(null);
  const trouble = signal<string | null>(null);
  const last = signal<Done | null>(null);
  const ready = signal(shelf === null);
  const query = realm === 'mandatary' ? '?realm=mandatary' : '';
  let device = newId();
  let answered = false;
  let closed = false;

  const again = (): void => {
    if (!ready.peek() || closed) return;
    void read();
    void sent.flush();
  };
  const contact = reach(parts.after, again);
  const sent = outbox({
    async send(operations) {
      const answer = await call<FavouritesMerged>(`/me/favourites${query}`, {
        method: 'POST',
        body: { device, operations },
      });
      if (answer.kind !== 'fault') contact.found();
      if (answer.kind === 'ok') trouble.value = null;
      return answer;
    },
    heard,
    lost: () => contact.lost(),
    refused(answer) {
      last.value = null;
      trouble.value = textOf(answer);
      if (answer.kind === 'refused') void read();
    },
  });
  const list = computed(() => server.value && sent.waiting.value.reduce(shown, server.value.entries));
  const sessions = computed(() => {
    const state = live.value?.view.value?.state;
    return state === undefined ? null : [...state.sessions.values()].map(one => one.state);
  });
  const open = computed(() => sessions.value && mayReadFavourites(sessions.value) === null);

  function heard({ version, explained, entries }: Favourites): void {
    // Answers overtake one another; what this device has kept is no answer.
    if (answered && version < (server.peek()?.version ?? 0)) return;
    answered = true;
    server.value = { version, explained, entries };
  }

  async function read(): Promise<void> {
    const answer = await call<Favourites>(`/me/favourites${query}`);
    if (closed) return;
    if (answer.kind === 'fault') contact.lost();
    else contact.found();
    const first = server.peek() === null;
    if (first) trouble.value = answer.kind === 'ok' ? null : textOf(answer);
    if (answer.kind === 'ok') heard(answer.value);
  }

  async function begin(from: CopyShelf): Promise<void> {
    const copy = await from.read();
    if (closed) return;
    batch(() => {
      if (copy !== null && copy.person === (known ?? copy.person)) {
        ({ device } = copy);
        person.value = copy.person;
        offer.value ??= copy.offer;
        server.value ??= copy.server;
        sent.putBack(copy.waiting);
      }
      ready.value = true;
    });
    if (live.peek() === null || sent.waiting.peek().length > 0) again();
  }

  function make(change: FavouriteChange): boolean {
    const before = list.peek();
    if (before === null) return false;
    const operation = operationOf(change, before, { id: newId(), seen: server.peek()?.version ?? 0 });
    if (isSame(shown(before, operation), before)) return false;
    trouble.value = null;
    sent.put(operation);
    if (ready.peek()) void sent.flush();
    return true;
  }

  let followed = false;
  const ends = [
    // Before the amphitheatre is open there is nothing to ask for.
    effect(() => {
      const told = live.value?.favourites.value ?? -1;
      const before = followed;
      followed = live.value?.link.value.kind === 'live' && open.value === true;
      // What was told while the line was away is lost, so each time it is back the list is read.
      if (!followed || (before && told <= (server.peek()?.version ?? -1))) return;
      void read();
      if (ready.peek()) void sent.flush();
    }),
    effect(() => {
      const copy = { device, server: server.value, waiting: sent.waiting.value, offer: offer.value };
      if (shelf === null || !ready.value || person.value === null) return;
      void shelf.keep({ ...copy, person: person.value }, sent.done);
    }),
    parts.onOnline(again),
    contact.close,
    sent.close,
  ];
  if (shelf !== null) void begin(shelf);

  return {
    person,
    open,
    arranges: computed(() =>
      sessions.value === null
        ? realm === 'intern' && server.value !== null
        : mayArrangeFavourites(realm, sessions.value) === null,
    ),
    list,
    explained: computed(
      () =>
        server.value?.explained === true ||
        sent.waiting.value.some(one => one.kind === 'add' && one.explained),
    ),
    trouble,
    keeping: computed(() =>
      contact.away.value ? 'offline' : sent.waiting.value.length > 0 ? 'saving' : 'saved',
    ),
    returned: sent.returned,
    offer,
    last,
    change(change) {
      const before = list.peek();
      if (before !== null && make(change)) last.value = { change, back: backOf(before, change) };
    },
    undo() {
      const done = last.peek();
      last.value = null;
      if (done !== null) make(done.back);
    },
    putAway() {
      last.value = null;
    },
    putReturnedAway: () => sent.putReturnedAway(),
    keepOffer(seen) {
      offer.value = seen;
    },
    heard,
    again,
    close() {
      closed = true;
      for (const end of ends) end();
    },
  };
}
