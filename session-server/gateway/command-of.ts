/** A wire command as a request to the session's owner: who asks comes from the login, never from the frame. */
import type { Ms } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { seal } from '../../machines/sealed.ts';
import type { ClientFrame, WireCommand } from '../../machines/wire/frames.ts';
import type { CommandRequest, RequestedBody } from '../bus/messages.ts';
import type { Connection } from './connection.ts';

type CommandFrame = Extract<ClientFrame, { type: 'command' }>;

/** The one question of roles on this road: what a login of this realm may ask at all. */
export function requestOf(
  connection: Connection,
  { id, session, body }: CommandFrame,
  receivedAt: Ms,
): CommandRequest | Refusal {
  const { holder, following } = connection;
  if (holder.kind === 'public' || holder.readOnly) return { code: 'FORBIDDEN' };
  const { realm, account } = holder;
  const actor = following?.actor ?? null;
  if (body.type === 'choose' || body.type === 'rejoin') {
    if (!actor) return { code: 'FORBIDDEN' };
    const { person } = actor;
    const asked: RequestedBody =
      body.type === 'choose'
        ? { type: 'choose', person, post: body.post, turn: body.turn, receivedAt, by: actor.realm }
        : { type: 'rejoin', person, by: actor.realm };
    return { session, id, who: { realm, account }, body: asked };
  }
  if (realm !== 'moderator') return { code: 'FORBIDDEN' };
  return { session, id, who: { realm, account }, body: moderatorBody(body) };
}

type ModeratorCommand = Exclude<WireCommand, { type: 'choose' | 'rejoin' }>;

/** What a moderator writes is private, or at least nobody's business for ever: it never stands in the row itself. */
function moderatorBody(body: ModeratorCommand): RequestedBody {
  switch (body.type) {
    case 'start':
    case 'resume':
      return body;
    case 'close':
      return { ...body, force: body.force && { ...body.force, reason: seal(body.force.reason) } };
    case 'message':
      return { ...body, text: seal(body.text) };
    case 'pause':
    case 'excuse':
    case 'lift':
    case 'callBack':
    case 'markAbsent':
    case 'prolong':
    case 'pass':
    case 'chooseOnBehalf':
      return { ...body, reason: seal(body.reason) };
    default:
      return body satisfies never;
  }
}
