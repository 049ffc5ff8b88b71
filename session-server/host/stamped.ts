/** A request as the machine takes it: stamped, with what only the host knows filled in. */
import type { Ms, PersonId } from '../../machines/ids.ts';
import type { Command } from '../../machines/session/commands.ts';
import type { RequestedBody } from '../bus/messages.ts';

/** A gateway's stamp is believed this far back, and never into the future (domain §3). */
const BELIEVED_MS = 2_000;

/**
 * @param arrived when the request came to its owner; `at` is when it is taken up. What it waited in between, where
 * the record was slow, is not held against a choice.
 * @param isPresent whether the chooser is connected: the holder where a mandate is held, else the intern.
 * @returns null for `start`: its world is read under the lock, by start-session.ts.
 */
export function stamped(
  body: RequestedBody,
  at: Ms,
  arrived: Ms,
  isPresent: (person: PersonId, held: boolean) => boolean,
): Command | null {
  switch (body.type) {
    case 'start':
      return null;
    case 'choose':
      return { ...body, at, receivedAt: Math.min(arrived, Math.max(arrived - BELIEVED_MS, body.receivedAt)) };
    case 'setMandate':
      return { ...body, at, connected: isPresent(body.person, body.held) };
    default:
      return { ...body, at };
  }
}
