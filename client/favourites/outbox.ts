/**
 * Changes of the favourites on their way to the server: sent in the order they were made, several at once, each until it
 * is answered; without network they wait. For favourites-life.ts.
 */
import { batch, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { FavouriteOf, FavouriteOperation, FavouriteOutcome } from '../../machines/favourites.ts';
import type { Favourites, FavouritesMerged } from '../http/answers.ts';
import type { Answer } from '../http/call.ts';

/** What became of changes that waited for the network, and of those that could not be done. */
export interface Returned {
  readonly sent: number;
  readonly notDone: readonly NotDone[];
}

export interface NotDone {
  readonly of: FavouriteOf;
  readonly outcome: Exclude<FavouriteOutcome, 'done' | 'same'>;
}

export interface Outbox {
  readonly waiting: ReadonlySignal<readonly FavouriteOperation[]>;
  readonly returned: ReadonlySignal<Returned | null>;
  /** Ids of those that were answered. */
  readonly done: ReadonlySet<string>;
  put(operation: FavouriteOperation): void;
  /** What an earlier visit has left. */
  putBack(operations: readonly FavouriteOperation[]): void;
  /** Sends what waits, where nothing is under way. */
  flush(): Promise<void>;
  putReturnedAway(): void;
  readonly close: () => void;
}

interface Parts {
  readonly send: (operations: readonly FavouriteOperation[]) => Promise<Answer<FavouritesMerged>>;
  readonly heard: (answer: Favourites) => void;
  /** No answer: they go on waiting. */
  readonly lost: () => void;
  /** The rules say no, or nobody is signed in any more. */
  readonly refused: (answer: Exclude<Answer<never>, { kind: 'ok' | 'fault' }>) => void;
}

const MOST_AT_ONCE = 100; // as the API takes them

export function outbox({ send, heard, lost, refused }: Parts): Outbox {
  const waiting = signal<readonly FavouriteOperation[]>([]);
  const returned = signal<Returned | null>(null);
  const done = new Set<string>();
  const delayed = new Set<string>();
  let sending = false;
  let closed = false;

  const isClosed = (): boolean => closed;

  /** @returns whether to go on. */
  function hear(sent: readonly FavouriteOperation[], answer: Answer<FavouritesMerged>): boolean {
    if (answer.kind === 'fault') {
      for (const { id } of waiting.peek()) delayed.add(id);
      lost();
      return false;
    }
    if (answer.kind === 'signedOut') {
      refused(answer);
      return false; // they wait for the next sign-in of the same person
    }
    batch(() => {
      for (const { id } of sent) done.add(id);
      waiting.value = waiting.peek().filter(({ id }) => !done.has(id));
      if (answer.kind === 'refused') return refused(answer);
      heard(answer.value);
      tell(sent, new Map(answer.value.outcomes.map(({ id, outcome }) => [id, outcome])));
    });
    return true;
  }

  function tell(sent: readonly FavouriteOperation[], outcomes: ReadonlyMap<string, FavouriteOutcome>): void {
    const notDone = sent.flatMap(({ id, of }): readonly NotDone[] => {
      const outcome = outcomes.get(id);
      return outcome === undefined || outcome === 'done' || outcome === 'same' ? [] : [{ of, outcome }];
    });
    const late = sent.filter(({ id }) => delayed.has(id)).length;
    if (late === 0 && notDone.length === 0) return;
    const before = returned.peek() ?? { sent: 0, notDone: [] };
    const lateDone = Math.max(0, late - notDone.length);
    returned.value = { sent: before.sent + lateDone, notDone: [...before.notDone, ...notDone] };
  }

  return {
    waiting,
    returned,
    done,
    put(operation) {
      waiting.value = [...waiting.peek(), operation];
    },
    putBack(operations) {
      for (const { id } of operations) delayed.add(id);
      waiting.value = [...operations, ...waiting.peek()];
    },
    async flush() {
      if (sending) return;
      sending = true;
      for (let going = true; going && waiting.peek().length > 0; ) {
        const sent = waiting.peek().slice(0, MOST_AT_ONCE);
        const answer = await send(sent);
        going = !isClosed() && hear(sent, answer);
      }
      sending = false;
    },
    putReturnedAway() {
      returned.value = null;
    },
    close: () => {
      closed = true;
    },
  };
}
