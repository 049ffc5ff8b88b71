/** A search of the offer: which posts and services it finds, in which order; and 12,000 posts in an instant. */
import { expect } from 'chai';
import type { PostId, ServiceId } from '../../machines/ids.ts';
import { FREE, indexOf, stateByte, suggestions } from '../../machines/offer-index.ts';
import type { LineTexts, LineToIndex } from '../../machines/offer-index.ts';
import { EVERYTHING, found, isNarrowed, withoutValue, withValue } from '../../machines/offer-search.ts';
import type { OfferSearch } from '../../machines/offer-search.ts';
import type { SortKey } from '../../machines/offer-order.ts';

const TEXTS: LineTexts = {
  department: '75 – Paris',
  city: 'Paris 12e',
  establishment: 'Hôpital Saint-Antoine',
  service: 'Chirurgie digestive',
  head: 'Pr Ève Noël',
  accreditation: 'Chirurgie viscérale',
  reservedFor: '',
  earmark: '',
  amphitheatre: 'Chirurgie, phase socle',
  group: 'Chirurgie',
  phase: 'phase socle',
};
let id = 0;
const line = (service: number, texts: Partial<LineTexts>, ...numbers: string[]): LineToIndex => ({
  service,
  serviceId: (service + 1) as ServiceId,
  texts: { ...TEXTS, ...texts },
  posts: numbers.map(number => ({ id: ++id as PostId, number })),
});

const UROLOGY = {
  service: 'Urologie',
  head: 'Dr Zoé Œuvrard',
  establishment: 'Hôpital Cochin',
  city: 'Paris 5e',
};
const POISSY = { department: '78 – Yvelines', city: 'Poissy', service: 'Chirurgie œsogastrique', head: '' };
const index = indexOf([
  line(0, {}, '101-1', '101-2'),
  line(0, { earmark: 'Oncologie' }, '1010'),
  line(1, UROLOGY, '9'),
  line(1, { ...UROLOGY, reservedFor: 'Urologie', accreditation: 'Urologie' }, '20'),
  line(2, POISSY, '5'),
]);
const NUMBERS = ['101-1', '101-2', '1010', '9', '20', '5'];
/** 101-1 free, 101-2 filled, 1010 taken out, 9 filled, 20 free but for others, 5 free. */
const states = Uint8Array.from([
  FREE,
  stateByte(true, false),
  stateByte(false, true),
  stateByte(true, false),
  stateByte(false, false, true),
  FREE,
]);
const posts = (search: Partial<OfferSearch>): string =>
  Array.from(found(index, states, { ...EVERYTHING, ...search }).posts, place => NUMBERS[place]).join(' ');
const services = (search: Partial<OfferSearch>): readonly number[] => [
  ...found(index, states, { ...EVERYTHING, ...search }).services,
];

describe('a search of the offer', () => {
  it('finds words in any text and in numbers, without case, accents and ligatures', () => {
    expect(posts({ words: 'OESOGASTRIQUE' })).to.equal('5');
    expect(posts({ words: 'eve noel' })).to.equal('101-1 101-2 1010');
    expect(posts({ words: 'antoine 1010' })).to.equal('1010');
    expect(posts({ words: 'urologie antoine' })).to.equal('');
  });

  it('takes several values of a field together, and several fields at once', () => {
    expect(posts({ criteria: { department: ['78'], city: [] } })).to.equal('5');
    expect(posts({ criteria: { department: ['yvelines', '75'] } })).to.equal('101-1 101-2 1010 9 20 5');
    expect(posts({ criteria: { service: ['urologie', 'oesogastrique'] } })).to.equal('9 20 5');
    expect(posts({ criteria: { service: ['urologie', 'oesogastrique'], city: ['paris'] } })).to.equal('9 20');
  });

  it('finds each of its fields', () => {
    expect(posts({ criteria: { head: ['oeuvrard zoe'] } })).to.equal('9 20');
    expect(posts({ criteria: { accreditation: ['visc'] } })).to.equal('101-1 101-2 1010 9 5');
    expect(posts({ criteria: { establishment: ['cochin'] } })).to.equal('9 20');
    expect(posts({ criteria: { phase: ['socle'], group: ['chir'], amphitheatre: ['approf'] } })).to.equal('');
  });

  it('finds a number whole, with all of its seats', () => {
    expect(posts({ criteria: { number: ['101'] } })).to.equal('101-1 101-2');
    expect(posts({ criteria: { number: ['101-2', '5'] } })).to.equal('101-2 5');
  });

  it('finds what is reserved or earmarked, for whom, and what is not', () => {
    expect(posts({ criteria: { reservedFor: ['*'] } })).to.equal('20');
    expect(posts({ criteria: { reservedFor: ['-'], earmark: ['*'] } })).to.equal('1010');
    expect(posts({ criteria: { earmark: ['-', 'onco'], department: ['75'] } })).to.equal(
      '101-1 101-2 1010 9 20',
    );
  });

  it('finds states, also whether the reader may choose', () => {
    expect(posts({ criteria: { state: ['libre'] } })).to.equal('101-1 20 5');
    expect(posts({ criteria: { state: ['possible', 'retire'] } })).to.equal('101-1 1010 5');
    expect(posts({ criteria: { state: ['pourvu'] } })).to.equal('101-2 9');
  });

  it('shows a service for one of its posts, and as filled when nothing found of it is vacant', () => {
    expect(services({ criteria: { earmark: ['onco'] } })).to.deep.equal([0]);
    expect(services({ filled: 'vacant' })).to.deep.equal([0, 1, 2]);
    expect(services({ filled: 'filled' })).to.deep.equal([]);
    expect(services({ filled: 'filled', criteria: { reservedFor: ['-'] } })).to.deep.equal([1]);
    expect(posts({ filled: 'vacant' })).to.equal('101-1 20 5');
    expect(posts({ filled: 'filled' })).to.equal('101-2 9');
    expect(services({ filled: 'filled', criteria: { number: ['1010'] } })).to.deep.equal([]);
    expect(services({ only: 2 })).to.deep.equal([1]);
  });

  it('counts what it found', () => {
    const { posts: some, services: of, filled } = found(index, states, EVERYTHING);
    expect([some.length, of.length, filled]).to.deep.equal([6, 3, 2]);
  });

  it('sorts posts by any column, either way, ties as they were', () => {
    const order = (key: SortKey, descending = false): string => posts({ sort: { key, descending } });
    expect(order('department')).to.equal('101-1 101-2 1010 9 20 5');
    expect(order('number')).to.equal('5 9 20 101-1 101-2 1010');
    expect(order('city')).to.equal('9 20 101-1 101-2 1010 5');
    expect(order('head')).to.equal('101-1 101-2 1010 9 20 5');
    expect(order('earmark')).to.equal('1010 101-1 101-2 9 20 5');
    expect(order('service', true)).to.equal('9 20 5 101-1 101-2 1010');
    expect(order('reservedFor')).to.equal('20 101-1 101-2 1010 9 5');
    expect(order('state')).to.equal('101-1 5 20 101-2 9 1010');
    expect(order('state', true)).to.equal('1010 101-2 9 20 101-1 5');
  });

  it('adds a value once, however it is written, and takes it away', () => {
    const once = withValue({}, 'city', 'Créteil');
    expect(withValue(once, 'city', 'CRETEIL')).to.equal(once);
    expect(withoutValue(withValue(once, 'city', 'Paris'), 'city', 'Créteil')).to.deep.equal({
      city: ['Paris'],
    });
    expect(withoutValue(once, 'city', 'Créteil')).to.deep.equal({});
    expect([isNarrowed(EVERYTHING), isNarrowed({ ...EVERYTHING, criteria: once })]).to.deep.equal([
      false,
      true,
    ]);
  });

  it('suggests what begins with what is typed, then what holds it', () => {
    expect(index.values.service).to.deep.equal(['Chirurgie digestive', 'Chirurgie œsogastrique', 'Urologie']);
    expect(suggestions(['Médecine du sport', 'Sport', 'Urologie'], 'SPO', 8)).to.deep.equal([
      'Sport',
      'Médecine du sport',
    ]);
    expect(suggestions(['a', 'b', 'c'], '', 2)).to.deep.equal(['a', 'b']);
  });

  it('takes 12,000 posts in an instant', () => {
    const many = indexOf(
      Array.from({ length: 3_000 }, (_, n) =>
        line(n, { service: `Service ${n % 300}`, establishment: `Hôpital ${n % 55}` }, ...seats(n)),
      ),
    );
    const free = new Uint8Array(12_000);
    const begun = performance.now();
    for (const words of ['h', 'hopital 5', 'service 299', 'rien'])
      found(many, free, { ...EVERYTHING, words, sort: { key: 'number', descending: false } });
    expect(performance.now() - begun).to.be.below(1_500); // ms; some 25 on a quiet machine
  });
});

const seats = (n: number): string[] => [1, 2, 3, 4].map(seat => `${n}-${seat}`);
