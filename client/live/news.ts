/** Whose line changed while this client was away: marked for a while after the catching up. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { PersonId } from '../../machines/ids.ts';
import type { Delta } from '../../machines/wire/frames.ts';
import type { LiveParts } from './parts.ts';

const SHOWN_MS = 5_000;

export interface News {
  readonly people: ReadonlySignal<ReadonlySet<PersonId>>;
  mark(applied: readonly Delta[]): void;
  close(): void;
}

export function news({ after }: Pick<LiveParts, 'after'>): News {
  const people = signal<ReadonlySet<PersonId>>(new Set());
  let cancel: () => void = () => undefined;
  return {
    people,
    mark(applied) {
      const changed = applied.flatMap(({ facts }) =>
        facts.flatMap(fact => ('person' in fact && fact.person !== null ? [fact.person] : [])),
      );
      people.value = new Set([...people.peek(), ...changed]);
      cancel();
      cancel = after(SHOWN_MS, () => {
        people.value = new Set();
      });
    },
    close: () => cancel(),
  };
}
