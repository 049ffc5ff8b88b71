/** The sessions whose chart may be looked at: those that run, rehearsals too, and the one asked for whatever it is. Pure. */
import type { AmphitheatreId, SessionId } from '../../machines/ids.ts';
import type { SessionStateName } from '../../machines/session/state.ts';
import type { ListedAmphitheatre, Rehearsal } from '../http/answers.ts';
import { sessionName } from '../ui/session-name.ts';

export interface Listed {
  readonly id: SessionId;
  readonly amphitheatre: AmphitheatreId;
  readonly title: string;
  /** «Session 2», «Amphi blanc 1». */
  readonly name: string;
  readonly state: SessionStateName;
  readonly rehearsal: boolean;
  /** Everybody may follow its amphitheatre. */
  readonly published: boolean;
  /** Its room. */
  readonly room: string;
}

export function sessionsToSee(
  amphitheatres: readonly ListedAmphitheatre[],
  rehearsals: readonly Rehearsal[],
  asked: number | null,
): readonly Listed[] {
  const all = amphitheatres.flatMap(({ id: amphitheatre, title, sessions, published }) => {
    const of = { amphitheatre, title, published: published.timetable };
    const own = rehearsals.filter(one => one.amphitheatre === amphitheatre);
    return [
      ...sessions.map(({ id, number, state }): Listed => {
        const room = `/salle/${amphitheatre}?session=${number}`;
        return { ...of, id, state, rehearsal: false, name: sessionName({ number, rehearsal: false }), room };
      }),
      ...own.map(({ id, number, state }): Listed => {
        const room = `/salle/${amphitheatre}?blanc=${id}`;
        return { ...of, id, state, rehearsal: true, name: sessionName({ number, rehearsal: true }), room };
      }),
    ];
  });
  return all.filter(({ id, state }) => state === 'running' || state === 'paused' || id === asked);
}
