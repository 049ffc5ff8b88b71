/** What a moderator may send from the room: over the socket to a session that lives, over HTTP what the tables hold. */
import type { PersonId } from '../../machines/ids.ts';
import type { PublicSession } from '../../machines/session/public-state.ts';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import type { WireCommand } from '../../machines/wire/frames.ts';
import type { Call } from '../http/call.ts';

export type DeskCommand =
  | WireCommand
  | { readonly type: 'setStatus'; readonly person: PersonId; readonly status: ChoiceStatus };

/** A session in the life of its own: its host decides. Before it the API does, after it nobody does here. */
export const isLive = ({ state }: Pick<PublicSession, 'state'>): boolean =>
  state === 'running' || state === 'paused';

export const isToCome = ({ state }: Pick<PublicSession, 'state'>): boolean =>
  !isLive({ state }) && state !== 'closed';

/** How an act goes. */
export type Way =
  | { readonly by: 'socket'; readonly command: WireCommand }
  | ({ readonly by: 'http'; readonly path: string } & Pick<Call, 'method' | 'body'>);

/** A status always goes through the API; a planned absence does while the session has not begun. */
export function wayOf(command: DeskCommand, session: Pick<PublicSession, 'state'>): Way {
  if (command.type === 'setStatus') {
    const { person, status } = command;
    return { by: 'http', path: `/desk/people/${person}/status`, method: 'PUT', body: { status } };
  }
  if (isToCome(session) && (command.type === 'excuse' || command.type === 'lift')) {
    const path = `/desk/people/${command.person}/planned-absence`;
    if (command.type === 'lift') return { by: 'http', path, method: 'DELETE' };
    const { reason, on } = command;
    return { by: 'http', path, method: 'PUT', body: { reason, on } };
  }
  return { by: 'socket', command };
}
