/** Rules M21 to M23, C21: who and what comes into a session that runs. */
import { expect } from 'chai';
import { seal } from '../../../machines/sealed.ts';
import type { CommandBody } from '../../../machines/session/commands.ts';
import { numberOfPerson } from '../../../machines/session/numbering.ts';
import { toArray } from '../../../machines/session/vector.ts';
import { add, addPosts, chosenEarlier, FORGOTTEN } from './moderator.ts';
import {
  choose,
  excuse,
  kinds,
  lift,
  markAbsent,
  pause,
  REASON,
  rejoin,
  resume,
  started,
  START,
} from './stage.ts';
import type { Stage } from './stage.ts';
import { LINE, PAEDIATRICS, personId, postId } from './world.ts';

/** In this session's numbers, from 1, once somebody was added. */
const calledId = ({ snapshot, called }: Stage) => called && snapshot.context.world?.people[called.person]?.id;
const forgotten = (session: Stage) => {
  const { world, people } = session.snapshot.context;
  return toArray(people)[(world && numberOfPerson(world, FORGOTTEN)) ?? -1];
};

describe('somebody forgotten', () => {
  it('[M21] waits at their rank, and is called when it comes', () => {
    const session = started({ people: 3 });
    expect(session.accept(add(1.5))).to.deep.equal([
      { kind: 'joined', person: FORGOTTEN, callOrder: 1.5, state: 'waiting', at: START, edition: 2 },
    ]);
    session.accept(choose(session, 1, 1));
    expect(calledId(session)).to.equal(FORGOTTEN);
    session.accept({ ...choose(session, 1, 2), person: FORGOTTEN } as CommandBody);
    expect(calledId(session)).to.equal(personId(2));
  });

  it('[M21] is an absentee where that rank has passed', () => {
    const session = started({ people: 3 });
    session.accept(choose(session, 1, 1));
    session.accept(choose(session, 2, 2));
    session.wait(1_000);
    expect(session.accept(add(1.5))[0]).to.include({ kind: 'joined', state: 'absent' });
    const absent = { kind: 'absent', cause: 'byModerator', at: START + 1_000 };
    expect(forgotten(session)?.state).to.deep.equal(absent);
    expect(calledId(session)).to.equal(personId(3));
    session.accept({ type: 'callBack', person: FORGOTTEN, on: 'absent' });
    session.accept({ ...choose(session, 1, 3), person: personId(3) } as CommandBody);
    expect(calledId(session)).to.equal(FORGOTTEN);
  });

  it('[M21] [A10] leaves reached the places that were', () => {
    const session = started({ people: 4 });
    session.accept(markAbsent(session, 1));
    session.accept(add(0.5));
    session.accept({ type: 'callBack', person: personId(1), on: 'absent' });
    session.accept({ ...markAbsent(session, 2), person: personId(2) } as CommandBody);
    expect(calledId(session)).to.equal(personId(1));
    session.accept(excuse(2, 'absent'));
    expect(kinds(session.accept(lift(2)))).to.deep.equal(['absent', 'returned']);
  });

  it('[M21] is one too where somebody behind them had their place in an earlier session', () => {
    for (const carried of [
      chosenEarlier(1).carried,
      { state: 'passed' },
      { state: 'absent', cause: 'notConnected', returns: 0, owedReturn: false },
    ] as const) {
      const session = started({ people: 3, person: { 1: { carried }, 2: { connected: false } } });
      expect(session.accept(add(0.5))[0]).to.include({ state: 'absent' });
    }
    const waiting = started({ people: 3, person: { 3: { carried: { state: 'waiting', returns: 0 } } } });
    expect(waiting.accept(add(2.5))[0]).to.include({ state: 'waiting' });
  });

  it('[M21] excused there, has had a place: lifting it is late', () => {
    const carried = { state: 'absent', cause: 'notConnected', returns: 0, owedReturn: false } as const;
    const session = started({ people: 3, person: { 2: { carried } } });
    expect(calledId(session)).to.equal(personId(2));
    session.accept(add(1.5, { connected: false }));
    const about = { person: FORGOTTEN, reason: REASON };
    session.accept({ type: 'connected', person: FORGOTTEN });
    expect(forgotten(session)?.state.kind).to.equal('absent'); // never by itself
    session.accept({ type: 'disconnected', person: FORGOTTEN, lastSeenAt: START });
    session.accept({ type: 'excuse', ...about, on: 'absent' });
    expect(kinds(session.accept({ type: 'lift', ...about, on: 'excused' }))).to.deep.equal(['absent']);
  });

  it('[M21] leaves the others place, turn, seat and return', () => {
    const session = started({ people: 5 });
    session.accept(markAbsent(session, 1));
    session.accept(choose(session, 2, 1));
    session.accept(markAbsent(session, 3));
    session.accept(rejoin(3));
    session.accept(rejoin(1));
    session.accept(add(1.5));
    expect(calledId(session)).to.equal(personId(4));
    const { returned, world, posts } = session.snapshot.context;
    expect(returned.map(number => world?.people[number]?.id)).to.deep.equal([personId(1), personId(3)]);
    expect(toArray(posts)[0]?.holder).to.equal(world && numberOfPerson(world, personId(2)));
    session.accept({ ...choose(session, 4, 2) });
    expect(calledId(session)).to.equal(personId(1));
  });

  it('[M21] leaves the others the place they had: who was skipped was, who was not waits', () => {
    const session = started({ people: 5, person: { 2: { plannedAbsence: REASON, connected: false } } });
    session.accept(choose(session, 1, 1));
    session.accept(excuse(4));
    session.accept(add(0.5));
    const lifted = (person: number): CommandBody => ({
      type: 'lift',
      person: personId(person),
      on: 'excused',
    });
    expect(kinds(session.accept(lifted(2)))).to.deep.equal(['absent']);
    expect(kinds(session.accept(lifted(4)))).to.deep.equal(['waiting']);
  });

  it('[M21] comes with a planned absence as excused', () => {
    const session = started({ people: 2 });
    expect(kinds(session.accept(add(9, { plannedAbsence: REASON })))).to.deep.equal(['joined', 'excused']);
    session.accept(choose(session, 1, 1));
    session.accept(choose(session, 2, 2));
    expect(session.state).to.equal('running.idle');
  });

  it('[M21] has been seen from then on only', () => {
    const session = started({ people: 2 });
    session.wait(30_000);
    session.accept(add(9));
    expect(forgotten(session)).to.include({ connected: true, lastSeenAt: START + 30_000 });
  });

  it('[M21] needs a reason', () => {
    expect(started().refuse({ ...add(9), reason: seal('') }).code).to.equal('REASON_REQUIRED');
  });

  it('[M22] shares a place with nobody', () => {
    const session = started();
    expect(session.refuse(add(2))).to.deep.equal({ code: 'STALE', now: 'otherPlace' });
  });

  it('[M22] is on the list once only', () => {
    const session = started();
    expect(session.refuse(add(9, { id: personId(2) }))).to.deep.equal({ code: 'ALREADY_LISTED' });
    session.accept(add(9));
    expect(session.refuse(add(10))).to.deep.equal({ code: 'ALREADY_LISTED' });
  });

  it('[M23] behind everyone while nobody is left to call, is called at once', () => {
    const session = started({ people: 1 });
    session.accept(choose(session, 1, 1));
    expect(kinds(session.accept(add(9)))).to.deep.equal(['joined', 'called']);
    expect(session.state).to.equal('running.choosing');
  });

  it('[M23] excused, and behind everyone, is called at once when that is lifted', () => {
    const session = started({ people: 1 });
    session.accept(choose(session, 1, 1));
    session.accept(add(9, { plannedAbsence: REASON }));
    expect(session.state).to.equal('running.idle');
    const facts = session.accept({ type: 'lift', person: FORGOTTEN, on: 'excused' });
    expect(kinds(facts)).to.deep.equal(['waiting', 'called']);
  });

  it('[M23] in a pause is called when it ends', () => {
    const session = started({ people: 1 });
    session.accept(choose(session, 1, 1));
    session.accept(pause());
    session.accept(add(9));
    expect(session.state).to.equal('paused.idle');
    session.accept(resume());
    expect(calledId(session)).to.equal(FORGOTTEN);
  });

  it('[M12] as an absentee gives the grace anew', () => {
    const session = started({ people: 2 });
    session.accept(choose(session, 1, 1));
    session.accept(choose(session, 2, 2));
    expect(session.accept(add(1.5)).at(-1)).to.deep.equal({ kind: 'idle', closesAt: START + 900_000 });
  });
});

describe('posts added', () => {
  it('[C21] may be chosen at once, and give no time', () => {
    const session = started({ people: 2, posts: 1 });
    session.wait(10_000);
    expect(session.accept(addPosts([2, 3], 103))).to.deep.equal([
      {
        kind: 'postsAdded',
        posts: [
          { post: postId(2), line: 103 },
          { post: postId(3), line: 103 },
        ],
        edition: 2,
        at: START + 10_000,
        reason: REASON,
      },
    ]);
    expect(session.called).to.include({ endsAt: START + 90_000 });
    session.accept(choose(session, 1, 3));
  });

  it('[C21] are seats of a line that is there already', () => {
    const person = { 2: { status: 'supernumeraryValidating' } } as const;
    const session = started({ people: 2, posts: 1, person });
    session.accept(choose(session, 1, 1));
    expect(session.refuse(choose(session, 2, 1)).code).to.equal('FILLED_BY_BETTER_RANK');
    session.accept(addPosts([2], LINE));
    session.accept(choose(session, 2, 1));
  });

  it('[C21] [S4] are no seats of their line while they are blocked, and are once they are offered', () => {
    const person = { 2: { status: 'supernumeraryValidating' } } as const;
    const session = started({ people: 2, posts: 1, person });
    session.accept(choose(session, 1, 1));
    const more = addPosts([2], LINE);
    session.accept({ ...more, posts: more.posts.map(post => ({ ...post, blocked: true })) });
    expect(session.refuse(choose(session, 2, 1)).code).to.equal('FILLED_BY_BETTER_RANK');
    session.accept({ type: 'setPost', post: postId(2), blocked: false, reason: REASON });
    session.accept(choose(session, 2, 1));
  });

  it('[C21] keep their reservation, and their block', () => {
    const session = started({ people: 1, posts: 1 });
    const [reserved, blocked] = [addPosts([2], 102), addPosts([3], 103)];
    const changed = (command: CommandBody, change: object): CommandBody =>
      command.type === 'addPosts'
        ? { ...command, posts: command.posts.map(post => ({ ...post, ...change })) }
        : command;
    session.accept(changed(reserved, { reservedFor: PAEDIATRICS }));
    const facts = session.accept(changed(blocked, { blocked: true }));
    expect(kinds(facts)).to.deep.equal(['postsAdded', 'postBlocked']);
    expect(session.refuse(choose(session, 1, 2)).code).to.equal('RESERVED');
    expect(session.refuse(choose(session, 1, 3)).code).to.equal('BLOCKED');
  });

  it('[C21] are not of the offer already, and come with a reason', () => {
    const session = started({ posts: 3 });
    expect(session.refuse(addPosts([3, 4]))).to.deep.equal({ code: 'STALE', now: 'offered' });
    const blank = { ...addPosts([9]), reason: seal('') };
    expect(session.refuse(blank)).to.deep.equal({ code: 'REASON_REQUIRED' });
  });
});
