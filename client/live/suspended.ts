/** The sessions whose record cannot be written now, as the gateway's notices name them; `live.ts` keeps the set. Pure. */
import type { SessionId } from '../../machines/ids.ts';
import type { ServerFrame } from '../../machines/wire/frames.ts';

type Notice = Pick<Extract<ServerFrame, { type: 'notice' }>, 'kind' | 'session'>;

export function noted(suspended: ReadonlySet<SessionId>, { kind, session }: Notice): ReadonlySet<SessionId> {
  const next = new Set(suspended);
  if (kind === 'suspended') next.add(session);
  else next.delete(session);
  return next;
}
