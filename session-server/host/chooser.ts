/** Whose sockets count for a person (domain §3): the holder's where a mandate is accepted, else the intern's. */
import type { PersonId } from '../../machines/ids.ts';
import { alarm } from '../../machines/session/alarm.ts';
import type { CommandBody } from '../../machines/session/commands.ts';
import type { SessionSnapshot } from '../../machines/session/machine.ts';
import { numberOfPerson, personAt } from '../../machines/session/numbering.ts';
import { at } from '../../machines/session/vector.ts';
import type { PresentPerson } from '../bus/messages.ts';
import { streamOf } from '../bus/stream-id.ts';
import type { JournalRow } from '../journal/row.ts';
import type { Unheard } from './heard-gateways.ts';
import type { Held } from './held.ts';
import type { HostParts } from './host-parts.ts';
import type { Attendance, Presence } from './presence.ts';

export const chooserRealm = (mandate: boolean): PresentPerson['realm'] => (mandate ? 'mandatary' : 'intern');

export interface KnownPresence {
  readonly mandate: boolean;
  /** As the session knows it. */
  readonly connected: boolean;
}

/** Null where the person is not one of the session's, or of an earlier one and not followed here. */
export function knownPresence({ context }: SessionSnapshot, person: PersonId): KnownPresence | null {
  const number = context.world && numberOfPerson(context.world, person);
  const known = number === null ? null : at(context.people, number);
  return known === null || known.elsewhere ? null : known;
}

/**
 * The command that tells a session of what it does not know yet; null where it knows, or the person is not of it, or
 * nobody can say: a new owner waits until every gateway has said whom it holds (architecture §4).
 */
export function presenceChange(
  held: Held,
  { presence, clock }: Pick<HostParts, 'presence' | 'clock'>,
  person: PersonId,
): CommandBody | null {
  const known = knownPresence(held.snapshot, person);
  if (!known) return null;
  const attendance = presence.of(streamOf(held).rehearsal);
  const realm = chooserRealm(known.mandate);
  const connected = attendance.isPresent(person, realm);
  const seen = attendance.lastSeen(person, realm);
  const where = seen ? { where: seen.where } : {};
  if (connected && known.connected && endedUnseen(held, attendance, person))
    return { type: 'disconnected', person, lastSeenAt: clock.now(), ...where, gatewayLost: true };
  if (connected === known.connected) return null;
  if (connected) return { type: 'connected', person, ...where };
  if (!seen && attendance.mayBeUnseen(person, realm)) return null; // since we own the session nobody said they left
  const gatewayLost = seen?.isLost ? ({ gatewayLost: true } as const) : {};
  return { type: 'disconnected', person, lastSeenAt: seen?.at ?? clock.now(), ...where, ...gatewayLost };
}

/**
 * The called one's clock ran out while their gateway was silent: what they chose may have been lost on the way. They
 * are held lost with it and found again, which gives them the whole turn (T14, T4).
 */
function endedUnseen({ snapshot }: Held, attendance: Attendance, person: PersonId): boolean {
  const { world, called, people } = snapshot.context;
  const due = alarm(snapshot);
  if (!world || !called || due?.body.type !== 'deadline') return false;
  const realm = chooserRealm(at(people, called.person).mandate);
  return personAt(world, called.person).id === person && attendance.wasUnseenAt(person, realm, due.at);
}

/**
 * Whether a silence that began then and has ended kept the session from going on: the called one could not choose where
 * they are, or, where nobody is called, absentees could not come back. Where their whole turn comes back it did not, nor
 * where they are nowhere at all: what ended unseen (`endedUnseen`) is theirs already.
 */
export function wasHeldUp(held: Held, presence: Presence, { from, ofAll }: Unheard): boolean {
  if (ofAll) return true;
  const { world, called, people, closesAt } = held.snapshot.context;
  if (!world || !called) return closesAt !== null;
  const attendance = presence.of(streamOf(held).rehearsal);
  const { id } = personAt(world, called.person);
  const realm = chooserRealm(at(people, called.person).mandate);
  return attendance.wasUnseenAt(id, realm, from) && !endedUnseen(held, attendance, id);
}

/**
 * Whether the clock would mark absent somebody who may be connected where we do not hear just now; or, where nobody is
 * called, end the session for absentees who cannot be heard.
 */
export function endsUnseen(held: Held, presence: Presence): boolean {
  const { world, called, people } = held.snapshot.context;
  if (!world || !called) return !presence.isEverybodyKnown();
  const attendance = presence.of(streamOf(held).rehearsal);
  const { id } = personAt(world, called.person);
  return attendance.mayBeUnseen(id, chooserRealm(at(people, called.person).mandate));
}

/** Those whose presence is followed. */
export const peopleOf = ({ context }: SessionSnapshot): readonly PersonId[] =>
  context.world?.people.flatMap(({ id }, number) => (at(context.people, number).elsewhere ? [] : [id])) ?? [];

/** Those whom the row brought into the session: their presence is followed from now on. */
export const joinedIn = ({ facts }: Pick<JournalRow, 'facts'>): readonly PersonId[] =>
  facts.flatMap(fact => (fact.kind === 'joined' ? [fact.person] : []));
