/** One look at the room: what the live regions and the signals compare from one moment to the next. */
import type { Look } from './announcements.ts';
import { postTitle } from '../offer/post-facts.ts';
import { postAndService } from './model.ts';
import type { Room } from './room-context.ts';
import { aroundWords } from './words.ts';

/** What a look is made of: a room, or what another page knows of it. */
export type Looked = Pick<Room, 'standing' | 'live' | 'seconds' | 'estimate' | 'rehearsal'>;

/** Null while anything of it is still to come: what comes late at the opening is no change. */
export function lookOf({ standing, live, seconds, estimate, rehearsal }: Looked): Look | null {
  if (standing.value === null || live.you.value === null || live.directory.value === null) return null;
  const { moment, session } = standing.value;
  const found =
    moment.kind === 'chosen' && moment.choice !== null
      ? postAndService(live.directory.value, moment.choice.post)
      : null;
  return {
    moment,
    pause: session?.paused ?? null,
    link: live.link.value.kind,
    rehearsal: rehearsal !== null,
    around: estimate.value?.kind === 'around' ? aroundWords(estimate.value) : null,
    seconds: moment.kind === 'myTurn' ? seconds.value : null,
    chosen: found && postTitle(found.service),
  };
}
