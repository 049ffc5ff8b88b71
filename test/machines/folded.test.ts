/** Text as searches compare it. */
import { expect } from 'chai';
import { folded, foldedWords } from '../../machines/folded.ts';

describe('folded text', () => {
  it('forgets case, accents, ligatures and hyphens', () => {
    expect(folded('Sœur Éléonore-Zoé')).to.equal('soeur eleonore zoe');
  });

  it('is words without what stands between them', () => {
    expect(foldedWords(' 75 – Val-d’Oise, «\u00a0ŒUVRE\u00a0» ')).to.deep.equal([
      '75',
      'val',
      'd',
      'oise',
      'oeuvre',
    ]);
    expect(foldedWords(' – ')).to.deep.equal([]);
  });
});
