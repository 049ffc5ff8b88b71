/** What another page than the room says of one's turn. */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { stripOf } from '../../../client/elsewhere/strip-of.ts';
import type { Moment } from '../../../client/room/moment.ts';
import type { PersonId } from '../../../machines/ids.ts';

const inLine = (ahead: number): Moment => ({ kind: 'inLine', ahead, soon: ahead <= 4, returned: false });
const MY_TURN: Moment = {
  kind: 'myTurn',
  called: { person: 'p' as PersonId, turn: 1, mode: 'choosing', endsAt: 90_000, leftMs: 90_000 },
};
const absent = (canReturn: boolean): Moment => ({
  kind: 'absent',
  at: null,
  endedAt: null,
  cause: null,
  canReturn,
});

describe('one’s turn on another page', () => {
  it('is said when it is there, near, or passed and to be taken back', () => {
    const kinds = [MY_TURN, inLine(4), inLine(1), absent(true)].map(moment => stripOf(moment, true)?.kind);
    expect(kinds).to.deep.equal(['now', 'soon', 'soon', 'missed']);
  });

  it('is no matter while five stand before, where nothing can be taken back, nor after a choice', () => {
    const moments: readonly Moment[] = [inLine(5), absent(false), { kind: 'chosen', choice: null }];
    expect(moments.map(moment => stripOf(moment, true))).to.deep.equal([null, null, null]);
  });

  it('is the holder’s alone where a mandate was given, and nobody’s before that is known', () => {
    expect([stripOf(MY_TURN, false), stripOf(inLine(2), null)]).to.deep.equal([null, null]);
  });
});
