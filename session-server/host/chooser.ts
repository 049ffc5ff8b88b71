/** Whose sockets count for a person (domain §3): the holder's where a mandate is accepted, else the intern's. */
import type { PersonId } from '../../machines/ids.ts';
import type { SessionSnapshot } from '../../machines/session/machine.ts';
import { numberOfPerson } from '../../machines/session/numbering.ts';
import { at } from '../../machines/session/vector.ts';
import type { PresentPerson } from '../bus/messages.ts';

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
