/** Rules S: what supernumeraries may choose, and what their choices leave to the others. */
import { expect } from 'chai';
import type { LineId, PersonId } from '../../../machines/ids.ts';
import { mayChoose } from '../../../machines/session/may-choose.ts';
import type { Seat } from '../../../machines/session/may-choose.ts';
import type { WorldSeat } from '../../../machines/session/world.ts';
import { choose, kinds, markAbsent, REASON, rejoin, setStatus, started } from './stage.ts';
import { postId, SURGERY } from './world.ts';

const VALIDATING = { status: 'supernumeraryValidating' } as const;
const FREE = { status: 'supernumeraryNonValidating' } as const;
const otherLine = { line: 103 as LineId };
const earlier = (post: number, callOrder: number, supernumerary = false): WorldSeat => ({
  post: postId(post),
  person: `q${callOrder}` as PersonId,
  callOrder,
  supernumerary,
});
const seat = (change: Partial<Seat> = {}): Seat => ({
  reservedFor: null,
  blocked: false,
  filled: false,
  lineClosed: false,
  serviceCapped: false,
  ...change,
});

describe('a non validating supernumerary', () => {
  it('[S1] may choose a filled post and fills none', () => {
    const session = started({ people: 3, person: { 2: FREE } });
    session.accept(choose(session, 1, 1));
    const facts = session.accept(choose(session, 2, 1));
    expect(kinds(facts)).to.deep.equal(['chosen', 'assigned', 'called']);
    expect(session.refuse(choose(session, 3, 1)).code).to.equal('FILLED');
  });

  it('[S6] left the seat free for a classic one in an earlier session, too', () => {
    const session = started({ people: 2, seats: [earlier(1, 0, true)] });
    session.accept(choose(session, 1, 1));
  });

  it('[S6] leaves the seat free for a classic one', () => {
    const session = started({ people: 2, person: { 1: FREE } });
    session.accept(choose(session, 1, 1));
    session.accept(choose(session, 2, 1));
  });
});

describe('a validating supernumerary', () => {
  it('[S2] may choose where better holders are fewer than the seats, a filled post too', () => {
    const session = started({
      people: 3,
      posts: 4,
      person: { 2: VALIDATING },
      post: { 3: otherLine, 4: otherLine },
    });
    session.accept(choose(session, 1, 1)); // one of two seats of its line
    session.accept(choose(session, 2, 1));
    expect(session.person(2).state).to.include({ kind: 'chosen', post: postId(1) });
  });

  it('[S2] may not where better holders sit on every seat', () => {
    const session = started({
      people: 4,
      posts: 4,
      person: { 3: VALIDATING },
      post: { 3: otherLine, 4: otherLine },
    });
    session.accept(choose(session, 1, 1));
    session.accept(choose(session, 2, 2));
    for (const post of [1, 2])
      expect(session.refuse(choose(session, 3, post))).to.deep.equal({ code: 'FILLED_BY_BETTER_RANK' });
    session.accept(choose(session, 3, 3));
  });

  it('[S3] does not count classic holders of worse call order', () => {
    const session = started({ people: 3, posts: 3, person: { 1: VALIDATING }, post: { 3: otherLine } });
    session.accept(markAbsent(session, 1));
    session.accept(choose(session, 2, 1));
    session.accept(choose(session, 3, 2));
    session.accept(rejoin(1));
    session.accept(choose(session, 1, 1));
  });

  it('[S3] does not count supernumerary holders', () => {
    const session = started({
      people: 4,
      posts: 2,
      person: { 1: FREE, 2: VALIDATING, 3: VALIDATING },
      post: { 2: otherLine },
    });
    for (const person of [1, 2, 3]) session.accept(choose(session, person, 1));
    session.accept(choose(session, 4, 1));
  });

  it('[S4] does not find room in blocked seats', () => {
    const session = started({
      people: 2,
      posts: 3,
      person: { 2: VALIDATING },
      post: { 2: { blocked: true }, 3: otherLine },
    });
    session.accept(choose(session, 1, 1));
    expect(session.refuse(choose(session, 2, 1)).code).to.equal('FILLED_BY_BETTER_RANK');
    session.accept({ type: 'setPost', post: postId(2), blocked: false, reason: REASON });
    session.accept(choose(session, 2, 1));
  });

  it('[S5] counts the holders of earlier sessions by their call order', () => {
    const person = { 1: { ...VALIDATING, callOrder: 10 }, 2: { callOrder: 20 } };
    const better = started({ people: 2, posts: 1, person, seats: [earlier(1, 4)] });
    expect(better.refuse(choose(better, 1, 1)).code).to.equal('FILLED_BY_BETTER_RANK');
    const worse = started({ people: 2, posts: 1, person, seats: [earlier(1, 11)] });
    worse.accept(choose(worse, 1, 1));
    const notClassic = started({ people: 2, posts: 1, person, seats: [earlier(1, 4, true)] });
    notClassic.accept(choose(notClassic, 1, 1));
  });

  it('[S6] leaves the seat free for a classic one', () => {
    const session = started({ people: 2, person: { 1: VALIDATING } });
    session.accept(choose(session, 1, 1));
    session.accept(choose(session, 2, 1));
    expect(session.person(2).state).to.deep.include({ kind: 'chosen', post: postId(1) });
  });

  it('[S2] turned classic in the turn, may choose free posts only', () => {
    const session = started({ people: 2, posts: 2, person: { 2: VALIDATING } });
    session.accept(choose(session, 1, 1));
    session.accept(setStatus(2, 'classic'));
    expect(session.refuse(choose(session, 2, 1)).code).to.equal('FILLED');
  });
});

describe('the reason beside a post', () => {
  const validating = { status: 'supernumeraryValidating', specialty: SURGERY } as const;
  it('[S2] is the same function, on what a client knows', () => {
    expect(mayChoose(validating, seat({ filled: true }))).to.equal(null);
    expect(mayChoose(validating, seat({ lineClosed: true }))).to.deep.equal({
      code: 'FILLED_BY_BETTER_RANK',
    });
    expect(mayChoose({ ...validating, status: 'classic' }, seat({ lineClosed: true }))).to.equal(null);
  });
});
