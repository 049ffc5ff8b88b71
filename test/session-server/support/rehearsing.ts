/** A theatre with a rehearsal of its first session, prepared as the desk does it and still to begin. */
import { rehearse } from '../../../api/acts/rehearse.ts';
import type { SessionId } from '../../../machines/ids.ts';
import type { PublicSnapshot } from '../../../machines/session/public-state.ts';
import type { ServerFrame } from '../../../machines/wire/frames.ts';
import { openTheatre } from './theatre.ts';
import type { Theatre } from './theatre.ts';
import type { Watcher } from './watcher.ts';

export interface Rehearsing {
  readonly theatre: Theatre;
  readonly rehearsal: SessionId;
  /** Starts it; the first one chooses, the second is excused, the third is called. */
  play(): Promise<{ readonly moderator: Watcher; readonly first: Watcher }>;
  /** @param unchosen how many have not chosen. */
  closeBy(moderator: Watcher, unchosen: number): Promise<ServerFrame>;
}

/** Two sessions of three people each, eight posts. */
export async function openRehearsal(): Promise<Rehearsing> {
  const theatre = await openTheatre({ people: 6, posts: 8, sessions: 2 });
  const { amphitheatre, moderator } = theatre.stage;
  const prepared = await rehearse(theatre.database, amphitheatre, 1, { account: moderator.account, at: 0 });
  if (prepared.kind !== 'prepared') throw new Error(JSON.stringify(prepared));
  const rehearsal = prepared.rehearsal.id;
  return {
    theatre,
    rehearsal,
    async play() {
      const moderator = await theatre.moderator(rehearsal);
      const first = await theatre.intern(1, rehearsal);
      await moderator.ask(rehearsal, { type: 'start' });
      await moderator.ask(rehearsal, {
        type: 'excuse',
        person: theatre.person(2),
        reason: 'secret',
        on: 'waiting',
      });
      await first.ask(rehearsal, { type: 'choose', post: theatre.post(2), turn: 1 });
      await moderator.fact('called', ({ person }) => person === theatre.person(3));
      return { moderator, first };
    },
    closeBy: (moderator, unchosen) =>
      moderator.ask(rehearsal, {
        type: 'close',
        on: 'running',
        force: { unchosen, reason: 'fin de l’amphi blanc' },
      }),
  };
}

/** @throws Error where the answer is another. */
export function snapshotIn(answer: ServerFrame | undefined): PublicSnapshot {
  if (answer?.type !== 'snapshot') throw new Error(`not a snapshot: ${answer?.type}`);
  return answer.state;
}
