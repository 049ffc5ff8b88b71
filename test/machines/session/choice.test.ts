/** Rules C: a choice in turn, in time, of a post that may be chosen. */
import { expect } from 'chai';
import type { ServiceId } from '../../../machines/ids.ts';
import { publicFacts } from '../../../machines/session/public-facts.ts';
import {
  callBack,
  choose,
  connect,
  excuse,
  kinds,
  markAbsent,
  pause,
  rejoin,
  resume,
  START,
  started,
} from './stage.ts';
import { LINE, personId, postId } from './world.ts';

const TURN = 91_500;

describe('a choice', () => {
  it('[C1] is recorded, fills the seat and gives way to the next', () => {
    const session = started();
    expect(session.accept(choose(session, 1, 2)).slice(0, 3)).to.deep.equal([
      { kind: 'chosen', person: personId(1), service: 11 as ServiceId, turn: 1, at: START },
      { kind: 'assigned', person: personId(1), post: postId(2), turn: 1, by: 'intern', status: 'classic' },
      { kind: 'seat', post: postId(2), line: LINE, filled: true },
    ]);
    expect(session.person(1).state).to.deep.equal({ kind: 'chosen', post: postId(2), at: START, turn: 1 });
    expect(session.calledNumber).to.equal(2);
  });

  it('[C2] out of turn is told how many are ahead', () => {
    const session = started({ people: 6 });
    session.accept(excuse(3));
    session.accept(markAbsent(session, 1));
    expect(session.refuse(choose(session, 4, 1, { turn: 2 }))).to.deep.equal({
      code: 'NOT_YOUR_TURN',
      ahead: 1,
    });
    expect(session.refuse(choose(session, 3, 1))).to.deep.equal({ code: 'NOT_YOUR_TURN', ahead: null });
    expect(session.refuse(choose(session, 1, 1, { turn: 9 }))).to.deep.equal({
      code: 'NOT_YOUR_TURN',
      ahead: null,
    });
    session.accept(rejoin(1));
    expect(session.refuse(choose(session, 1, 1, { turn: 9 }))).to.deep.equal({
      code: 'NOT_YOUR_TURN',
      ahead: 1,
    });
    expect(session.refuse(choose(session, 4, 1))).to.deep.equal({ code: 'NOT_YOUR_TURN', ahead: 2 });
  });

  it('[C2] for a turn still to come is out of turn', () => {
    const session = started();
    const early = () => session.refuse(choose(session, 1, 1, { turn: 2 }));
    expect(early()).to.deep.equal({ code: 'NOT_YOUR_TURN', ahead: 0 });
    session.wait(91_200);
    expect(early(), 'past the end of this one too').to.deep.equal({ code: 'NOT_YOUR_TURN', ahead: 0 });
  });

  it('[C3] counts to the millisecond of the grace, and no longer', () => {
    const inTime = started();
    inTime.wait(91_400);
    inTime.accept(choose(inTime, 1, 1, { receivedAt: START + 91_000 }));
    const late = started();
    late.wait(91_400);
    expect(late.refuse(choose(late, 1, 1, { receivedAt: START + 91_001 }))).to.deep.equal({
      code: 'TOO_LATE',
      deadlineAt: START + 90_000,
    });
    expect(late.state).to.equal('running.choosing');
  });

  it('[C4] made for an earlier turn is too late', () => {
    const session = started({ people: 2 });
    session.accept(markAbsent(session, 1));
    session.accept(rejoin(1));
    session.accept(choose(session, 2, 1));
    expect(session.calledNumber).to.equal(1);
    expect(session.refuse(choose(session, 1, 2, { turn: 1 }))).to.deep.equal({
      code: 'TOO_LATE',
      deadlineAt: START,
    });
    expect(session.refuse(choose(session, 1, 2, { turn: 2 })).code).to.equal('TOO_LATE');
    session.accept(choose(session, 1, 2, { turn: 3 }));
  });

  it('[C5] is too late once the deadline is recorded, whatever its stamp', () => {
    const session = started();
    session.wait(TURN);
    const late = choose(session, 1, 1, { turn: 1, receivedAt: START + 60_000 });
    expect(session.refuse(late)).to.deep.equal({ code: 'TOO_LATE', deadlineAt: START + 90_000 });
    session.accept(rejoin(1));
    expect(session.refuse(late).code).to.equal('TOO_LATE');
  });

  it('[C5] is too late in the pause that its own absence brought, too', () => {
    const session = started({ settings: { pauseAfterAbsences: 1 } });
    session.wait(TURN);
    expect(session.state).to.equal('paused.choosing');
    expect(session.refuse(choose(session, 1, 1, { turn: 1 })).code).to.equal('TOO_LATE');
  });

  it('[C6] too late changes nothing and is recorded for the moderators alone', () => {
    const session = started();
    session.wait(TURN);
    const before = session.snapshot;
    const decision = session.send(choose(session, 1, 4, { turn: 1 }));
    expect(decision.kind).to.equal('refusedAndRecorded');
    const fact = {
      kind: 'lateChoice',
      person: personId(1),
      post: postId(4),
      turn: 1,
      receivedAt: START + TURN,
    } as const;
    expect(session.facts.at(-1)).to.deep.equal(fact);
    expect(publicFacts([fact])).to.deep.equal([]);
    expect(session.snapshot.context).to.deep.equal(before.context);
    expect(session.snapshot.value).to.deep.equal(before.value);
  });

  it('[C7] is one per person', () => {
    const session = started();
    session.accept(choose(session, 1, 1));
    for (const post of [1, 2])
      expect(session.refuse(choose(session, 1, post, { turn: 1 }))).to.deep.equal({
        code: 'ALREADY_CHOSEN',
        post: postId(1),
        at: START,
      });
  });

  it('[C7] is one per person after the session closed, too', () => {
    const session = started({ people: 1 });
    session.accept(choose(session, 1, 1));
    session.wait(60_000);
    expect(session.refuse(choose(session, 1, 2)).code).to.equal('ALREADY_CHOSEN');
  });

  it('[C12] is the holder’s alone under an accepted mandate', () => {
    const session = started({ person: { 1: { mandate: true } } });
    expect(session.refuse(choose(session, 1, 1))).to.deep.equal({ code: 'HELD_BY_MANDATARY' });
    session.accept(choose(session, 1, 1, { by: 'mandatary' }));
    expect(session.facts).to.deep.include({
      kind: 'assigned',
      person: personId(1),
      post: postId(1),
      turn: 1,
      by: 'mandatary',
      status: 'classic',
    });
    expect(session.refuse(choose(session, 2, 2, { by: 'mandatary' }))).to.deep.equal({ code: 'FORBIDDEN' });
  });

  it('[C12] and the return are the holder’s alone under an accepted mandate', () => {
    const session = started({ person: { 1: { mandate: true } } });
    session.accept(markAbsent(session, 1));
    expect(session.refuse(rejoin(1))).to.deep.equal({ code: 'HELD_BY_MANDATARY' });
    session.accept({ type: 'rejoin', person: personId(1), by: 'mandatary' });
  });

  it('[C13] is taken from someone awaited or waited for', () => {
    const awaited = started({ connected: false });
    awaited.accept(choose(awaited, 1, 1));
    const recovering = started();
    recovering.accept({ type: 'credit', from: START, to: START });
    // The wait's end is nobody's deadline: whatever the stamp.
    recovering.accept(choose(recovering, 1, 1, { receivedAt: START + 25_000 }));
    expect(recovering.calledNumber).to.equal(2);
  });
});

describe('choices in the end', () => {
  it('[C1][C7] give each person one post', () => {
    const session = started({ people: 3, connected: false });
    for (const person of [1, 2, 3]) {
      session.accept(connect(person));
      session.accept(choose(session, person, person));
    }
    expect(kinds(session.facts).filter(kind => kind === 'assigned')).to.have.length(3);
    expect(session.snapshot.context.counts).to.include({ chosen: 3, toCall: 0 });
  });

  it('[C3] count in a turn that a pause made longer', () => {
    const session = started();
    session.wait(89_000);
    session.accept(pause());
    session.wait(600_000);
    session.accept(resume());
    session.wait(2_000);
    session.accept(choose(session, 1, 1, { receivedAt: session.now }));
    session.accept(markAbsent(session, 2));
    session.accept(callBack(2));
  });
});
