/** One's session found by the call order. */
import { expect } from 'chai';
import type { ListedSession, PublicCallList } from '../../../client/http/answers.ts';
import { placeOf } from '../../../client/public-pages/place-of-order.ts';
import { wordsOf } from '../../../client/public-pages/words-of.ts';

const session = (number: number): ListedSession => ({
  id: number as ListedSession['id'],
  number,
  state: 'validated',
  startsAt: 1_000 * number,
  startsAround: null,
  endsAround: null,
  awaitsStart: false,
  size: 2,
  chosen: 0,
});
const person = (callOrder: number, number: number | null): PublicCallList['people'][number] => ({
  person: `person${callOrder}` as PublicCallList['people'][number]['person'],
  callOrder,
  name: 'Aubertin',
  firstName: 'Camille',
  specialty: 'Urologie',
  session: number,
});
const list = (people: PublicCallList['people']): PublicCallList => ({
  amphitheatre: 1 as PublicCallList['amphitheatre'],
  title: 'Urologie, phase socle',
  provisional: true,
  people,
});
const cut = list([person(1, 1), person(57, 1), person(57.5, 2), person(58, 2)]);
const amphitheatre = { sessions: [session(1), session(2)], firstAt: 500 };

describe('a call order', () => {
  it('leads to its session and the place in it', () => {
    expect(placeOf(cut, amphitheatre, '58')).to.deep.include({ kind: 'session', place: 2, size: 2 });
    expect(placeOf(cut, amphitheatre, ' n° 058 ')).to.deep.include({ kind: 'session', place: 2 });
  });

  it('may be that of somebody added between two others, as it is written on the lists', () => {
    for (const typed of ['57 bis', '57bis', '57\u00a0BIS'])
      expect(placeOf(cut, amphitheatre, typed), typed).to.deep.include({ kind: 'session', place: 1 });
  });

  it('has no session yet before the cut, and the provisional hour instead', () => {
    const uncut = placeOf(list([person(1, null)]), { sessions: [], firstAt: 500 }, '1');
    expect(uncut).to.deep.include({ kind: 'uncut', firstAt: 500 });
  });

  it('is told to be on no list where it is on none, with how far the list goes', () => {
    expect(placeOf(cut, amphitheatre, '59')).to.deep.equal({ kind: 'nobody', last: '58' });
    expect(placeOf(list([]), amphitheatre, '1')).to.deep.equal({ kind: 'nobody', last: '0' });
  });

  it('is not looked for before anything is typed', () => {
    expect(placeOf(cut, amphitheatre, '  ')).to.equal(null);
  });
});

describe('a search by words', () => {
  it('finds every word somewhere, case, accents and hyphens forgiven, and everything where nothing is typed', () => {
    expect(wordsOf('CERGY saint')('Hôpital Saint-Louis, Cergy')).to.equal(true);
    expect(wordsOf('cergy paris')('Hôpital Saint-Louis, Cergy')).to.equal(false);
    expect(wordsOf(' ')('x')).to.equal(true);
  });
});
