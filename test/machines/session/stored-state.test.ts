/** Rule O10: what was added to a session stands in its stored state. */
import { expect } from 'chai';
import type { CommandBody } from '../../../machines/session/commands.ts';
import { STORED_VERSION, fromStored, toStored } from '../../../machines/session/stored-state.ts';
import type { StoredState } from '../../../machines/session/stored-state.ts';
import type { World } from '../../../machines/session/world.ts';
import { add, addPosts, chosenEarlier, correct, seatOf } from './moderator.ts';
import { callBack, choose, excuse, markAbsent, opened, started, startIn } from './stage.ts';
import type { Stage } from './stage.ts';
import { personId, worldOf } from './world.ts';

describe('a stored state', () => {
  const world = worldOf({
    people: 6,
    posts: 4,
    person: { 1: chosenEarlier(1), 3: { connected: false } },
    seats: [seatOf(1, 1)],
  });
  const script: readonly ((session: Stage) => CommandBody)[] = [
    session => choose(session, 2, 2),
    () => add(1.5),
    () => addPosts([5, 6], 105),
    () => correct(1, 1, 6),
    () => addPosts([7], 105),
    session => ({ ...markAbsent(session, 1), person: personId(3) }) as CommandBody,
    () => add(5.5, { id: 'forgotten1' as never, connected: false }),
    () => callBack(3),
    () => excuse(6),
    () => correct(1, 6, null),
  ];

  it('[O10] says who and what was added, and comes back whole after each command', () => {
    const session = opened();
    session.accept(startIn(world));
    for (const command of script) {
      session.accept(command(session));
      const stored = JSON.parse(JSON.stringify(toStored(session.snapshot))) as StoredState;
      const restored = fromStored(stored, JSON.parse(JSON.stringify(world)) as World);
      expect(restored.context).to.deep.equal(session.snapshot.context);
      expect(restored.value).to.deep.equal(session.snapshot.value);
      expect(JSON.parse(JSON.stringify(toStored(restored)))).to.deep.equal(stored);
    }
    expect(session.snapshot.context.added.people.length).to.equal(2);
  });

  it('[O7] is not read where its version is another', () => {
    const stored = { ...toStored(started().snapshot), version: STORED_VERSION - 1 };
    expect(() => fromStored(stored, world)).to.throw(TypeError, `version ${STORED_VERSION - 1}`);
  });

  it('[O10] leaves out whom nobody touched, added or not', () => {
    const session = started({ people: 500, posts: 500 });
    session.accept(add(100.5));
    session.accept(addPosts([600]));
    const stored = toStored(session.snapshot);
    expect([stored.people.length, stored.posts.length]).to.deep.equal([2, 0]);
  });
});
