/**
 * The room's state on one page to print, for going on by paper (`paper-page.tsx`): who chooses, who comes next and is
 * there, who is absent and why, who has chosen which service, which seats are left to whom. No reason given by a person
 * or a moderator, no telephone, no post beside a name: the sheet lies on a table. Pure.
 */
import { callOrderText } from '../../machines/call-order-text.ts';
import { hour } from '../../machines/french-time.ts';
import type { Directory } from '../../machines/directory.ts';
import type { Ms, PersonId } from '../../machines/ids.ts';
import type { PublicSession, PublicState } from '../../machines/session/public-state.ts';
import type { DeskPerson } from '../../machines/wire/frames.ts';
import { duration } from '../ui/format.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';
import { isFollowed } from './desk-command.ts';
import { CAUSE_WORDS } from './journal-text.ts';
import type { Names } from './names.ts';
import { freeLines, supernumeraries, supernumeraryLines } from './paper-lines.ts';
import type { PaperLine } from './paper-lines.ts';
import type { DeskQueue } from './queue.ts';

export interface PaperPerson {
  readonly id: PersonId;
  readonly order: string;
  readonly name: string;
  readonly specialty: string;
  /** What decides how they choose: status where it is not the usual one, who chooses, a longer turn, de retour. */
  readonly notes: readonly string[];
  /** Presence as it is now; of who is absent or passed the cause before it: «temps écoulé à 9 h 49 · à présent en ligne». */
  readonly standing: string;
}

export interface PaperChoice extends PaperPerson {
  /** «Chirurgie digestive, Hôpital Avicenne»: the service, as everybody reads it (domain §8). */
  readonly service: string;
  readonly at: Ms | null;
}

export interface Paper {
  /** The first of `coming`, where somebody is called. */
  readonly called: { readonly person: PaperPerson; readonly remains: string } | null;
  readonly coming: readonly PaperPerson[];
  readonly absent: readonly PaperPerson[];
  readonly excused: readonly PaperPerson[];
  /** Their turn is over without a post and without an absence. */
  readonly passed: readonly PaperPerson[];
  /** In the order in which they chose. */
  readonly chosen: readonly PaperChoice[];
  readonly free: readonly PaperLine[];
  readonly seats: number;
  /** Null where no supernumerary is left to choose. */
  readonly beside: readonly PaperLine[] | null;
}

interface Ground {
  readonly state: PublicState;
  readonly session: PublicSession;
  readonly people: ReadonlyMap<PersonId, DeskPerson>;
  readonly queue: DeskQueue;
  readonly names: Names;
  readonly supernumeraryCap: number | null;
}

export function paperOf(ground: Ground, directory: Directory, now: Ms): Paper {
  const { session, queue } = ground;
  const person = (id: PersonId): PaperPerson => personOf(ground, id);
  const free = freeLines(ground, directory);
  const left = [...queue.coming, ...queue.absent, ...queue.planned];
  return {
    called:
      session.called === null
        ? null
        : { person: person(session.called.person), remains: remains(session, now) },
    coming: queue.coming.filter(id => id !== session.called?.person).map(person),
    absent: queue.absent.map(person),
    excused: queue.planned.map(person),
    passed: queue.passed.map(person),
    chosen: queue.chosen.toReversed().map(id => choiceOf(ground, id)),
    free,
    seats: seatsOf(free),
    beside:
      supernumeraries(ground, directory, left).length === 0
        ? null
        : supernumeraryLines(ground, directory, left),
  };
}

export const seatsOf = (lines: readonly PaperLine[]): number =>
  lines.reduce((total, { numbers }) => total + numbers.length, 0);

function choiceOf(ground: Ground, id: PersonId): PaperChoice {
  const { service = null, at = null } = ground.state.people.get(id) ?? {};
  return { ...personOf(ground, id), service: service === null ? '' : ground.names.service(service), at };
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
    standing: [...standingOf(desk), ...presenceOf(session, desk)].join(' · à présent '),
  };
}

function standingOf(desk: DeskPerson | undefined): readonly string[] {
  switch (desk?.state.kind) {
    case 'absent':
      return [`${CAUSE_WORDS[desk.state.cause]} à ${hour(desk.state.at)}`];
    case 'passed':
      return ['aucun poste possible'];
    case 'withoutPost':
      return ['sans poste'];
    default:
      return [];
  }
}

/** Once closed nobody is followed, and before its start nobody of a rehearsal. */
const presenceOf = (session: PublicSession, desk: DeskPerson | undefined): readonly string[] =>
  desk === undefined || !isFollowed(session) ? [] : [desk.connected ? 'en\u00a0ligne' : 'hors\u00a0ligne'];

/** Of the clock that runs, or that a pause has stopped. */
function remains({ called }: PublicSession, now: Ms): string {
  if (called === null) return '';
  const left = called.endsAt === null ? called.leftMs : Math.max(0, called.endsAt - now);
  const kept = called.endsAt === null ? ', temps arrêté' : '';
  const before = called.mode === 'awaited' ? 'connexion attendue, ' : '';
  return `${before}reste ${duration(left)}${kept}`;
}
