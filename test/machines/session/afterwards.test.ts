/** Rules C16, C22, C23, S7: a moderator chooses for somebody, in their turn or after the last session. */
import { expect } from 'chai';
import { seal } from '../../../machines/sealed.ts';
import type { Fact } from '../../../machines/session/facts.ts';
import { toArray } from '../../../machines/session/vector.ts';
import {
  addPosts,
  assign,
  chooseOnBehalf,
  chosenEarlier,
  correct,
  leaveWithoutPost,
  pass,
  seatOf,
} from './moderator.ts';
import {
  choose,
  excuse,
  force,
  kinds,
  markAbsent,
  pause,
  REASON,
  setStatus,
  started,
  START,
} from './stage.ts';
import type { Stage } from './stage.ts';
import { LINE, PAEDIATRICS, personId, postId } from './world.ts';

const VALIDATING = { status: 'supernumeraryValidating' } as const;
const assigned = (facts: readonly Fact[]) => facts.find(fact => fact.kind === 'assigned');

function closed(options: Parameters<typeof started>[0] = {}): Stage {
  const session = started(options);
  session.accept(force(session.snapshot.context.counts.toCall + 1));
  return session;
}

describe('a choice on behalf', () => {
  it('[C16] ends the turn as the person’s own does, recorded as the moderator’s', () => {
    const session = started();
    const facts = session.accept(chooseOnBehalf(session, 1, 2));
    expect(kinds(facts)).to.deep.equal(['chosen', 'assigned', 'seat', 'called']);
    expect(assigned(facts)).to.deep.equal({
      kind: 'assigned',
      person: personId(1),
      post: postId(2),
      turn: 1,
      by: 'moderator',
      status: 'classic',
      reason: REASON,
    });
    expect(session.calledNumber).to.equal(2);
  });

  it('[C16] is made for one awaited, one waited for, and one whose mandate is held', () => {
    const awaited = started({ connected: false });
    awaited.accept(chooseOnBehalf(awaited, 1, 1));
    const recovering = started();
    recovering.accept({ type: 'credit', from: START, to: START });
    recovering.accept(chooseOnBehalf(recovering, 1, 1));
    const held = started({ person: { 1: { mandate: true } } });
    held.accept(chooseOnBehalf(held, 1, 1));
  });

  it('[C16] follows the rules of the person’s own choice', () => {
    const session = started({ post: { 2: { reservedFor: PAEDIATRICS }, 3: { blocked: true } } });
    session.accept(choose(session, 1, 1));
    expect(session.refuse(chooseOnBehalf(session, 2, 1)).code).to.equal('FILLED');
    expect(session.refuse(chooseOnBehalf(session, 2, 2)).code).to.equal('RESERVED');
    expect(session.refuse(chooseOnBehalf(session, 2, 3)).code).to.equal('BLOCKED');
    expect(session.refuse(chooseOnBehalf(session, 2, 99)).code).to.equal('UNKNOWN_POST');
  });

  it('[C16] is made in a pause, where one’s own is refused', () => {
    const session = started();
    session.accept(pause());
    session.accept(chooseOnBehalf(session, 1, 1));
    expect(session.called).to.include({ person: 1, endsAt: null, leftMs: 90_000 });
  });

  it('[A7] begins the count of absences anew', () => {
    const session = started({ people: 4 });
    session.wait(91_500);
    session.accept(chooseOnBehalf(session, 2, 1));
    expect(session.snapshot.context.automaticAbsencesInARow).to.equal(0);
  });

  it('[S7] counts by that person’s call order', () => {
    const session = started({ people: 2, posts: 1, person: { 1: VALIDATING } });
    session.accept(markAbsent(session, 1));
    session.accept(chooseOnBehalf(session, 2, 1));
    session.accept({ type: 'callBack', person: personId(1), on: 'absent' });
    session.accept(choose(session, 1, 1));
  });
});

describe('an assignment after the last session', () => {
  it('[C22] is a choice without a turn', () => {
    const session = closed();
    const about = { person: personId(1), turn: null };
    expect(session.accept(assign(1, 2))).to.deep.equal([
      { kind: 'chosen', ...about, service: 11, at: START },
      { kind: 'assigned', ...about, post: postId(2), by: 'moderator', status: 'classic', reason: REASON },
      { kind: 'seat', post: postId(2), line: LINE, filled: true },
    ]);
    expect(session.person(1).state).to.deep.equal({
      kind: 'chosen',
      post: postId(2),
      at: START,
      turn: null,
    });
  });

  it('[C22] says where it was decided by telephone', () => {
    expect(assigned(closed().accept(assign(1, 2, { offline: true })))).to.include({ offline: true });
  });

  it('[C22] is for whoever has no post: waiting, absent, excused, passed, of an earlier session too', () => {
    const session = started({
      people: 6,
      posts: 9,
      person: { 1: { carried: { state: 'passed' } }, 4: { specialty: PAEDIATRICS } },
      post: Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map(n => [n, { reservedFor: 1 as never }])),
    });
    session.accept(markAbsent(session, 2));
    session.accept(excuse(5));
    session.accept(choose(session, 3, 9));
    session.accept(pass(session, 4));
    session.accept(force(1));
    session.accept(assign(1, 1, { on: 'passed' }));
    session.accept(assign(2, 2, { on: 'absent' }));
    session.accept(assign(5, 5, { on: 'excused' }));
    session.accept(assign(6, 6));
    expect(session.refuse(assign(4, 4, { on: 'passed' })).code).to.equal('RESERVED');
  });

  it('[C22] follows the rules of a choice', () => {
    const session = started({ post: { 2: { blocked: true } } });
    session.accept(choose(session, 1, 1));
    session.accept(force(2));
    expect(session.refuse(assign(2, 1)).code).to.equal('FILLED');
    expect(session.refuse(assign(2, 2)).code).to.equal('BLOCKED');
    expect(session.refuse(assign(2, 99)).code).to.equal('UNKNOWN_POST');
    expect(session.refuse(assign(99, 3)).code).to.equal('UNKNOWN_PERSON');
    expect(session.refuse(assign(1, 3, { on: 'chosen' })).code).to.equal('ALREADY_CHOSEN');
  });

  for (const [what, command] of [
    ['assigned', assign(1, 2)],
    ['left without a post', leaveWithoutPost(1)],
  ] as const)
    it(`[C22] [C23] waits for the last session, the present state and a reason: ${what}`, () => {
      const session = closed();
      expect(session.refuse({ ...command, laterOpen: 3 })).to.deep.equal({
        code: 'LATER_SESSION_OPEN',
        number: 3,
      });
      expect(session.refuse({ ...command, on: 'absent' })).to.deep.equal({ code: 'STALE', now: 'waiting' });
      expect(session.refuse({ ...command, reason: seal(' ') })).to.deep.equal({ code: 'REASON_REQUIRED' });
      expect(started().refuse(command)).to.include({ code: 'WRONG_STATE', state: 'running' });
    });

  it('[C23] leaves somebody without, who may be assigned one all the same', () => {
    const session = closed();
    expect(session.accept(leaveWithoutPost(1))).to.deep.equal([
      { kind: 'withoutPost', person: personId(1), reason: REASON },
    ]);
    const again = leaveWithoutPost(1, { on: 'withoutPost' });
    expect(session.refuse(again)).to.deep.equal({
      code: 'WRONG_STATE',
      state: 'withoutPost',
      command: 'leaveWithoutPost',
    });
    session.accept(assign(1, 1, { on: 'withoutPost' }));
  });

  it('[C23] leaves nobody without who has chosen, or is not there', () => {
    const session = started();
    session.accept(choose(session, 1, 1));
    session.accept(force(2));
    expect(session.refuse(leaveWithoutPost(1)).code).to.equal('ALREADY_CHOSEN');
    expect(session.refuse(leaveWithoutPost(99)).code).to.equal('UNKNOWN_PERSON');
  });

  it('[S7] counts as better than everybody, whatever the call order', () => {
    const person = { 1: VALIDATING };
    const session = closed({ people: 3, posts: 1, person });
    session.accept(assign(3, 1));
    expect(session.refuse(assign(1, 1)).code).to.equal('FILLED_BY_BETTER_RANK');
    session.accept(correct(3, 1, null));
    expect(toArray(session.snapshot.context.lines)[0]?.holders).to.deep.equal([]);
    session.accept(assign(1, 1));
  });

  it('[S7] of two on one line: one taken back leaves the other there', () => {
    const session = closed({ people: 4, posts: 3 });
    for (const number of [1, 2]) session.accept(assign(number, number));
    expect(toArray(session.snapshot.context.lines)[0]?.holders).to.deep.equal([-1, -1]);
    session.accept(correct(1, 1, null));
    expect(toArray(session.snapshot.context.lines)[0]?.holders).to.deep.equal([-1]);
  });

  it('[S7] still does where it stands in the next world', () => {
    const person = { 1: VALIDATING, 3: chosenEarlier(1, null) };
    const session = started({ people: 3, posts: 1, person, seats: [seatOf(3, 1)] });
    expect(session.refuse(choose(session, 1, 1)).code).to.equal('FILLED_BY_BETTER_RANK');
    session.accept(correct(3, 1, null));
    session.accept(choose(session, 1, 1));
  });

  it('[C22] may be corrected like every choice', () => {
    const session = closed();
    session.accept(assign(1, 1));
    const facts = session.accept(correct(1, 1, 2));
    expect(facts[0]).to.include({ kind: 'corrected', turn: null });
    expect(session.person(1).state).to.include({ post: postId(2), turn: null });
  });

  it('[M15] [C15] follows a status that was changed since', () => {
    const session = closed({ people: 2, posts: 1 });
    session.accept(assign(2, 1));
    expect(session.refuse(assign(1, 1)).code).to.equal('FILLED');
    session.accept(setStatus(1, 'supernumeraryNonValidating'));
    session.accept(assign(1, 1));
    expect(session.refuse(setStatus(1, 'classic')).code).to.equal('ALREADY_CHOSEN');
  });

  it('[M15] [C14] finds a post blocked since out of the offer, and one added since in it', () => {
    const session = closed({ posts: 1 });
    session.accept({ type: 'setPost', post: postId(1), blocked: true, reason: REASON });
    expect(session.refuse(assign(1, 1)).code).to.equal('BLOCKED');
    session.accept(addPosts([99]));
    session.accept(assign(1, 99));
    expect(session.state).to.equal('closed');
  });
});
