/** Rules C8 to C15: which post may be chosen, and what changes that on the way. */
import { expect } from 'chai';
import type { PersonId } from '../../../machines/ids.ts';
import type { CommandBody } from '../../../machines/session/commands.ts';
import { choose, REASON, setStatus, START, started } from './stage.ts';
import { LINE, PAEDIATRICS, personId, postId, SURGERY } from './world.ts';

const setPost = (post: number, blocked: boolean): CommandBody => ({
  type: 'setPost',
  post: postId(post),
  blocked,
  reason: REASON,
});

describe('a choice', () => {
  it('[C8] of a filled post is refused', () => {
    const seat = { post: postId(2), person: 'elsewhere1' as PersonId, callOrder: 0, supernumerary: false };
    const session = started({ seats: [seat] });
    expect(session.refuse(choose(session, 1, 2))).to.deep.equal({ code: 'FILLED' });
    session.accept(choose(session, 1, 1));
    expect(session.refuse(choose(session, 2, 1))).to.deep.equal({ code: 'FILLED' });
  });

  it('[C9] of a post reserved for another DES is refused, whatever the status', () => {
    const session = started({
      people: 4,
      post: { 1: { reservedFor: PAEDIATRICS }, 2: { reservedFor: SURGERY } },
      person: {
        2: { status: 'supernumeraryValidating' },
        3: { status: 'supernumeraryNonValidating' },
        4: { specialty: PAEDIATRICS },
      },
    });
    for (const person of [1, 2, 3]) {
      expect(session.refuse(choose(session, person, 1))).to.deep.equal({
        code: 'RESERVED',
        specialty: PAEDIATRICS,
      });
      session.accept(choose(session, person, person === 1 ? 2 : 4));
    }
    session.accept(choose(session, 4, 1));
  });

  it('[C10] of a blocked post is refused', () => {
    const session = started({ post: { 1: { blocked: true } } });
    expect(session.refuse(choose(session, 1, 1))).to.deep.equal({ code: 'BLOCKED' });
  });

  it('[C11] of an unknown post, or by an unknown person, is refused', () => {
    const session = started();
    expect(session.refuse(choose(session, 1, 99))).to.deep.equal({ code: 'UNKNOWN_POST' });
    expect(session.refuse(choose(session, 99, 1))).to.deep.equal({ code: 'UNKNOWN_PERSON' });
  });

  const nobody = personId(99);
  const aboutNobody: readonly CommandBody[] = [
    { type: 'connected', person: nobody },
    { type: 'disconnected', person: nobody, lastSeenAt: START },
    { type: 'rejoin', person: nobody, by: 'intern' },
    { type: 'excuse', person: nobody, reason: REASON, on: 'waiting' },
    { type: 'lift', person: nobody, on: 'excused' },
    { type: 'callBack', person: nobody, on: 'absent' },
    { type: 'markAbsent', person: nobody, turn: 1, on: 'choosing', reason: REASON },
    { type: 'setStatus', person: nobody, status: 'classic', on: null },
    { type: 'setMandate', person: nobody, held: true, connected: true },
  ];
  for (const command of aboutNobody)
    it(`[C11] like ${command.type}, knows only people of the session`, () => {
      expect(started().refuse(command)).to.deep.equal({ code: 'UNKNOWN_PERSON' });
    });

  it('[C14] of a post just unblocked is taken, of one just blocked refused', () => {
    const session = started({ post: { 1: { blocked: true } } });
    session.accept(setPost(1, false));
    expect(session.accept(setPost(2, true))).to.deep.equal([
      { kind: 'postBlocked', post: postId(2), line: LINE, blocked: true, reason: REASON },
    ]);
    expect(session.refuse(choose(session, 1, 2))).to.deep.equal({ code: 'BLOCKED' });
    session.accept(choose(session, 1, 1));
  });

  it('[C14] leaves a post that nobody may block any more', () => {
    const session = started();
    session.accept(choose(session, 1, 1));
    expect(session.refuse(setPost(1, true))).to.deep.equal({ code: 'NOT_FREE' });
    const seats = [{ post: postId(3), person: personId(9), callOrder: 9, supernumerary: false }];
    expect(started({ seats }).refuse(setPost(3, true))).to.deep.equal({ code: 'NOT_FREE' });
    expect(session.refuse(setPost(99, true))).to.deep.equal({ code: 'UNKNOWN_POST' });
    expect(session.refuse(setPost(2, false))).to.deep.equal({ code: 'STALE', now: 'offered' });
  });

  it('[C15] follows a status changed in the turn, whose clock goes on', () => {
    const session = started({ people: 2 });
    session.accept(choose(session, 1, 1));
    session.wait(30_000);
    session.accept(setStatus(2, 'supernumeraryNonValidating'));
    expect(session.called).to.include({ endsAt: START + 90_000 });
    session.accept(choose(session, 2, 1));
  });

  it('[C15] closes the person’s status', () => {
    const session = started({ people: 2 });
    session.accept(choose(session, 1, 1));
    expect(session.refuse(setStatus(1, 'classic')).code).to.equal('ALREADY_CHOSEN');
    expect(session.refuse(setStatus(2, 'classic'))).to.deep.equal({ code: 'STALE', now: 'classic' });
  });
});
