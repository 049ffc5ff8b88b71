/** Seconds and stages of a turn, and the document's title at the moments that count. */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { secondsOf, stageOf } from '../../../client/room/countdown.ts';
import { pageTitle } from '../../../client/room/words.ts';
import { person } from '../stage.ts';

const called = { person: person(1), turn: 1, mode: 'choosing', endsAt: 90_000, leftMs: 90_000 } as const;

describe('the countdown', () => {
  it('reaches 0 at the deadline itself, not before', () => {
    expect([secondsOf(called, 1), secondsOf(called, 89_999), secondsOf(called, 90_000)]).to.deep.equal([
      90, 1, 0,
    ]);
  });

  it('never shows more than was given, where the device’s idea of the server’s clock is a little behind', () => {
    expect(secondsOf(called, -40)).to.equal(90);
  });

  it('shows what a pause has frozen', () => {
    expect(secondsOf({ ...called, endsAt: null, leftMs: 47_200 }, 500_000)).to.equal(48);
  });

  it('shows what will be given back after an incident', () => {
    expect(secondsOf({ ...called, mode: 'recovering', leftMs: 30_000 }, 89_000)).to.equal(30);
  });

  it('turns amber at 30 s and red at 10 s', () => {
    expect([31, 30, 11, 10, 0].map(seconds => stageOf(seconds, false))).to.deep.equal([
      'go',
      'soon',
      'soon',
      'last',
      'over',
    ]);
    expect(stageOf(5, true)).to.equal('still');
  });

  it('changes the page’s title at the moments that count', () => {
    const inLine = (ahead: number) =>
      pageTitle({ kind: 'inLine', ahead, soon: ahead <= 4, returned: false }, 'intern');
    expect([inLine(7), inLine(4), pageTitle({ kind: 'myTurn', called }, 'intern')]).to.deep.equal([
      'Ma session – 7 avant vous',
      'Bientôt – encore 4',
      'C’est à vous',
    ]);
  });
});
