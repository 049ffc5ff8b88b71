/** Where a dragged favourite comes. */
import { expect } from 'chai';
import { placeUnder } from '../../../client/favourites/place-under.ts';

describe('a favourite that is dragged', () => {
  // A long one in the middle: its posts are shown.
  const rows = [
    { top: 0, height: 100 },
    { top: 100, height: 300 },
    { top: 400, height: 100 },
    { top: 500, height: 100 },
  ];

  it('stays where it is until its edge is over the middle of the next one', () => {
    expect(placeUnder(rows, 2, 0)).to.equal(2);
    expect(placeUnder(rows, 2, 50)).to.equal(2);
    expect(placeUnder(rows, 2, 51)).to.equal(3);
    expect(placeUnder(rows, 2, -150)).to.equal(2);
    expect(placeUnder(rows, 2, -151)).to.equal(1);
  });

  it('passes long rows and short ones, up to the first and the last place', () => {
    expect(placeUnder(rows, 0, 151)).to.equal(1);
    expect(placeUnder(rows, 0, 9_000)).to.equal(3);
    expect(placeUnder(rows, 3, -9_000)).to.equal(0);
    expect(placeUnder(rows, 1, -51)).to.equal(0);
  });

  it('that is not there moves nothing', () => {
    expect(placeUnder(rows, 9, 50)).to.equal(9);
  });
});
