/**
 * The room's state on one page to print, for going on by paper (`paper-page.tsx`): who chooses, who comes next, who is
 * absent, which seats are free. No reason of an absence, no telephone: the sheet lies on a table. Pure.
 */
import { callOrderText } from '../../machines/call-order-text.ts';
import type { Directory } from '../../machines/directory.ts';
import type { Ms, PersonId } from '../../machines/ids.ts';
import type { PublicSession, PublicState } from '../../machines/session/public-state.ts';
import type { DeskPerson } from '../../machines/wire/frames.ts';
import { duration } from '../ui/format.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';
import type { Names } from './names.ts';
import type { DeskQueue } from './queue.ts';

export interface PaperPerson {
  readonly id: PersonId;
  readonly order: string;
  readonly name: string;
  readonly specialty: string;
  /** What decides how they choose: status where it is not the usual one, who chooses, a longer turn, de retour. */
  readonly notes: readonly string[];
}

export interface PaperLine {
  readonly service: string;
  readonly place: string;
  /** Reservation and earmark: what tells this line from another of its service. */
  readonly kind: string;
  readonly numbers: readonly string[];
}

export interface Paper {
  /** The first of `coming`, where somebody is called. */
  readonly called: { readonly person: PaperPerson; readonly remains: string } | null;
  readonly coming: readonly PaperPerson[];
  readonly absent: readonly PaperPerson[];
  readonly excused: readonly PaperPerson[];
  readonly free: readonly PaperLine[];
  readonly seats: number;
}

interface Ground {
  readonly state: PublicState;
  readonly session: PublicSession;
  readonly people: ReadonlyMap<PersonId, DeskPerson>;
  readonly queue: DeskQueue;
  readonly names: Names;
}

export function paperOf(ground: Ground, directory: Directory, now: Ms): Paper {
  const { session, queue } = ground;
  const person = (id: PersonId): PaperPerson => personOf(ground, id);
  const free = freeLines(ground.state, directory);
  return {
    called:
      session.called === null
        ? null
        : { person: person(session.called.person), remains: remains(session, now) },
    coming: queue.coming.filter(id => id !== session.called?.person).map(person),
    absent: queue.absent.map(person),
    excused: queue.planned.map(person),
    free,
    seats: free.reduce((total, { numbers }) => total + numbers.length, 0),
  };
}

function personOf({ names, people, session }: Ground, id: PersonId): PaperPerson {
  const known = names.person(id);
  const desk = people.get(id);
  return {
    id,
    order: known === undefined ? '–' : callOrderText(known.callOrder),
    name: names.name(id),
    specialty: known === undefined ? '' : (names.specialty(known.specialty) ?? ''),
    notes: [
      ...(desk === undefined || desk.status === 'classic' ? [] : [STATUS_WORDS[desk.status]]),
      ...(desk?.mandate === true ? ['Procuration'] : []),
      ...((desk?.extraTurnMs ?? 0) > 0 ? [`+ ${duration(desk?.extraTurnMs ?? 0)}`] : []),
      ...(session.returned.includes(id) ? ['De retour'] : []),
    ],
  };
}

/** Of the clock that runs, or that a pause has stopped. */
function remains({ called }: PublicSession, now: Ms): string {
  if (called === null) return '';
  const left = called.endsAt === null ? called.leftMs : Math.max(0, called.endsAt - now);
  const kept = called.endsAt === null ? ', temps arrêté' : '';
  const before = called.mode === 'awaited' ? 'connexion attendue, ' : '';
  return `${before}reste ${duration(left)}${kept}`;
}

/** In the order of the directory: department, establishment, service; then line by line. */
function freeLines(state: PublicState, directory: Directory): readonly PaperLine[] {
  const specialties = new Map(directory.specialties.map(({ id, name }) => [id, name]));
  return directory.services.flatMap(service => {
    const lines = new Map<number, { readonly kind: string; readonly numbers: string[] }>();
    for (const post of directory.posts) {
      const seat = state.posts.get(post.id);
      if (post.service !== service.id || seat === undefined || seat.filled || seat.blocked) continue;
      const reserved = post.reservedFor === null ? null : specialties.get(post.reservedFor);
      const kind = [
        ...(reserved === null ? [] : [`réservé\u00a0: ${reserved ?? 'autre DES'}`]),
        ...(post.earmark === null ? [] : [post.earmark]),
      ].join(', ');
      const line = lines.get(post.line) ?? { kind, numbers: [] };
      line.numbers.push(post.number);
      lines.set(post.line, line);
    }
    return [...lines.values()].map(({ kind, numbers }) => ({
      service: service.name,
      place: `${service.establishment}, ${service.city}`,
      kind,
      numbers,
    }));
  });
}
