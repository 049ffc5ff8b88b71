/** The adequacy rate: what it is, how it reads, in which order the amphitheatres stand. */
import { expect } from 'chai';
import type { AdequacyRow } from '../../../client/http/answers.ts';
import { rateOf, rateText, rateWords, sorted, together } from '../../../client/public-pages/adequacy.ts';

const row = (title: string, posts: number, people: number): AdequacyRow => ({
  amphitheatre: 1 as AdequacyRow['amphitheatre'],
  title,
  posts,
  people,
});
const rows = [row('A', 10, 20), row('B', 5, 0), row('C', 30, 10)];
const titles = (list: readonly AdequacyRow[]): string => list.map(({ title }) => title).join('');

describe('the adequacy rate', () => {
  it('is posts against people, and none where nobody is to choose', () => {
    expect(rateOf(row('', 125, 100))).to.equal(1.25);
    expect(rateOf(row('', 3, 0))).to.equal(null);
    expect(rateText(null)).to.equal('–');
  });

  it('reads as the French write it, and never 100 % where a post is missing', () => {
    expect(rateText(1.0425)).to.equal('104,2\u00a0%');
    expect(rateText(9_999 / 10_000)).to.equal('99,9\u00a0%');
    expect(rateText(1)).to.equal('100,0\u00a0%');
    expect(rateText(29 / 25)).to.equal('116,0\u00a0%');
  });

  it('says in words what the number means', () => {
    expect(rateWords(row('', 5, 5))).to.equal('autant de postes que d’internes');
    expect(rateWords(row('', 6, 5))).to.equal('1\u00a0poste de plus que d’internes');
    expect(rateWords(row('', 2, 5))).to.equal('il manque 3\u00a0postes');
    expect(rateWords(row('', 2, 0))).to.equal('personne à placer');
  });

  it('orders by rate, posts or people, those without a rate last', () => {
    expect(titles(sorted(rows, 'title'))).to.equal('ABC');
    expect(titles(sorted(rows, 'lowest'))).to.equal('ACB');
    expect(titles(sorted(rows, 'highest'))).to.equal('CAB');
    expect(titles(sorted(rows, 'posts'))).to.equal('CAB');
    expect(titles(sorted(rows, 'people'))).to.equal('ACB');
  });

  it('is told for all amphitheatres together', () => {
    expect(together(rows)).to.deep.equal({ posts: 45, people: 30 });
  });
});
