/** Rule V12: what was announced to everybody stays with the session. */
import { expect } from 'chai';
import { seal } from '../../../machines/sealed.ts';
import type { CommandBody } from '../../../machines/session/commands.ts';
import { fromSnapshot, publicHash, toSnapshot } from '../../../machines/session/public-state.ts';
import type { PublicState } from '../../../machines/session/public-state.ts';
import { addPosts } from './moderator.ts';
import { REASON, START } from './stage.ts';
import { SESSION, watched } from './watched.ts';
import { personId, postId } from './world.ts';

const noticesIn = (state: PublicState) => state.sessions.get(SESSION)?.notices;

describe('announcements', () => {
  it('[V12] keeps what was announced, in its order', () => {
    const { session, state } = watched({ people: 2, posts: 2 });
    const message = (to: number | null, text: string): CommandBody => ({
      type: 'message',
      to: to === null ? null : personId(to),
      text: seal(text),
    });
    const setPost = (blocked: boolean): CommandBody => ({
      type: 'setPost',
      post: postId(2),
      blocked,
      reason: REASON,
    });
    session.accept(message(null, 'Bonjour'));
    session.accept(message(1, 'Rappelez-nous'));
    session.wait(1_000);
    session.accept(setPost(true));
    session.accept(setPost(false));
    session.accept(addPosts([3]));
    const at = START + 1_000;
    expect(noticesIn(state)).to.deep.equal([
      { kind: 'message', at: START, text: 'Bonjour' },
      { kind: 'postBlocked', at, posts: [postId(2)], reason: 'une raison' },
      { kind: 'postOffered', at, posts: [postId(2)], reason: 'une raison' },
      { kind: 'postsAdded', at, posts: [postId(3)], reason: 'une raison' },
    ]);
    expect(JSON.stringify(toSnapshot(state))).not.to.include('Rappelez');
    expect(noticesIn(fromSnapshot(toSnapshot(state)))).to.deep.equal(noticesIn(state));
  });

  it('[V12] compares what was announced', () => {
    const { session, state } = watched();
    const hashes = [publicHash(state)];
    for (const text of ['Bonjour', 'Bonsoir']) {
      const without = publicHash(state);
      session.accept({ type: 'message', to: null, text: seal(text) });
      state.pub--;
      hashes.push(publicHash(state));
      expect(hashes.at(-1)).not.to.equal(without);
    }
    expect(new Set(hashes).size).to.equal(3);
  });
});
