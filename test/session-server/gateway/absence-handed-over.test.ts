/** Between two sessions: what those handed to the next one are told of their absence at `hello`. */
import { expect } from 'chai';
import type { You } from '../../../machines/wire/frames.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';

describe('gateway: an absence handed over', () => {
  let theatre: Theatre;

  /** 1 is absent and 2 waits of the first session, which is closed; 3 and 4 are of the second, still to begin. */
  beforeEach(async () => {
    theatre = await openTheatre({ people: 4, posts: 5, sessions: 2 });
    const { session } = theatre.stage;
    const moderator = await theatre.moderator();
    await theatre.intern(1);
    await moderator.ask(session, { type: 'start' });
    const called = { person: theatre.person(1), turn: 1, on: 'choosing' } as const;
    await moderator.ask(session, { type: 'markAbsent', ...called, reason: 'parti' });
    const force = { unchosen: 1, reason: 'suite demain' };
    await moderator.ask(session, { type: 'close', on: 'running', force });
  });
  afterEach(() => theatre.close());

  const atHello = async (order: number): Promise<You | undefined> =>
    (await theatre.intern(order)).all('you').at(-1);

  it('[V8] is told at hello as it was told before', async () => {
    expect(await atHello(1)).to.deep.include({
      session: theatre.stage.sessions[1],
      absence: { cause: 'byModerator', at: theatre.clock.now(), endedAt: null, canReturn: true },
    });
  });

  it('[V8] is told of nobody who waits, nor of the next one’s own', async () => {
    for (const order of [2, 3]) expect((await atHello(order))?.absence).to.equal(null);
  });
});
