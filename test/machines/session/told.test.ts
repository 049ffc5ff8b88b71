/** Rules V11, V13: what everybody is told when people and posts come in, and choices are corrected. */
import { expect } from 'chai';
import { seal } from '../../../machines/sealed.ts';
import type { CommandBody } from '../../../machines/session/commands.ts';
import { internsAhead, passingOrder } from '../../../machines/session/passing-order.ts';
import { publicFacts } from '../../../machines/session/public-facts.ts';
import { applyDelta } from '../../../machines/session/public-fold.ts';
import { fromSnapshot, publicHash, toSnapshot } from '../../../machines/session/public-state.ts';
import type { PublicState } from '../../../machines/session/public-state.ts';
import {
  add,
  addPosts,
  assign,
  chooseOnBehalf,
  chosenEarlier,
  correct,
  FORGOTTEN,
  leaveWithoutPost,
  pass,
  prolong,
  seatOf,
} from './moderator.ts';
import { choose, force, kinds, markAbsent, pause, REASON, START } from './stage.ts';
import { EARLIER, NEXT, publicStateOf, SESSION, watched } from './watched.ts';
import { personId, postId, worldOf } from './world.ts';

const rowOf = (state: PublicState, number: number) => state.people.get(personId(number));

describe('everybody’s copy of the session', () => {
  it('[V11] has somebody forgotten at their call order, of a later edition', () => {
    const { session, state } = watched({ people: 3 });
    session.accept(add(1.5));
    expect(passingOrder(state, SESSION)).to.deep.equal([personId(1), FORGOTTEN, personId(2), personId(3)]);
    expect(internsAhead(state, personId(3))).to.equal(3);
    expect([...state.people.keys()].indexOf(FORGOTTEN)).to.equal(1);
    expect(state.edition).to.equal(2);
    const again = fromSnapshot(toSnapshot(state));
    expect(publicHash(again)).to.equal(publicHash(state));
    expect(passingOrder(again, SESSION)).to.deep.equal(passingOrder(state, SESSION));
  });

  it('[V11] has them out of the passing order where their rank has passed', () => {
    const { session, state } = watched({ people: 3 });
    session.accept(choose(session, 1, 1));
    session.accept(add(0.5));
    expect(passingOrder(state, SESSION)).to.deep.equal([personId(2), personId(3)]);
    expect(state.people.get(FORGOTTEN)).to.include({ state: 'absent', at: START });
  });

  it('[V11] never goes back to an older edition', () => {
    const { session, state } = watched();
    state.edition = 9;
    session.accept(add(9));
    session.accept(addPosts([50]));
    expect(state.edition).to.equal(9);
  });

  it('[V11] has posts added, free, behind the others', () => {
    const { session, state } = watched({ people: 2, posts: 2 });
    session.accept(addPosts([3, 4]));
    expect([...state.posts.values()].slice(2)).to.deep.equal(
      [3, 4].map(number => ({ id: postId(number), filled: false, blocked: false })),
    );
    expect(state.edition).to.equal(2);
    session.accept(choose(session, 1, 4));
    expect(state.posts.get(postId(4))).to.include({ filled: true });
  });

  it('[V11] keeps posts and people that the tables told it already', () => {
    const world = worldOf({ people: 2, posts: 2 });
    const state = publicStateOf(world);
    const facts = publicFacts([
      { kind: 'joined', person: personId(2), callOrder: 2, state: 'waiting', at: START, edition: 1 },
      {
        kind: 'postsAdded',
        posts: [{ post: postId(2), line: 101 as never }],
        edition: 1,
        at: START,
        reason: REASON,
      },
    ]);
    applyDelta(state, { pub: 1, session: SESSION, at: START, facts });
    expect([state.people.size, state.posts.size]).to.deep.equal([2, 2]);
  });

  it('[V11] has in this session whoever’s choice of an earlier one is taken back', () => {
    const { session, state } = watched({
      people: 3,
      person: { 1: chosenEarlier(1) },
      seats: [seatOf(1, 1)],
    });
    expect(rowOf(state, 1)).to.include({ session: EARLIER, state: 'chosen' });
    session.accept(correct(1, 1, null));
    expect(rowOf(state, 1)).to.include({ session: SESSION, state: 'absent', service: null, at: START });
    expect(state.posts.get(postId(1))).to.include({ filled: false });
    expect(state.queues.get(EARLIER)?.order).to.deep.equal([]);
    session.accept({ type: 'callBack', person: personId(1), on: 'absent' });
    expect(passingOrder(state, SESSION)).to.deep.equal([2, 1, 3].map(personId));
  });

  it('[V13] follows a choice that is moved', () => {
    const post = { 2: { service: 12 as never, line: 102 as never } };
    const { session, state } = watched({ people: 2, posts: 2, post });
    session.accept(choose(session, 1, 1));
    session.wait(5_000);
    session.accept(correct(1, 1, 2));
    expect(rowOf(state, 1)).to.include({ state: 'chosen', service: 12, at: START + 5_000 });
    expect([...state.posts.values()].map(({ filled }) => filled)).to.deep.equal([false, true]);
  });

  it('[V13] follows a choice that is taken back', () => {
    const { session, state } = watched({ people: 2 });
    session.accept(choose(session, 1, 1));
    session.accept(correct(1, 1, null));
    expect(rowOf(state, 1)).to.include({ session: SESSION, state: 'absent', service: null, at: START });
  });

  it('[V13] follows corrections and assignments of a closed session', () => {
    const { session, state } = watched({ people: 4 });
    session.accept(choose(session, 1, 1));
    session.accept(choose(session, 2, 2));
    session.accept(force(2));
    session.accept(correct(1, 1, 3));
    session.accept(correct(2, 2, null));
    expect(rowOf(state, 1)).to.include({ session: SESSION, state: 'chosen' });
    // Handed over, as those who were absent when it closed.
    expect(rowOf(state, 2)).to.include({ session: NEXT, state: 'absent', service: null });
    expect(state.queues.get(NEXT)?.order).to.deep.equal([2, 3, 4].map(personId));
    session.accept(assign(3, 4));
    session.accept(leaveWithoutPost(4));
    expect(rowOf(state, 3)).to.include({ state: 'chosen', service: 11 });
    expect(rowOf(state, 4)).to.include({ state: 'notChoosing' });
    expect([...state.posts.values()].map(({ filled }) => filled)).to.deep.equal([
      false,
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it('[V13] hands to the next session, from a closed one, whom an earlier one had', () => {
    const { session, state } = watched({
      people: 2,
      person: { 1: chosenEarlier(1) },
      seats: [seatOf(1, 1)],
    });
    session.accept(force(1));
    session.accept(correct(1, 1, null));
    expect(rowOf(state, 1)).to.include({ session: NEXT, state: 'absent' });
    expect(state.queues.get(EARLIER)?.order).to.deep.equal([]);
    expect(state.queues.get(NEXT)?.order).to.deep.equal([1, 2].map(personId));
  });

  it('[V3] has the passed as not choosing', () => {
    const { session, state } = watched({ people: 2, posts: 1 });
    session.accept(choose(session, 1, 1));
    session.accept(pass(session, 2));
    expect(rowOf(state, 2)).to.include({ state: 'notChoosing' });
    expect(passingOrder(state, SESSION)).to.deep.equal([]);
  });

  it('[V1] [V2] is never told a person with a post, nor why moderators did what they did', () => {
    const { session } = watched({ people: 4, posts: 6 });
    const secret = 'secret médical';
    const told: string[] = [];
    const say = (command: CommandBody) => {
      const facts = publicFacts(session.accept({ ...command, reason: seal(secret) } as CommandBody));
      for (const fact of facts) expect('person' in fact && 'post' in fact).to.equal(false);
      told.push(...kinds(facts as never), JSON.stringify(facts));
    };
    say(prolong(session, 1));
    say(chooseOnBehalf(session, 1, 1));
    say(correct(1, 1, 2));
    say(correct(1, 2, null));
    say(markAbsent(session, 2));
    say(add(9));
    session.accept({ type: 'readPhone', person: personId(1) });
    session.accept({ ...pause(), reason: seal('tout va bien') } as CommandBody);
    session.accept(force(3, 'paused'));
    say(assign(1, 3, { on: 'absent' }));
    say(leaveWithoutPost(3));
    expect(told.join(' ')).not.to.match(/secret|prolonged|corrected|assigned|phoneRead|possible|returns/);
  });
});
