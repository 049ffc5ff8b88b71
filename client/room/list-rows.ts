/** The interns' list of one session in passing order: those who have passed, the one choosing, those to come. Pure. */
import { callOrderText } from '../../machines/call-order-text.ts';
import type { Directory, DirectoryPerson, DirectoryService } from '../../machines/directory.ts';
import type { PersonId, SessionId } from '../../machines/ids.ts';
import type { CalledMode } from '../../machines/session/facts.ts';
import type { PublicPerson, PublicState } from '../../machines/session/public-state.ts';
import { fullName } from '../ui/navigation.ts';
import { number, plural } from '../ui/format.ts';

export interface ListRow {
  readonly person: PersonId;
  readonly number: number;
  readonly name: string;
  readonly specialty: string;
  readonly kind: 'chosen' | 'absent' | 'notChoosing' | 'called' | 'returned' | 'waiting';
  readonly mine: boolean;
  readonly mode: CalledMode | null;
  readonly service: DirectoryService | null;
  /** What is said in place of the service; null where nothing is to be said. */
  readonly note: string | null;
}

/** @param id null: those who are in no session, before the cut. */
export function listRows(
  state: PublicState,
  directory: Directory,
  id: SessionId | null,
  me: PersonId | null,
): readonly ListRow[] {
  const session = id === null ? undefined : state.sessions.get(id);
  const people = peopleOf(state, id);
  const { names, specialties, services } = namesIn(directory);
  const called = session?.called ?? null;
  const calledNumber = called && (state.people.get(called.person)?.callOrder ?? null);
  return inPassingOrder(people).map(person => {
    const known = names.get(person.id);
    return {
      person: person.id,
      number: person.callOrder,
      name: known === undefined ? `n°\u00a0${callOrderText(person.callOrder)}` : fullName(known),
      specialty: specialtyOf(known, specialties),
      kind: person.state,
      mine: person.id === me,
      mode: called?.person === person.id ? called.mode : null,
      service: person.service === null ? null : (services.get(person.service) ?? null),
      note: noteOf(person, session?.state === 'closed', calledNumber),
    };
  });
}

/** In call order. */
const peopleOf = (state: PublicState, id: SessionId | null): readonly PublicPerson[] =>
  id === null
    ? [...state.people.values()].filter(({ session }) => session === null)
    : (state.queues.get(id)?.order ?? []).flatMap(person => state.people.get(person) ?? []);

interface NamesIn {
  readonly names: ReadonlyMap<PersonId, DirectoryPerson>;
  readonly specialties: ReadonlyMap<DirectoryPerson['specialty'], string>;
  readonly services: ReadonlyMap<DirectoryService['id'], DirectoryService>;
}

const known = new WeakMap<Directory, NamesIn>();

/** Once per directory: a list of 1,000 is made anew at each choice. */
function namesIn(directory: Directory): NamesIn {
  const made = known.get(directory) ?? {
    names: new Map(directory.people.map(person => [person.id, person])),
    specialties: new Map(directory.specialties.map(specialty => [specialty.id, specialty.name])),
    services: new Map(directory.services.map(service => [service.id, service])),
  };
  known.set(directory, made);
  return made;
}

/** «n° 121 · 10 choix faits, 1 absence, 34 à venir». */
export function listSummary(rows: readonly Pick<ListRow, 'number' | 'kind'>[]): string {
  const numbers = rows.map(row => row.number);
  const count = (...kinds: readonly ListRow['kind'][]): number =>
    rows.filter(({ kind }) => kinds.includes(kind)).length;
  const parts = [
    plural(count('chosen'), 'choix fait', 'choix faits'),
    ...some(count('absent'), 'absence', 'absences'),
    ...some(count('notChoosing'), 'ne choisit pas', 'ne choisissent pas'),
    `${number(count('waiting', 'returned', 'called'))} à venir`,
  ];
  return `n°\u00a0${callOrderText(Math.min(...numbers))} à ${callOrderText(Math.max(...numbers))} · ${parts.join(', ')}`;
}

const some = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [plural(count, one, many)];

function inPassingOrder(people: readonly PublicPerson[]): readonly PublicPerson[] {
  const front = people.find(({ state }) => state === 'waiting')?.callOrder ?? Infinity;
  const isToCome = ({ state, callOrder }: PublicPerson): boolean =>
    state === 'waiting' || (state === 'notChoosing' && callOrder > front);
  const passed = (one: PublicPerson): boolean =>
    one.state !== 'called' && one.state !== 'returned' && !isToCome(one);
  return [
    ...people.filter(passed),
    ...people.filter(({ state }) => state === 'called'),
    ...people.filter(({ state }) => state === 'returned'),
    ...people.filter(isToCome),
  ];
}

function noteOf(person: PublicPerson, closed: boolean, called: number | null): string | null {
  switch (person.state) {
    case 'absent':
      return closed ? null : 'peut revenir tant que la session court';
    case 'notChoosing':
      return 'hors de l’appel';
    case 'returned':
      return called === null ? 'passe en premier' : `passe juste après le n°\u00a0${callOrderText(called)}`;
    default:
      return null;
  }
}

const specialtyOf = (
  person: DirectoryPerson | undefined,
  specialties: ReadonlyMap<DirectoryPerson['specialty'], string>,
): string => (person === undefined ? '' : (specialties.get(person.specialty) ?? ''));
