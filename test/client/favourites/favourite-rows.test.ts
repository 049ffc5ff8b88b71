/** The rows of the favourites: numbers, posts apart from their service, what is possible and what is gone. */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { favouriteRows, goneSince, isGone, isPossible } from '../../../client/favourites/favourite-rows.ts';
import { countWords, goneWords, kindWords, toastOf } from '../../../client/favourites/favourite-words.ts';
import { placeOfKey } from '../../../client/favourites/place-of-key.ts';
import { offerOver } from '../../../client/offer/offer-over.ts';
import type { FavouriteRow } from '../../../client/favourites/favourite-rows.ts';
import type { OfferReader } from '../../../client/offer/offer.ts';
import type { FavouriteOf } from '../../../machines/favourites.ts';
import type { PublicFact } from '../../../machines/session/public-facts.ts';
import { directoryOf, line, post, running, service, specialty } from '../stage.ts';

const reader: OfferReader = {
  status: 'classic',
  specialty: specialty(1),
  closedLines: [],
  cappedServices: [],
};
const filled = (n: number): PublicFact => ({ kind: 'seat', post: post(n), line: line(n), filled: true });
const rowsOf = (
  list: readonly FavouriteOf[],
  facts: readonly PublicFact[] = [],
  mine: Partial<OfferReader> = {},
) => favouriteRows(list, offerOver()(running(5, facts), directoryOf(5), { ...reader, ...mine }));
const [urology, surgery] = [{ service: service(1) }, { service: service(2) }];

const at = (rows: readonly FavouriteRow[], place: number): FavouriteRow => {
  const row = rows[place];
  if (row === undefined) throw new Error(`no row ${place}`);
  return row;
};

describe('the rows of the favourites', () => {
  it('[F1] stand in the person’s order, a whole service or one post', () => {
    const rows = rowsOf([surgery, { post: post(2) }]);
    expect(rows.map(({ number, key, single }) => [number, key, single])).to.deep.equal([
      [1, 's2', false],
      [2, 'p2', true],
    ]);
    expect(kindWords(at(rows, 1))).to.equal('Un seul poste, fléché «\u00a0andrologie\u00a0»');
  });

  it('[F2] leave a post with its own number out of its service', () => {
    const whole = at(rowsOf([urology, { post: post(2) }]), 0);
    expect(whole.state).to.include({ offered: 1, free: 1, choosable: post(1) });
    const without = at(rowsOf([urology, { post: post(2) }], [filled(1)]), 0);
    expect([isGone(without), without.state.choosable]).to.deep.equal([true, null]);
  });

  it('say that all of a service is apart where each of its posts has its own number', () => {
    const whole = at(rowsOf([urology, { post: post(1) }, { post: post(2) }]), 0);
    expect(whole.state).to.include({ offered: 0, choosable: null, refusal: null });
    expect(isGone(whole)).to.equal(false);
  });

  it('[F8] keep place and number when they are filled, and count what is left', () => {
    const rows = rowsOf([urology, surgery], [filled(1), filled(2)]);
    expect(rows.map(row => [row.number, isGone(row), isPossible(row)])).to.deep.equal([
      [1, true, false],
      [2, false, true],
    ]);
    expect(countWords(rows, 'classic')).to.equal('1 libre sur 2');
  });

  it('[F8] tell those that went since the last look, once', () => {
    const before = rowsOf([urology, surgery]);
    const now = rowsOf([urology, surgery], [filled(1), filled(2)]);
    const gone = goneSince(before, now);
    expect(gone.map(goneWords)).to.deep.equal([
      'Votre favori n°\u00a01 est pourvu\u00a0: Urologie, Hôpital Cochin.',
    ]);
    expect(goneSince(now, now)).to.deep.equal([]);
  });

  it('are not gone where they are reserved for others: that was so from the start', () => {
    const reserved = at(rowsOf([{ post: post(3) }]), 0);
    expect([isGone(reserved), reserved.state.refusal?.code]).to.deep.equal([false, 'RESERVED']);
  });

  it('[F9] are possible to a supernumerary, filled or not, as the server says', () => {
    const seats = [filled(1), filled(2)];
    const mine = { status: 'supernumeraryValidating' } as const;
    expect(countWords(rowsOf([urology], seats, mine), mine.status)).to.equal('1 possible sur 1');
    const closed = rowsOf([urology], seats, { ...mine, closedLines: [line(1), line(2)] });
    expect(closed[0]?.state.refusal).to.deep.equal({ code: 'FILLED_BY_BETTER_RANK' });
    expect(isGone(at(closed, 0))).to.equal(true);
  });

  it('leave out what the offer does not hold, with its number', () => {
    expect(rowsOf([{ service: service(99) }, surgery]).map(({ number }) => number)).to.deep.equal([2]);
  });
});

describe('the words of the favourites', () => {
  const row = at(rowsOf([surgery]), 0);
  const title = 'Chirurgie œsogastrique, CHI de Poissy';

  it('tell a change in the toast and aloud', () => {
    expect(toastOf({ kind: 'move', of: row.of, to: 3 }, title, 3, 12)).to.deep.equal({
      about: `${title}\u00a0:`,
      done: 'n°\u00a03 sur 12',
      spoken: `${title}\u00a0: numéro 3 sur 12.`,
    });
    expect(toastOf({ kind: 'remove', of: row.of }, title, null, 11).spoken).to.equal(
      `${title}\u00a0: retiré de vos favoris.`,
    );
  });
});

describe('the keys of a row that is arranged', () => {
  it('move by one with Alt and an arrow, to the head with Alt and Début, and are left alone else', () => {
    const to = (key: string, altKey = true): number | null => placeOfKey({ key, altKey }, 4);
    expect([to('ArrowUp'), to('ArrowDown'), to('Home')]).to.deep.equal([3, 5, 1]);
    expect([to('ArrowUp', false), to('Home', false), to('End'), to('x')]).to.deep.equal([
      null,
      null,
      null,
      null,
    ]);
  });
});
