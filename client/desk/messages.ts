/** The messages of the room: how long one may be, to whom it goes, and what was sent so far. Pure. */
import type { Ms, PersonId } from '../../machines/ids.ts';
import type { DeskRow } from '../../machines/wire/frames.ts';
import type { Names } from './names.ts';
import type { Draft } from './room-view.ts';

export const LONGEST_MESSAGE = 1_000; // characters, as the wire takes them

/** To whom a draft goes; null: to one person, whom nobody has picked yet: none is supposed. */
export function goesTo(draft: Pick<Draft, 'to'>, toAll: boolean): PersonId | 'everybody' | null {
  if (draft.to === 'toPick') return null;
  return draft.to ?? (toAll ? 'everybody' : null);
}

export interface SentMessage {
  readonly seq: number;
  readonly at: Ms;
  readonly who: string;
  /** Null: to everybody. */
  readonly to: PersonId | null;
  /** Null: purged. */
  readonly text: string | null;
}

/** Newest first, of the rows at hand. */
export const sentMessages = (rows: readonly DeskRow[]): readonly SentMessage[] =>
  rows
    .flatMap(({ seq, at, who, facts }) =>
      facts.flatMap(fact =>
        fact.kind === 'message' ? [{ seq, at, who, to: fact.to, text: fact.text.sealed }] : [],
      ),
    )
    .toReversed();

/** «à tous», «à Élodie Rambaud, n° 135». */
export const addressee = (to: PersonId | null, names: Names): string =>
  to === null ? 'à tous' : `à ${names.name(to)}, ${names.order(to)}`;
