/** Rule S8: how many supernumeraries a service takes. */
import { expect } from 'chai';
import { mayChoose } from '../../../machines/session/may-choose.ts';
import type { World } from '../../../machines/session/world.ts';
import { seatOf } from './moderator.ts';
import { choose, markAbsent, opened, started, startIn } from './stage.ts';
import { SURGERY, worldOf } from './world.ts';

const VALIDATING = { status: 'supernumeraryValidating' } as const;
const FREE = { status: 'supernumeraryNonValidating' } as const;
/** Posts 1 and 2 on two lines of one service, post 3 of another. */
const POSTS = {
  posts: 3,
  post: { 2: { line: 102 as never }, 3: { line: 103 as never, service: 12 as never } },
};

describe('a cap of supernumeraries', () => {
  for (const mine of [VALIDATING, FREE])
    it(`[S8] closes every line of the service once reached: ${mine.status}`, () => {
      const person = { 1: FREE, 2: mine };
      const session = started({ people: 3, person, ...POSTS, settings: { supernumeraryCap: 1 } });
      session.accept(choose(session, 1, 1));
      for (const post of [1, 2])
        expect(session.refuse(choose(session, 2, post))).to.deep.equal({ code: 'CAP_REACHED' });
      session.accept(choose(session, 2, 3));
      session.accept(choose(session, 3, 1));
    });

  it('[S8] counts those of earlier sessions, and no classic one', () => {
    const seats = [seatOf(8, 1, true), seatOf(9, 2)];
    const two = { people: 2, person: { 1: FREE }, ...POSTS, seats };
    const full = started({ ...two, settings: { supernumeraryCap: 1 } });
    expect(full.refuse(choose(full, 1, 2)).code).to.equal('CAP_REACHED');
    const one = started({ ...two, settings: { supernumeraryCap: 2 } });
    one.accept(choose(one, 1, 2));
  });

  it('[S8] of 0 leaves no post to any supernumerary, of null every one', () => {
    const none = started({ people: 1, person: { 1: FREE }, settings: { supernumeraryCap: 0 } });
    expect(none.called).to.include({ anyPost: false });
    const session = started({ people: 2, person: { 1: FREE, 2: FREE } });
    session.accept(choose(session, 1, 1));
    session.accept(choose(session, 2, 1));
  });

  it('[S8] is not there in worlds of before it', () => {
    const world = worldOf({ people: 2, person: { 1: FREE, 2: FREE } });
    const { supernumeraryCap: _none, ...settings } = world.settings;
    const session = opened();
    session.accept(startIn({ ...world, settings } as World));
    session.accept(choose(session, 1, 1));
    session.accept(choose(session, 2, 1));
  });

  it('[S8] is told after a line that is closed by rank', () => {
    const person = { 2: VALIDATING, 3: { ...VALIDATING, specialty: SURGERY } };
    const session = started({ people: 3, posts: 1, person, settings: { supernumeraryCap: 0 } });
    session.accept(markAbsent(session, 1));
    expect(session.refuse(choose(session, 2, 1)).code).to.equal('CAP_REACHED');
    const seat = { reservedFor: null, blocked: false, filled: true, lineClosed: true, serviceCapped: true };
    expect(mayChoose({ ...VALIDATING, specialty: SURGERY }, seat)?.code).to.equal('FILLED_BY_BETTER_RANK');
  });
});
