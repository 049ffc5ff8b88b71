/** What a moderator may send from the room: over the socket to a session that lives, over HTTP what the tables hold. */
import type { PersonId, PostId } from '../../machines/ids.ts';
import type { PublicSession } from '../../machines/session/public-state.ts';
import type { PersonState } from '../../machines/session/state.ts';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import type { WireCommand } from '../../machines/wire/frames.ts';
import type { Call } from '../http/call.ts';

export type DeskCommand =
  | WireCommand
  /** `on`: the status it was decided on. */
  | {
      readonly type: 'setStatus';
      readonly person: PersonId;
      readonly status: ChoiceStatus;
      readonly on: ChoiceStatus;
      readonly reason: string;
    }
  /** `to` null: the choice is taken back. */
  | {
      readonly type: 'correct';
      readonly person: PersonId;
      readonly from: PostId;
      readonly to: PostId | null;
      readonly reason: string;
    }
  /** Once a rehearsal is closed; of the real sessions it is done from the list of those left over. */
  | {
      readonly type: 'assign';
      readonly person: PersonId;
      readonly post: PostId;
      readonly on: PersonState['kind'];
      readonly reason: string;
    }
  /** A longer turn, set before the session begins; 0 takes it away. `on`: the length it was decided on. */
  | {
      readonly type: 'setExtraTurn';
      readonly person: PersonId;
      readonly seconds: number;
      readonly on: number;
      readonly reason: string;
    };

/** A session in the life of its own: its host decides. Before it the API does, after it corrections alone are left. */
export const isLive = ({ state }: Pick<PublicSession, 'state'>): boolean =>
  state === 'running' || state === 'paused';

export const isToCome = ({ state }: Pick<PublicSession, 'state'>): boolean =>
  !isLive({ state }) && state !== 'closed';

/**
 * Presence is known: from its journal while it lives, from the gateways before it begins. Who waits in a rehearsal to come
 * nobody follows.
 */
export const isFollowed = (session: Pick<PublicSession, 'state' | 'rehearsal'>): boolean =>
  isLive(session) || (isToCome(session) && !session.rehearsal);

/** How an act goes. */
export type Way =
  | { readonly by: 'socket'; readonly command: WireCommand }
  | ({ readonly by: 'http'; readonly path: string } & Pick<Call, 'method' | 'body'>);

/** Status, longer turn and correction always go through the API; a planned absence while the session has not begun. */
export function wayOf(command: DeskCommand, session: Pick<PublicSession, 'id' | 'state' | 'rehearsal'>): Way {
  // What is asked of a rehearsal counts there alone.
  const there = session.rehearsal ? { rehearsal: session.id } : {};
  switch (command.type) {
    case 'setStatus': {
      const { person, status, on, reason } = command;
      return http(person, 'status', 'PUT', { status, on, reason, ...there });
    }
    case 'correct': {
      const { person, from, to, reason } = command;
      return http(person, 'correction', 'POST', { from, to, reason, ...there });
    }
    case 'assign': {
      const { person, post, on, reason } = command;
      return http(person, 'assignment', 'POST', { post, on, reason, offline: false, ...there });
    }
    case 'setExtraTurn': {
      const { person, seconds, on, reason } = command;
      return http(person, 'extra-turn', 'PUT', { seconds, on, reason });
    }
    case 'excuse': {
      const { person, reason, on } = command;
      if (isToCome(session)) return http(person, 'planned-absence', 'PUT', { reason, on });
      return { by: 'socket', command };
    }
    case 'lift':
      if (isToCome(session)) {
        const { person, reason } = command;
        return http(person, 'planned-absence/lift', 'POST', { reason });
      }
      return { by: 'socket', command };
    default:
      return { by: 'socket', command };
  }
}

const http = (person: PersonId, what: string, method: Call['method'], body?: unknown): Way => ({
  by: 'http',
  path: `/desk/people/${person}/${what}`,
  ...(method && { method }),
  ...(body === undefined ? {} : { body }),
});
