/** One amphitheatre from its draft to the day after, as its interns, a holder and its moderators see it. */
import type { Scene } from '../scene.ts';
import { afterTheDay } from './after-the-day.ts';
import { beforeTheDay } from './before-the-day.ts';
import { openCast } from './cast.ts';
import { inTheSession } from './in-the-session.ts';
import { myTurnComes } from './my-turn-comes.ts';

export const THE_DAY: Scene = {
  title: 'Une session',
  async play(theatre, look) {
    const cast = await openCast(theatre, look);
    await beforeTheDay(cast);
    await inTheSession(cast);
    await myTurnComes(cast);
    await afterTheDay(cast);
    await cast.mine.context().close();
    await cast.desk.context().close();
  },
};
