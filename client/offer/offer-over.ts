/**
 * The offer of a room from one change of its session to the next: a choice fills one seat of 12,000, so only the services
 * where a seat is another one are made anew, and the others stay the same objects. Pure but for what it remembers.
 */
import type { Directory } from '../../machines/directory.ts';
import type { PublicState } from '../../machines/session/public-state.ts';
import { seatedIn, serviceOf } from './offer.ts';
import type { OfferReader, OfferService, Seated } from './offer.ts';

export type OfferAt = (
  state: PublicState,
  directory: Directory,
  reader: OfferReader,
) => readonly OfferService[];

interface Before {
  readonly directory: Directory;
  readonly seated: readonly Seated[];
  readonly reader: OfferReader;
  readonly rows: readonly OfferService[];
}

/** @returns the offer at each look; the very list of the look before where nothing of it has changed. */
export function offerOver(): OfferAt {
  let before: Before | null = null;
  return (state, directory, reader) => {
    const seated = before?.directory === directory ? before.seated : seatedIn(directory);
    const kept = before?.seated === seated && isSameReader(before.reader, reader) ? before.rows : null;
    const rows = seated.map((one, place) => {
      const row = kept?.[place];
      return row !== undefined && isAsIn(state, row) ? row : serviceOf(state, reader, one);
    });
    const same = kept !== null && rows.every((row, place) => row === kept[place]);
    before = { directory, seated, reader, rows: same ? kept : rows };
    return before.rows;
  };
}

const isAsIn = (state: PublicState, { lines }: OfferService): boolean =>
  lines.every(({ posts }) =>
    posts.every(({ post, filled, blocked }) => {
      const now = state.posts.get(post.id);
      return filled === (now?.filled === true) && blocked === (now?.blocked === true);
    }),
  );

const isSameReader = (a: OfferReader, b: OfferReader): boolean =>
  a.status === b.status &&
  a.specialty === b.specialty &&
  areSame(a.closedLines, b.closedLines) &&
  areSame(a.cappedServices, b.cappedServices);

const areSame = <Id>(a: readonly Id[], b: readonly Id[]): boolean =>
  a.length === b.length && a.every((id, place) => id === b[place]);
