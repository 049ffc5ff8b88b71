/** The sessions whose record cannot be written now, and since when, as the gateway's notices tell; `live.ts` keeps them. Pure. */
import type { Ms, SessionId } from '../../machines/ids.ts';
import type { ServerFrame } from '../../machines/wire/frames.ts';

type Notice = Pick<Extract<ServerFrame, { type: 'notice' }>, 'kind' | 'session' | 'since'>;

/** By the server's clock: what counts stands still there until the session is restored. */
export type Suspended = ReadonlyMap<SessionId, Ms>;

export function noted(suspended: Suspended, { kind, session, since }: Notice, now: Ms): Suspended {
  const next = new Map(suspended);
  if (kind === 'suspended') next.set(session, suspended.get(session) ?? since ?? now);
  else next.delete(session);
  return next;
}
