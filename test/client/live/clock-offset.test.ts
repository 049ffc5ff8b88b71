/** The server's clock as a client works it out from its pings. */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { measureOf, offsetOf, withMeasure } from '../../../client/live/clock-offset.ts';
import type { Measure } from '../../../client/live/clock-offset.ts';

const HOUR = 3_600_000;

describe('the clock’s offset', () => {
  it('is none before any ping', () => {
    expect(offsetOf([])).to.equal(0);
  });

  it('is taken at the middle of the round trip', () => {
    expect(measureOf(1_000, 1_100, 5_050)).to.deep.equal({ offset: 4_000, within: 50 });
  });

  it('is the one of the lowest round trip', () => {
    const measures = [
      measureOf(0, 400, HOUR + 390),
      measureOf(500, 520, HOUR + 510),
      measureOf(600, 900, HOUR + 620),
    ];
    expect(offsetOf(measures.reduce<readonly Measure[]>(withMeasure, []))).to.equal(HOUR);
  });

  it('forgets the old pings where the client’s clock was moved', () => {
    const before = [measureOf(0, 10, 5), measureOf(20, 30, 25)].reduce<readonly Measure[]>(withMeasure, []);
    const moved = withMeasure(before, measureOf(HOUR, HOUR + 200, 140));
    expect(moved).to.have.length(1);
    expect(offsetOf(moved)).to.equal(40 - HOUR);
  });

  it('keeps eight pings', () => {
    const many = Array.from({ length: 20 }, (_, n) => measureOf(n, n + 10, n + 5));
    expect(many.reduce<readonly Measure[]>(withMeasure, [])).to.have.length(8);
  });
});
