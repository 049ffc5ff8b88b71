/** The blocks of a long list, and which of them are drawn first. */
import { expect } from 'chai';
import { BLOCK, blocksOf, inDrawingOrder } from '../../../client/ui/blocks.ts';

describe('a long list', () => {
  it('is cut into blocks that hold every row once, in order', () => {
    const rows = Array.from({ length: BLOCK * 2 + 1 }, (_, place) => place);
    const blocks = blocksOf(rows);
    expect(blocks.map(block => block.length)).to.deep.equal([BLOCK, BLOCK, 1]);
    expect(blocks.flat()).to.deep.equal(rows);
  });

  it('is drawn from its beginning, unless a link leads into it', () => {
    expect(inDrawingOrder(4, null)).to.deep.equal([0, 1, 2, 3]);
    expect(inDrawingOrder(4, BLOCK * 2)).to.deep.equal([2, 1, 0, 3]);
    expect(inDrawingOrder(4, 0)).to.deep.equal([0, 1, 2, 3]);
  });
});
