/** Which rows of the journal are read: about whom, and of which kind. Pure. */
import type { Fact } from '../../machines/session/facts.ts';
import type { DeskRow } from '../../machines/wire/frames.ts';
import { folded } from '../../machines/folded.ts';
import type { Names } from './names.ts';

export type JournalKind =
  | 'acts'
  | 'all'
  | 'choices'
  | 'absences'
  | 'turns'
  | 'session'
  | 'offer'
  | 'people'
  | 'told';

export const JOURNAL_KINDS: readonly (readonly [JournalKind, string])[] = [
  ['acts', 'Tout, sans les connexions'],
  ['all', 'Tout, avec les connexions'],
  ['choices', 'Choix, corrections et affectations'],
  ['absences', 'Absences et retours'],
  ['turns', 'Appels et temps des tours'],
  ['session', 'Démarrage, pauses, incidents, clôture'],
  ['offer', 'Offre'],
  ['people', 'Types de choix, procurations, ajouts'],
  ['told', 'Messages et téléphones'],
];

/** Where each fact belongs; a new one is asked for here. `presence` and `seat` stand with no other. */
const KIND_OF: Readonly<Record<Fact['kind'], JournalKind>> = {
  stateChanged: 'session',
  started: 'session',
  paused: 'session',
  resumed: 'session',
  idle: 'session',
  credit: 'session',
  closed: 'session',
  called: 'turns',
  clock: 'turns',
  prolonged: 'turns',
  possible: 'turns',
  chosen: 'choices',
  assigned: 'choices',
  corrected: 'choices',
  lateChoice: 'choices',
  passed: 'choices',
  withoutPost: 'choices',
  absent: 'absences',
  returned: 'absences',
  waiting: 'absences',
  excused: 'absences',
  joined: 'people',
  status: 'people',
  mandate: 'people',
  postsAdded: 'offer',
  postBlocked: 'offer',
  message: 'told',
  phoneRead: 'told',
  seat: 'all',
  presence: 'all',
};

export interface JournalFilter {
  readonly kind: JournalKind;
  /** A name, a part of it, or a number; empty for everybody. */
  readonly person: string;
}

/** Whether rows further back are wanted before the first page of them says anything: all are read then. */
export const narrows = ({ kind, person }: JournalFilter): boolean =>
  person.trim() !== '' || (kind !== 'acts' && kind !== 'all');

export function journalRows(
  rows: readonly DeskRow[],
  { kind, person }: JournalFilter,
  names: Names,
): readonly DeskRow[] {
  const wanted = folded(person.trim());
  return rows.filter(({ facts }) => {
    const ofKind = kind === 'acts' || kind === 'all' || facts.some(fact => KIND_OF[fact.kind] === kind);
    return ofKind && (wanted === '' || facts.some(fact => isAbout(fact, wanted, names)));
  });
}

/** «135» is that number and no other one that holds it; letters may be a part of the name. */
function isAbout(fact: Fact, wanted: string, names: Names): boolean {
  if (!('person' in fact)) return 'to' in fact && fact.kind === 'message' && named(fact.to, wanted, names);
  return named(fact.person, wanted, names);
}

function named(person: Parameters<Names['name']>[0] | null, wanted: string, names: Names): boolean {
  if (person === null) return false;
  if (/^\d/u.test(wanted)) return folded(names.number(person)).replace('\u00a0', ' ') === wanted;
  return folded(names.name(person)).includes(wanted);
}
