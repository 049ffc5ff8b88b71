/** Whose sockets count for a person (domain §3): the holder's where a mandate is accepted, else the intern's. */
import type { Ms, PersonId } from '../../machines/ids.ts';
import type { CommandBody } from '../../machines/session/commands.ts';
import type { SessionSnapshot } from '../../machines/session/machine.ts';
import { numberOfPerson } from '../../machines/session/numbering.ts';
import { at } from '../../machines/session/vector.ts';
import type { PresentPerson } from '../bus/messages.ts';
import type { Presence } from './presence.ts';

export const chooserRealm = (mandate: boolean): PresentPerson['realm'] => (mandate ? 'mandatary' : 'intern');

export interface KnownPresence {
  readonly mandate: boolean;
  /** As the session knows it. */
  readonly connected: boolean;
}

/** Null where the person is not one of the session's. */
export function knownPresence({ context }: SessionSnapshot, person: PersonId): KnownPresence | null {
  const number = context.world && numberOfPerson(context.world, person);
  return number === null ? null : at(context.people, number);
}

/** The command that tells a session of what it does not know yet; null where it knows, or the person is not of it. */
export function presenceChange(
  snapshot: SessionSnapshot,
  presence: Presence,
  person: PersonId,
  now: Ms,
): CommandBody | null {
  const known = knownPresence(snapshot, person);
  if (!known) return null;
  const connected = presence.isPresent(person, chooserRealm(known.mandate));
  if (connected === known.connected) return null;
  return connected ? { type: 'connected', person } : { type: 'disconnected', person, lastSeenAt: now };
}

export const peopleOf = ({ context }: SessionSnapshot): readonly PersonId[] =>
  context.world?.people.map(({ id }) => id) ?? [];
