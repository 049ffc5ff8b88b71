/** Interns ahead of those whose session is still to start: the one before hands its people over. */
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';

describe('gateway: interns ahead before one’s session', () => {
  let theatre: Theatre;
  afterEach(() => theatre.close());

  it('[W21] is told to the people of the next session when those of this one come in before them', async () => {
    theatre = await openTheatre({ people: 4, sessions: 2 });
    const { session } = theatre.stage;
    const third = await theatre.intern(3);
    const moderator = await theatre.moderator();
    await moderator.ask(session, { type: 'start' });
    await moderator.ask(session, { type: 'close', on: 'running', force: { unchosen: 2, reason: 'panne' } });
    await third.until('ahead', frame => frame.type === 'ahead' && frame.n === 2);
  });
});
