/** Rules T17, T18: a turn in which nothing may be chosen. */
import { expect } from 'chai';
import { alarm } from '../../../machines/session/alarm.ts';
import type { Fact } from '../../../machines/session/facts.ts';
import { noPost } from '../../../machines/session/desk.ts';
import type { World } from '../../../machines/session/world.ts';
import { addPosts, correct, pass } from './moderator.ts';
import {
  choose,
  force,
  kinds,
  markAbsent,
  opened,
  pause,
  REASON,
  setStatus,
  started,
  startIn,
} from './stage.ts';
import { PAEDIATRICS, personId, postId, SURGERY, worldOf } from './world.ts';

const said = (any: boolean, turn = 2): Fact => ({ kind: 'possible', person: personId(2), turn, any });

/** Two people, one post: the second is called and finds nothing. */
function nothingLeft() {
  const session = started({ people: 3, posts: 1 });
  const facts = session.accept(choose(session, 1, 1));
  return { session, facts };
}

describe('a turn in which nothing may be chosen', () => {
  it('[T17] is said when it begins', () => {
    const { session, facts } = nothingLeft();
    expect(kinds(facts)).to.deep.equal(['chosen', 'assigned', 'seat', 'called', 'possible']);
    expect(facts.at(-1)).to.deep.equal(said(false));
    expect(noPost(session.snapshot)).to.equal(true);
  });

  it('[T17] is not spoken of where something may be', () => {
    const session = started({ people: 2 });
    expect(kinds(session.facts)).to.deep.equal(['started', 'called']);
    expect(noPost(session.snapshot)).to.equal(false);
  });

  it('[T17] is one where every free post is reserved, or blocked', () => {
    const post = { 1: { reservedFor: PAEDIATRICS }, 2: { blocked: true, line: 102 as never } };
    const session = started({ people: 1, posts: 2, post });
    expect(kinds(session.facts)).to.include('possible');
    expect(
      started({ people: 1, posts: 2, post, person: { 1: { specialty: PAEDIATRICS } } }).called,
    ).to.include({ anyPost: true });
  });

  it('[T17] is none for a supernumerary where there is any offer', () => {
    const status = 'supernumeraryNonValidating';
    const session = started({ people: 2, posts: 1, person: { 2: { status } } });
    expect(kinds(session.accept(choose(session, 1, 1)))).not.to.include('possible');
  });

  it('[T17] is over, and told so, once status, offer or a correction changes it', () => {
    const changes = [setStatus(2, 'supernumeraryNonValidating'), addPosts([2]), correct(1, 1, null)] as const;
    for (const change of changes) {
      const { session } = nothingLeft();
      expect(session.accept(change).at(-1)).to.deep.equal(said(true));
      expect(session.refuse(pass(session, 2))).to.deep.equal({ code: 'POSTS_POSSIBLE' });
    }
  });

  it('[T17] begins in the turn where a correction moves somebody to the last post left', () => {
    const post = { 1: { line: 101 as never, reservedFor: PAEDIATRICS }, 2: { line: 102 as never } };
    const person = { 1: { specialty: PAEDIATRICS } };
    const session = started({ people: 2, posts: 2, post, person });
    session.accept(choose(session, 1, 1));
    expect(session.called).to.include({ anyPost: true });
    expect(session.accept(correct(1, 1, 2)).at(-1)).to.deep.equal(said(false));
  });

  it('[T17] begins in the turn where its last post is blocked, and ends as it is offered again', () => {
    const session = started({ people: 2, posts: 2 });
    session.accept(choose(session, 1, 1));
    const setPost = (blocked: boolean) =>
      session.accept({ type: 'setPost', post: postId(2), blocked, reason: REASON });
    expect(setPost(true).at(-1)).to.deep.equal(said(false));
    expect(setPost(false).at(-1)).to.deep.equal(said(true));
  });

  it('[T17] is said in a pause too', () => {
    const session = started({ people: 2, posts: 1 });
    session.accept(pause());
    session.accept(markAbsent(session, 1));
    session.accept(setStatus(2, 'supernumeraryValidating'));
    const facts = session.accept({ type: 'setPost', post: postId(1), blocked: true, reason: REASON });
    expect(facts.at(-1)).to.deep.equal(said(false));
  });

  it('[T18] is passed by a moderator: not absent, and the next one is called', () => {
    const { session } = nothingLeft();
    expect(session.accept(pass(session, 2)).slice(0, 2)).to.deep.include({
      kind: 'passed',
      person: personId(2),
      at: session.now,
      reason: REASON,
    });
    expect(session.person(2).state).to.deep.equal({ kind: 'passed' });
    expect(session.calledNumber).to.equal(3);
  });

  it('[T18] is not passed where something may be chosen', () => {
    const session = started();
    expect(session.refuse(pass(session, 1))).to.deep.equal({ code: 'POSTS_POSSIBLE' });
  });

  it('[T18] is passed in a pause, the next one’s clock standing at its full time', () => {
    const { session } = nothingLeft();
    session.accept(pause());
    session.accept(pass(session, 2));
    expect(session.state).to.equal('paused.choosing');
    expect(session.called).to.include({ person: 2, endsAt: null, leftMs: 90_000 });
  });

  it('[T18] runs out as every other where nobody passes it', () => {
    const { session } = nothingLeft();
    session.wait((alarm(session.snapshot)?.at ?? 0) - session.now);
    expect(session.person(2).state).to.include({ kind: 'absent', cause: 'timeRanOut' });
  });

  it('[T18] answers a choice that comes after it with TOO_LATE', () => {
    const { session } = nothingLeft();
    const late = choose(session, 2, 1);
    session.accept(pass(session, 2));
    expect(session.refuse(late).code).to.equal('TOO_LATE');
  });

  it('[T18] hands the passed one to no next session, and leaves the others waiting', () => {
    const { session } = nothingLeft();
    session.accept(pass(session, 2));
    const [closed] = session.accept(force(1));
    expect(closed?.kind === 'closed' && closed.carried.map(({ person }) => person)).to.deep.equal([
      personId(3),
    ]);
  });

  it('[A7] begins the count of absences anew', () => {
    const session = started({ people: 4, posts: 1, person: { 3: { specialty: SURGERY } } });
    session.accept(choose(session, 1, 1));
    session.wait(91_500);
    expect(session.snapshot.context.automaticAbsencesInARow).to.equal(1);
    session.accept(pass(session, 3));
    expect(session.snapshot.context.automaticAbsencesInARow).to.equal(0);
  });

  it('[A8] leaves no place to excuse', () => {
    const { session } = nothingLeft();
    session.accept(pass(session, 2));
    const about = { type: 'excuse', person: personId(2), reason: REASON } as const;
    expect(session.refuse({ ...about, on: 'passed' })).to.deep.equal({
      code: 'WRONG_STATE',
      state: 'passed',
      command: 'excuse',
    });
    expect(session.refuse({ ...about, on: 'waiting' })).to.deep.equal({ code: 'STALE', now: 'passed' });
  });
});

describe('a journal of version 1', () => {
  it('[O11] says nothing of it, and its turn may be passed all the same', () => {
    const world = worldOf({ people: 2, posts: 0 });
    const { supernumeraryCap: _none, ...settings } = world.settings;
    const session = opened();
    const older = { ...world, settings } as World;
    expect(kinds(session.accept(startIn(older)))).to.deep.equal(['started', 'called']);
    expect(kinds(session.accept(addPosts([1])))).to.deep.equal(['postsAdded']);
    session.accept({ type: 'setPost', post: postId(1), blocked: true, reason: REASON });
    expect(kinds(session.accept(pass(session, 1)))).to.deep.equal(['passed', 'called']);
  });
});
