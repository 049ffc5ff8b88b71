/** The offer as one chooser sees it: seats, kinds, reasons, all from `mayChoose`. */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { offerOf } from '../../../client/room/offer.ts';
import type { OfferReader } from '../../../client/room/offer.ts';
import { paged, postsShown, servicesShown } from '../../../client/room/offer-filter.ts';
import { tagOf } from '../../../client/room/state-tag.ts';
import type { PublicFact } from '../../../machines/session/public-facts.ts';
import { directoryOf, line, person, post, running, service, specialty } from '../stage.ts';

const reader: OfferReader = { person: person(3), status: 'classic', specialty: specialty(1), callOrder: 3 };
const filled = (n: number, ofLine: number): PublicFact => ({
  kind: 'seat',
  post: post(n),
  line: line(ofLine),
  filled: true,
});
const offered = (facts: readonly PublicFact[] = [], mine: Partial<OfferReader> = {}) =>
  offerOf(running(5, facts), directoryOf(5), { ...reader, ...mine });
const names = { specialty: () => 'Chirurgie viscérale et digestive' };
const words = (facts: readonly PublicFact[] = [], mine: Partial<OfferReader> = {}): string[] =>
  offered(facts, mine).map(({ state }) => tagOf(state, mine.status ?? 'classic', names).word);

describe('the offer in the room', () => {
  it('counts what is free for me, a line at a time', () => {
    const [urology, surgery] = offered();
    expect(urology?.state).to.include({ offered: 2, filled: 0, free: 2, kinds: 2 });
    expect(surgery?.state).to.include({ offered: 2, free: 1, kinds: 1, choosable: post(4) });
    expect(words()).to.deep.equal(['2 libres', '1 libre']);
  });

  it('says who a line is reserved for, and nothing to choose on it', () => {
    const [reserved] = offered()[1]?.lines ?? [];
    expect(reserved?.state.refusal).to.deep.equal({ code: 'RESERVED', specialty: specialty(9) });
    expect(reserved && tagOf(reserved.state, 'classic', names)).to.include({
      fill: 'reserved',
      word: 'Réservé au DES de chirurgie viscérale et digestive',
    });
  });

  it('is filled where nothing is left that is not reserved', () => {
    expect(words([filled(4, 4)])[1]).to.equal('Pourvu');
    expect(words([filled(1, 1), filled(2, 2)])[0]).to.equal('Pourvu');
  });

  it('leaves blocked posts out of the seats, and says so where all are', () => {
    const blocked: PublicFact = { kind: 'postBlocked', post: post(1), line: line(1), blocked: true };
    expect(offered([blocked])[0]?.state).to.include({ offered: 1, free: 1, choosable: post(2) });
    const both = [blocked, { ...blocked, post: post(2), line: line(2) }];
    expect(words(both)[0]).to.equal('Retiré de l’offre par l’ARS');
  });

  it('is open to a supernumerary, validating, while worse orders alone hold its seats', () => {
    const mine = { status: 'supernumeraryValidating', callOrder: 2 } as const;
    const seats = [filled(1, 1), filled(2, 2)];
    const worse: PublicFact = { kind: 'chosen', person: person(4), service: service(1), at: 1 };
    expect(words(seats, mine)[0]).to.equal('Pourvu par un interne mieux classé');
    expect(words([...seats, worse], mine)[0]).to.equal('Ouvert à votre rang');
  });

  it('is open to a supernumerary, non validating, filled or not', () => {
    const mine = { status: 'supernumeraryNonValidating' } as const;
    expect(words([filled(1, 1), filled(2, 2)], mine)[0]).to.equal('Ouvert en surnombre');
  });

  it('finds words without accents nor ligatures, in any field', () => {
    const found = (text: string): number => servicesShown(offered(), { filter: 'all', words: text }).length;
    expect([
      found('oesogastrique'),
      found('eve noel'),
      found('cochin 75'),
      found('andrologie'),
      found('rien'),
    ]).to.deep.equal([1, 1, 1, 1, 0]);
  });

  it('filters filled and vacant, by service and by post', () => {
    const offer = offered([filled(1, 1), filled(2, 2), filled(4, 4)]);
    const services = (filter: 'vacant' | 'filled'): string[] =>
      servicesShown(offer, { filter, words: '' }).map(one => one.service.name);
    expect(services('filled')).to.deep.equal(['Urologie']);
    expect(services('vacant')).to.deep.equal(['Chirurgie œsogastrique']);
    const numbers = postsShown(offer, { filter: 'filled', words: '' }).map(row => row.post.post.number);
    expect(numbers).to.deep.equal(['U-1', 'U-2', 'C-2']);
  });

  it('turns pages within what there is', () => {
    const rows = Array.from({ length: 60 }, (_, n) => n);
    expect(paged(rows, 3, 25)).to.include({ page: 3, pages: 3, from: 51, to: 60, total: 60 });
    expect(paged(rows, 9, 25).page).to.equal(3);
    expect(paged([], 1, 25)).to.include({ page: 1, pages: 1, from: 0, to: 0 });
  });
});
