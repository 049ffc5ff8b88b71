/** Commands as the socket carries them: who acts is the login's, private texts are bare. */
import type { PersonId } from '../../../machines/ids.ts';
import type { Sealed } from '../../../machines/sealed.ts';
import type { WireCommand } from '../../../machines/wire/frames.ts';
import type { RequestedBody } from '../../../session-server/bus/messages.ts';

type Own = Extract<RequestedBody, { readonly type: 'choose' | 'rejoin' }>;

/** Asked by the person or the holder; all others are a moderator's. */
export const isOwn = (body: RequestedBody): body is Own => body.type === 'choose' || body.type === 'rejoin';

/** A person whom no session has. */
export const STRANGER = 'nobody0000' as PersonId;

/** @throws Error where no socket carries it. */
export function wireCommand(body: RequestedBody): WireCommand {
  switch (body.type) {
    case 'start':
    case 'resume':
      return body;
    case 'rejoin':
      return { type: 'rejoin' };
    case 'choose':
      return { type: 'choose', post: body.post, turn: body.turn };
    case 'close':
      return { ...body, force: body.force && { ...body.force, reason: bare(body.force.reason) } };
    case 'message':
      return { ...body, to: body.to === null ? null : known(body.to), text: bare(body.text) };
    case 'pause':
      return { ...body, reason: bare(body.reason) };
    case 'excuse':
    case 'lift':
    case 'callBack':
    case 'markAbsent':
    case 'pass':
    case 'prolong':
    case 'chooseOnBehalf':
      return { ...body, person: known(body.person), reason: bare(body.reason) } as WireCommand;
    default:
      throw new Error(`${body.type} comes over no socket`);
  }
}

const bare = (text: Sealed | undefined): string => text?.sealed ?? '';

const known = (person: PersonId): PersonId => (/^[0-9a-z]{10}$/.test(person) ? person : STRANGER);
