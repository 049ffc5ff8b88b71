/** The offer as a list searches and draws it: one amphitheatre's in the room, the semester's on «Postes». */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { departmentSums } from '../../../client/offer/department-sums.ts';
import { offerOver } from '../../../client/offer/offer-over.ts';
import { postOf, roomSource } from '../../../client/offer/offer-source.ts';
import type { OfferSource } from '../../../client/offer/offer-source.ts';
import { prepared, publicSource } from '../../../client/offer/public-offer.ts';
import { foundWords, nameFor } from '../../../client/offer/search-words.ts';
import { valueWords } from '../../../machines/offer-words.ts';
import type { AmphitheatreId } from '../../../machines/ids.ts';
import { EVERYTHING, found } from '../../../machines/offer-search.ts';
import type { OfferSearch } from '../../../machines/offer-search.ts';
import type { PublicOffer } from '../../../machines/public-offer.ts';
import type { PublicFact } from '../../../machines/session/public-facts.ts';
import { AMPHITHEATRE, directoryOf, line, post, running, service, specialty } from '../stage.ts';
import { filled, reader } from './reader.ts';

const numbers = (source: OfferSource, search: Partial<OfferSearch> = {}): string =>
  Array.from(found(source.index, source.states, { ...EVERYTHING, ...search }).posts, place =>
    source.index.posts[place]?.toString(),
  ).join(' ');

describe('the offer of the room', () => {
  const directory = directoryOf(5);
  const room = (facts: readonly PublicFact[] = []): OfferSource =>
    roomSource(directory, offerOver()(running(5, facts), directory, reader));

  it('is searched by what is filled and what one may choose, without being prepared anew', () => {
    const [before, after] = [room(), room([filled(1, 1)])];
    expect(after.index).to.equal(before.index);
    expect(numbers(before, { criteria: { state: ['possible'] } })).to.equal('1 2 4');
    expect(numbers(after, { criteria: { state: ['possible'] } })).to.equal('2 4');
    expect([after.filled, after.offered]).to.deep.equal([1, 4]);
  });

  it('finds a post with its line and service', () => {
    expect(postOf(room(), post(3))).to.deep.include({ service: room().service(1) });
    expect(postOf(room(), post(99))).to.equal(null);
  });

  it('knows its group and phase, so that a search saved on «Postes» finds the same here', () => {
    expect(numbers(room(), { criteria: { phase: ['socle'], group: ['chirurgicales'] } })).to.equal('1 2 3 4');
    expect(numbers(room(), { criteria: { phase: ['consolidation'] } })).to.equal('');
  });
});

/** Post 1 and 2 of one's own amphitheatre, post 3 reserved there, posts 5 and 6 of the same service elsewhere. */
const OFFER: PublicOffer = {
  edition: 'e1',
  semester: '2027-05',
  amphitheatres: [
    { id: AMPHITHEATRE, group: 'Chirurgie', phase: 'socle' },
    { id: 8 as AmphitheatreId, group: 'Chirurgie', phase: 'consolidation' },
  ],
  services: [[service(1), 'Urologie', 'Pr Noël', 'Hôpital Cochin', 'Paris 14e', '75']],
  specialties: [[specialty(9), 'Chirurgie viscérale']],
  lines: [
    [
      line(1),
      service(1),
      AMPHITHEATRE,
      'urologie',
      null,
      null,
      [
        [post(1), 'U-1'],
        [post(2), 'U-2'],
      ],
    ],
    [line(3), service(1), AMPHITHEATRE, 'urologie', specialty(9), null, [[post(3), 'U-3']]],
    [
      line(5),
      service(1),
      8 as AmphitheatreId,
      'urologie',
      null,
      'lithiase',
      [
        [post(5), 'U-5'],
        [post(6), 'U-6'],
      ],
    ],
  ],
};

describe('the semester’s offer', () => {
  const offer = prepared(OFFER);
  const state = { edition: 'e1', posts: '10020' };

  it('has a row for each amphitheatre of a service, with its own numbers', () => {
    const source = publicSource(offer, state, null);
    expect([source.service(0)?.state.offered, source.service(0)?.state.filled]).to.deep.equal([3, 1]);
    expect([source.service(1)?.state.offered, source.service(1)?.elsewhere]).to.deep.equal([
      1,
      'Chirurgie, phase de consolidation',
    ]);
    expect([source.offered, source.filled]).to.deep.equal([4, 1]);
    expect(numbers(source, { criteria: { state: ['libre'] } })).to.equal('2 3 6');
  });

  it('counts the seats of a department over the services that are found, blocked ones left out', () => {
    const source = publicSource(offer, state, null);
    const paris = (search: Partial<OfferSearch>): string => {
      const hits = found(source.index, source.states, { ...EVERYTHING, ...search });
      const { filled: taken, offered } = departmentSums(source.index, source.states, hits)('75 – Paris');
      return `${taken} / ${offered}`;
    };
    expect(paris({})).to.equal('1 / 4');
    expect(paris({ criteria: { phase: ['consolidation'] } })).to.equal('0 / 1');
    expect(paris({ words: 'nulle part' })).to.equal('0 / 0');
  });

  it('gives the public no reason but filled and taken out', () => {
    const posts =
      publicSource(offer, state, null)
        .service(0)
        ?.lines.flatMap(one => one.posts) ?? [];
    expect(posts.map(({ refusal }) => refusal?.code ?? null)).to.deep.equal(['FILLED', null, null]);
  });

  it('gives an intern reasons and live seats in their own amphitheatre, and there alone', () => {
    const own = { amphitheatre: AMPHITHEATRE, state: running(5, [filled(2, 1)]), reader };
    const source = publicSource(offer, state, own);
    const codes = (at: number) =>
      source.service(at)?.lines.flatMap(one => one.posts.map(({ refusal }) => refusal?.code ?? null));
    expect(codes(0)).to.deep.equal([null, 'FILLED', 'RESERVED']);
    expect(codes(1)).to.deep.equal(['BLOCKED', null]);
    expect(source.service(0)?.elsewhere).to.equal(null);
    expect(numbers(source, { criteria: { state: ['possible'], phase: ['socle'] } })).to.equal('1');
  });

  it('holds nothing for filled by the state of another edition', () => {
    expect(publicSource(offer, { edition: 'e0', posts: '11111' }, null).filled).to.equal(0);
  });
});

describe('the words of a search', () => {
  it('name values that stand for a meaning, and propose a name', () => {
    expect(valueWords('earmark', '-')).to.equal('Sans fléchage');
    expect(valueWords('city', '-')).to.equal('-');
    const criteria = { department: ['78 – Yvelines'], state: ['libre'] };
    expect(nameFor({ ...EVERYTHING, words: ' chir ', criteria, filled: 'vacant' })).to.equal(
      'chir, 78 – Yvelines, Libre, non pourvus',
    );
    const none = { posts: new Uint32Array(1), services: new Uint32Array(1), filled: 0 };
    expect(foundWords(none)).to.equal('1\u00a0service, 1\u00a0poste, 0\u00a0pourvu');
  });
});
