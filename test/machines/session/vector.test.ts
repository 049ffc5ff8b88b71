/** The vector behind people and posts: it shares what did not change, and agrees with a plain array. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { toStored } from '../../../machines/session/stored-state.ts';
import { at, toArray, vectorOf, withAt } from '../../../machines/session/vector.ts';
import type { Vector } from '../../../machines/session/vector.ts';
import { SEEDED, seededRuns } from './random-seed.ts';
import { choose, started } from './stage.ts';

const renewed = <T>(before: Vector<T>, after: Vector<T>): number =>
  after.leaves.filter((leaf, index) => leaf !== before.leaves[index]).length;

describe(`a vector, ${SEEDED}`, () => {
  it('agrees with a plain array, and never changes the one before', () => {
    const change = fc.tuple(fc.nat(299), fc.integer());
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 300, maxLength: 300 }),
        fc.array(change),
        (items, changes) => {
          const plain = [...items];
          const first = vectorOf(items);
          const last = changes.reduce((vector, [index, item]) => {
            plain[index] = item;
            return withAt(vector, index, item);
          }, first);
          expect(toArray(last)).to.deep.equal(plain);
          expect(toArray(first)).to.deep.equal(items);
        },
      ),
      seededRuns(100),
    );
  });

  it('has no entry outside its length', () => {
    const vector = vectorOf([1, 2, 3]);
    for (const index of [-1, 3, 0.5]) expect(() => at(vector, index)).to.throw(RangeError);
    expect(() => withAt(vector, 3, 4)).to.throw(RangeError);
  });

  for (const people of [50, 5_000])
    it(`[O9] renews one leaf of people and one of posts for a choice among ${people}`, () => {
      const session = started({ people, posts: people });
      const { context } = session.snapshot;
      session.accept(choose(session, 1, 1));
      expect(renewed(context.people, session.snapshot.context.people)).to.equal(1);
      expect(renewed(context.posts, session.snapshot.context.posts)).to.equal(1);
      expect(session.snapshot.context.world).to.equal(context.world);
      // What is stored grows with what changed: the one who chose, the next one called, the seat.
      const stored = toStored(session.snapshot);
      expect([stored.people.length, stored.posts.length]).to.deep.equal([2, 1]);
    });
});
