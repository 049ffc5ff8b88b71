/** Rules C17 to C19, S9, L8, M20: a recorded choice moved, or taken back. */
import { expect } from 'chai';
import { seal } from '../../../machines/sealed.ts';
import type { CommandBody } from '../../../machines/session/commands.ts';
import { carriedPeople } from '../../../machines/session/close.ts';
import { toArray } from '../../../machines/session/vector.ts';
import { assign, correct } from './moderator.ts';
import {
  callBack,
  choose,
  connect,
  disconnect,
  force,
  kinds,
  lift,
  pause,
  REASON,
  rejoin,
  started,
  START,
} from './stage.ts';
import type { Stage } from './stage.ts';
import { LINE, PAEDIATRICS, personId, postId } from './world.ts';

const VALIDATING = { status: 'supernumeraryValidating' } as const;
const holders = (session: Stage) => toArray(session.snapshot.context.lines).map(line => line.holders);

/** The first of three has chosen the first post. */
function chosen(options: Parameters<typeof started>[0] = {}): Stage {
  const session = started(options);
  session.accept(choose(session, 1, 1));
  return session;
}

describe('a choice moved', () => {
  it('[C17] frees the one seat and fills the other; the turn goes on', () => {
    const session = chosen();
    const facts = session.accept(correct(1, 1, 2));
    const about = { person: personId(1), turn: 1 };
    expect(facts).to.deep.equal([
      { kind: 'corrected', ...about, from: postId(1), to: postId(2), status: 'classic', reason: REASON },
      { kind: 'seat', post: postId(1), line: LINE, filled: false },
      { kind: 'seat', post: postId(2), line: LINE, filled: true },
      { kind: 'chosen', ...about, service: 11, at: START },
    ]);
    expect(session.person(1).state).to.include({ kind: 'chosen', post: postId(2) });
    expect(session.called).to.include({ person: 1, endsAt: START + 90_000 });
    expect(session.refuse(choose(session, 2, 2)).code).to.equal('FILLED');
    session.accept(choose(session, 2, 1));
  });

  it('[C17] follows the rules of a choice', () => {
    const session = started({
      post: { 2: { reservedFor: PAEDIATRICS }, 3: { blocked: true } },
    });
    session.accept(choose(session, 1, 1));
    session.accept(choose(session, 2, 4));
    expect(session.refuse(correct(1, 1, 2)).code).to.equal('RESERVED');
    expect(session.refuse(correct(1, 1, 3)).code).to.equal('BLOCKED');
    expect(session.refuse(correct(1, 1, 4)).code).to.equal('FILLED');
    expect(session.refuse(correct(1, 1, 99)).code).to.equal('UNKNOWN_POST');
    expect(session.refuse(correct(99, 1, 2)).code).to.equal('UNKNOWN_PERSON');
    expect(session.refuse({ ...correct(1, 1, 5), reason: seal('') } as CommandBody).code).to.equal(
      'REASON_REQUIRED',
    );
  });

  it('[C17] counts the person’s own seat free, on a line and under the cap', () => {
    const validating = started({
      people: 2,
      posts: 2,
      person: { 2: VALIDATING },
      settings: { supernumeraryCap: 1 },
    });
    validating.accept(choose(validating, 1, 1));
    validating.accept(choose(validating, 2, 1));
    validating.accept(correct(2, 1, 2));
    expect(validating.person(2).state).to.include({ post: postId(2) });
  });

  it('[C17] moves nobody else’s choice', () => {
    const session = started({ people: 3, posts: 2, person: { 2: VALIDATING } });
    session.accept(choose(session, 1, 1));
    session.accept(choose(session, 2, 1));
    session.accept(correct(1, 1, 2));
    expect(session.person(2).state).to.include({ kind: 'chosen', post: postId(1) });
  });

  it('[C17] keeps the call order that it counts by', () => {
    const session = started({ people: 3, person: { 3: VALIDATING }, post: { 2: { line: 102 as never } } });
    session.accept(choose(session, 1, 1));
    session.accept(choose(session, 2, 3));
    session.accept(correct(1, 1, 2));
    expect(holders(session)).to.deep.equal([[2], [1]]);
    expect(session.refuse(choose(session, 3, 2)).code).to.equal('FILLED_BY_BETTER_RANK');
  });

  it('[C18] is refused where another post, or none, is recorded', () => {
    const session = chosen();
    expect(session.refuse(correct(1, 2, 3))).to.deep.equal({ code: 'STALE', now: 'otherPost' });
    expect(session.refuse(correct(2, 1, 3))).to.deep.equal({ code: 'STALE', now: 'called' });
    session.accept(correct(1, 1, 2));
    expect(session.refuse(correct(1, 1, 3))).to.deep.equal({ code: 'STALE', now: 'otherPost' });
  });

  it('[C18] to the same post is refused', () => {
    expect(chosen().refuse(correct(1, 1, 1))).to.deep.equal({ code: 'SAME_POST' });
  });

  it('[C17] is moved in a pause and once closed, too', () => {
    const session = chosen();
    session.accept(pause());
    session.accept(correct(1, 1, 2));
    session.accept(force(2, 'paused'));
    session.accept(correct(1, 2, 3));
    expect(session.state).to.equal('closed');
    expect(session.person(1).state).to.include({ post: postId(3) });
  });

  it('[S9] of a supernumerary leaves no seat, but the place under the cap', () => {
    const post = { 3: { service: 12 as never, line: 103 as never } };
    const session = started({
      people: 3,
      person: { 1: VALIDATING, 2: VALIDATING },
      post,
      settings: { supernumeraryCap: 1 },
    });
    session.accept(choose(session, 1, 1));
    expect(session.refuse(choose(session, 2, 2)).code).to.equal('CAP_REACHED');
    expect(kinds(session.accept(correct(1, 1, 3)))).to.deep.equal(['corrected', 'chosen']);
    session.accept(choose(session, 2, 2));
  });
});

describe('a choice taken back', () => {
  it('[C19] leaves the person absent and the seat free', () => {
    const session = chosen();
    const facts = session.accept(correct(1, 1, null));
    expect(kinds(facts)).to.deep.equal(['corrected', 'seat', 'absent']);
    expect(facts.at(-1)).to.deep.equal({
      kind: 'absent',
      person: personId(1),
      cause: 'byModerator',
      at: START,
      evidence: null,
      reason: REASON,
    });
    expect(session.snapshot.context.counts).to.include({ chosen: 0, absent: 1, canReturn: 1 });
    session.accept(choose(session, 2, 1));
    expect(holders(session)).to.deep.equal([[2]]);
  });

  it('[C19] lets them be called back, and choose once more', () => {
    const session = chosen();
    session.accept(correct(1, 1, null));
    session.accept(callBack(1));
    session.accept(choose(session, 2, 2));
    session.accept(choose(session, 1, 1));
    expect(session.person(1).state).to.include({ kind: 'chosen', turn: 3 });
  });

  it('[C19] answers the choice it was, sent again, with TOO_LATE', () => {
    const session = started();
    const first = choose(session, 1, 1);
    session.accept(first);
    session.accept(correct(1, 1, null));
    expect(session.refuse(first).code).to.equal('TOO_LATE');
  });

  it('[C19] while nobody is left to call gives the grace to the absentee', () => {
    const session = started({ people: 1 });
    session.accept(choose(session, 1, 1));
    expect(session.snapshot.context.closesAt).to.equal(START + 60_000);
    expect(kinds(session.accept(correct(1, 1, null)))).to.deep.equal(['corrected', 'seat', 'absent', 'idle']);
    expect(session.snapshot.context.closesAt).to.equal(START + 900_000);
  });

  it('[L8] owes no return, whatever was owed before it was made', () => {
    const session = started({ person: { 2: { connected: false, plannedAbsence: REASON } } });
    session.accept(choose(session, 1, 1));
    session.accept(lift(2));
    session.accept(force(1));
    session.accept(assign(2, 2, { on: 'absent' }));
    session.accept(correct(2, 2, null));
    expect(session.person(2).owedReturn).to.equal(false);
  });

  it('[L8] does not come back by connecting, but by the button', () => {
    const session = chosen();
    session.accept(correct(1, 1, null));
    session.accept(disconnect(session, 1));
    session.accept(connect(1));
    expect(session.person(1).state.kind).to.equal('absent');
    session.accept(rejoin(1));
    expect(session.person(1).state.kind).to.equal('returned');
  });

  it('[S9] of a supernumerary leaves the place under the cap', () => {
    const person = { 1: VALIDATING, 2: VALIDATING };
    const session = chosen({ people: 3, person, settings: { supernumeraryCap: 1 } });
    expect(kinds(session.accept(correct(1, 1, null)))).not.to.include('seat');
    session.accept(choose(session, 2, 1));
  });

  it('[M20] after the closing is handed over to the next session', () => {
    const session = chosen();
    session.accept(force(2));
    const before = carriedPeople(session.snapshot.context).map(({ person }) => person);
    expect(before).to.deep.equal([personId(2), personId(3)]);
    expect(kinds(session.accept(correct(1, 1, null)))).to.deep.equal(['corrected', 'seat', 'absent']);
    expect(carriedPeople(session.snapshot.context)[0]).to.deep.equal({
      person: personId(1),
      state: 'absent',
      cause: 'byModerator',
      returns: 0,
      owedReturn: false,
    });
  });
});
