/** What the other account of the same browser says over the room. */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { otherTurn } from '../../../client/room/other-turn.ts';

describe('what the other account says', () => {
  it('is its turn, or that it is near, and else nothing', () => {
    const called = { person: 'p1', turn: 1, mode: 'choosing', endsAt: 1, leftMs: 1 } as never;
    expect(otherTurn({ kind: 'myTurn', called }, 'Ève Noël')).to.deep.equal({
      now: true,
      title: 'C’est à vous de choisir pour Ève Noël',
    });
    expect(otherTurn({ kind: 'inLine', ahead: 3, soon: true, returned: false }, null)?.now).to.equal(false);
    expect(otherTurn({ kind: 'inLine', ahead: 9, soon: false, returned: false }, null)).to.equal(null);
    expect(otherTurn({ kind: 'heldTurn', called }, null)).to.equal(null);
  });
});
