/** A search of the offer in an address, and back. */
import { expect } from 'chai';
import {
  addressOf,
  addressWith,
  MOST_VALUES,
  savedQuery,
  searchFrom,
  sheetFrom,
} from '../../machines/offer-address.ts';
import { EVERYTHING } from '../../machines/offer-search.ts';
import type { OfferSearch } from '../../machines/offer-search.ts';

const read = (text: string) => searchFrom(new URLSearchParams(text));
const WHOLE: OfferSearch = {
  words: 'chir & œso',
  filled: 'vacant',
  criteria: { department: ['75 – Paris', '92'], reservedFor: ['-'], state: ['libre'], number: ['101-1'] },
  only: 12,
  grouping: 'post',
  sort: { key: 'head', descending: true },
  page: 3,
  size: 50,
};

describe('the address of a search', () => {
  it('holds all of it, and is empty for the whole offer', () => {
    expect(read(addressOf(WHOLE))).to.deep.equal({ search: WHOLE, ignored: [] });
    expect(addressOf(EVERYTHING)).to.equal('');
    expect(read('')).to.deep.equal({ search: EVERYTHING, ignored: [] });
  });

  it('is the same text for the same search, in whatever order it was asked', () => {
    const other = 'pourvus=oui&ville=Poissy&departement=78&q=x';
    expect(addressOf(read(other).search)).to.equal('q=x&pourvus=oui&departement=78&ville=Poissy');
  });

  it('ignores what it does not understand, says so, and keeps the rest', () => {
    const { search, ignored } = read(
      'vue=carte&tri=age&page=0&seul=abc&etat=vert&par=7&pourvus=peut-etre&ville=Poissy',
    );
    expect(search).to.deep.equal({ ...EVERYTHING, criteria: { city: ['Poissy'] } });
    expect([...ignored].sort()).to.deep.equal(['etat', 'page', 'par', 'pourvus', 'seul', 'tri', 'vue']);
    expect(read('q=a&q=b').ignored).to.deep.equal(['q']);
    expect(read('page=99999999999&poste=1&utm=2').ignored).to.deep.equal(['page']);
  });

  it('takes so many values of a field, none of them empty or endless, none twice', () => {
    const many = Array.from({ length: MOST_VALUES + 1 }, (_, n) => `ville=v${n}`).join('&');
    expect(read(many).search.criteria.city).to.have.length(MOST_VALUES);
    expect(read(many).ignored).to.deep.equal(['ville']);
    expect(read(`chef=&chef=${'x'.repeat(101)}&chef=Noël&chef=NOEL`).search.criteria).to.deep.equal({
      head: ['Noël'],
    });
  });

  it('leaves what is somebody else’s, and holds the open sheet', () => {
    const query = addressWith(new URLSearchParams('compte=mandatary&q=vieux&poste=3'), EVERYTHING, 8);
    expect(query.toString()).to.equal('compte=mandatary&poste=8');
    expect([sheetFrom(query), sheetFrom(new URLSearchParams('poste=-1'))]).to.deep.equal([8, null]);
  });

  it('is kept under a name without the page one was on', () => {
    expect(read(savedQuery(WHOLE)).search).to.deep.equal({ ...WHOLE, page: 1 });
  });
});
