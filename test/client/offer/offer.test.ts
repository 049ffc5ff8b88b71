/** The offer as one chooser sees it: seats, kinds, reasons, all from `mayChoose`. */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { offerOver } from '../../../client/offer/offer-over.ts';
import type { OfferReader } from '../../../client/offer/offer.ts';
import { paged } from '../../../client/offer/paged.ts';
import { tagOf } from '../../../client/offer/state-tag.ts';
import type { PublicFact } from '../../../machines/session/public-facts.ts';
import { directoryOf, line, post, running, service, specialty } from '../stage.ts';
import { filled, reader } from './reader.ts';

const offered = (facts: readonly PublicFact[] = [], mine: Partial<OfferReader> = {}) =>
  offerOver()(running(5, facts), directoryOf(5), { ...reader, ...mine });
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

  it('is not filled while a seat is free, though it is reserved for others', () => {
    expect(words([filled(4, 4)])[1]).to.equal('Réservé au DES de chirurgie viscérale et digestive');
    expect(words([filled(4, 4), filled(3, 3)])[1]).to.equal('Pourvu');
  });

  it('names no specialty where its free seats are reserved for several', () => {
    const directory = directoryOf(5);
    const posts = directory.posts.map(one =>
      one.id === post(4) ? { ...one, reservedFor: specialty(8) } : one,
    );
    const [, surgery] = offerOver()(running(5), { ...directory, posts }, reader);
    expect(surgery && tagOf(surgery.state, 'classic', names).word).to.equal('Réservé à un autre DES');
  });

  it('is filled where every seat is taken', () => {
    expect(words([filled(1, 1), filled(2, 2)])[0]).to.equal('Pourvu');
  });

  it('leaves blocked posts out of the seats, and says so where all are', () => {
    const blocked: PublicFact = {
      kind: 'postBlocked',
      post: post(1),
      line: line(1),
      blocked: true,
      reason: 'fermé',
    };
    expect(offered([blocked])[0]?.state).to.include({ offered: 1, free: 1, choosable: post(2) });
    const both = [blocked, { ...blocked, post: post(2), line: line(2) }];
    expect(words(both)[0]).to.equal('Retiré de l’offre par l’ARS');
  });

  it('is closed to a supernumerary, validating, on the lines that the server says, and open on others', () => {
    const mine = { status: 'supernumeraryValidating' } as const;
    const seats = [filled(1, 1), filled(2, 2)];
    const closedLines = [line(1), line(2)];
    expect(words(seats, { ...mine, closedLines })[0]).to.equal('Pourvu par un interne mieux classé');
    expect(words(seats, mine)[0]).to.equal('Ouvert à votre rang');
  });

  it('is closed to every supernumerary where the cap of the service is reached', () => {
    const mine = { status: 'supernumeraryNonValidating', cappedServices: [service(1)] } as const;
    const [urology, surgery] = offered([], mine);
    expect(urology?.state.refusal).to.deep.equal({ code: 'CAP_REACHED' });
    expect(surgery?.state.refusal).to.equal(null);
  });

  it('is open to a supernumerary, non validating, filled or not', () => {
    const mine = { status: 'supernumeraryNonValidating' } as const;
    expect(words([filled(1, 1), filled(2, 2)], mine)[0]).to.equal('Ouvert en surnombre');
  });

  it('turns pages within what there is', () => {
    const rows = Array.from({ length: 60 }, (_, n) => n);
    expect(paged(rows, 3, 25)).to.include({ page: 3, pages: 3, from: 51, to: 60, total: 60 });
    expect(paged(rows, 9, 25).page).to.equal(3);
    expect(paged([], 1, 25)).to.include({ page: 1, pages: 1, from: 0, to: 0 });
  });
});
