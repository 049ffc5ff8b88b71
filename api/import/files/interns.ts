/** `interns.csv` (domain §11), row by row: each value read and checked alone; `interns-agree.ts` checks them together. */
import type { Phase } from '../../../machines/directory.ts';
import type { Semesters } from '../../../machines/rank/seniority.ts';
import type { ChoiceStatus } from '../../../machines/session/world.ts';
import type { ImportFault } from '../fault.ts';
import { choicesOf, type Fields, readFields } from './fields.ts';
import { PHASE_CHOICES } from './phases.ts';
import type { Row, Table } from './table.ts';

export const INTERN_COLUMNS = [
  'ine',
  'nom',
  'prenom',
  'nom_de_naissance',
  'courriel',
  'telephone',
  'concours',
  'promotion',
  'regime',
  'des',
  'groupe',
  'phase',
  'ufr',
  'semestres_valides',
  'surnombre_non_validant',
  'annee_recherche',
  'dispo_recherche',
  'rang_national',
  'rang_local',
  'effectif_local',
  'type_de_choix',
  'choisit',
  'absence_prevue',
] as const;

export type InternColumn = (typeof INTERN_COLUMNS)[number];

export interface InternRow {
  readonly line: number;
  readonly ine: string;
  readonly name: string;
  readonly firstName: string;
  readonly birthName: string | null;
  readonly email: string;
  readonly phone: string;
  readonly exam: Exam;
  readonly promotion: number;
  readonly regime: string;
  readonly specialty: string;
  readonly group: string;
  readonly phase: Phase;
  readonly faculty: string;
  readonly semesters: Semesters;
  readonly nationalRank: number;
  readonly localRank: number;
  readonly localHeadcount: number;
  readonly status: ChoiceStatus;
  readonly chooses: boolean;
  /** The reason, private; null = none. */
  readonly plannedAbsence: string | null;
}

type Exam = 'ECN' | 'EDN' | 'pharmacie' | 'odontologie';
const EXAMS = choicesOf<Exam>({ ECN: 'ECN', EDN: 'EDN', pharmacie: 'pharmacie', odontologie: 'odontologie' });

const STATUSES = choicesOf<ChoiceStatus>({
  classic: 'classique',
  supernumeraryValidating: 'surnombre validant',
  supernumeraryNonValidating: 'surnombre non validant',
});

const SEMESTERS = { min: 0, max: 40 }; // no residency is longer
const RANKS = { min: 1, max: 99_999 }; // keeps every cross product of ranks a safe integer
const OLDEST_PROMOTION = 1990;

/** The rows that can be read, and the faults of those that cannot. `year`: the semester's. */
export function readInterns(
  table: Table<InternColumn>,
  year: number,
): { readonly rows: readonly InternRow[]; readonly faults: readonly ImportFault[] } {
  const faults: ImportFault[] = [];
  const rows = table.rows.flatMap(row => readIntern(row, readFields(table.file, row, faults), year) ?? []);
  return { rows, faults };
}

function readIntern(row: Row<InternColumn>, fields: Fields<InternColumn>, year: number): InternRow | null {
  const semesters = readSemesters(fields);
  const rank = readRank(fields);
  const identity = {
    ine: readIne(fields),
    name: fields.required('nom'),
    firstName: fields.required('prenom'),
    email: readEmail(fields),
    exam: fields.oneOf('concours', EXAMS),
    promotion: fields.whole('promotion', { min: OLDEST_PROMOTION, max: year }),
    specialty: fields.required('des'),
    group: fields.required('groupe'),
    phase: fields.oneOf('phase', PHASE_CHOICES),
    status: fields.oneOf('type_de_choix', STATUSES),
    chooses: fields.yesNo('choisit'),
  };
  if (semesters === null || rank === null || !isComplete(identity)) return null;
  return {
    line: row.line,
    ...identity,
    ...rank,
    semesters,
    birthName: fields.optional('nom_de_naissance') || null,
    phone: fields.optional('telephone'),
    regime: fields.optional('regime'),
    faculty: fields.optional('ufr'),
    plannedAbsence: fields.optional('absence_prevue') || null,
  };
}

function readIne(fields: Fields<InternColumn>): string | null {
  const ine = fields.required('ine')?.replaceAll(' ', '').toUpperCase() ?? null;
  if (ine === null || /^[0-9A-Z]{2,20}$/.test(ine)) return ine;
  return fields.fault('ine', `«\u00a0${ine}\u00a0» n’est pas un INE\u00a0: lettres et chiffres seulement.`);
}

/** May be empty (the person is then asked for it), not wrong. */
function readEmail(fields: Fields<InternColumn>): string | null {
  const email = fields.optional('courriel');
  if (email === '' || /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)) return email;
  return fields.fault('courriel', `«\u00a0${email}\u00a0» n’est pas une adresse de courriel.`);
}

function readSemesters(fields: Fields<InternColumn>): Semesters | null {
  const semesters = {
    validated: fields.whole('semestres_valides', SEMESTERS),
    supernumerary: fields.whole('surnombre_non_validant', { ...SEMESTERS, empty: 0 }),
    researchYear: fields.whole('annee_recherche', { ...SEMESTERS, empty: 0 }),
    researchLeave: fields.whole('dispo_recherche', { ...SEMESTERS, empty: 0 }),
  };
  return isComplete(semesters) ? semesters : null;
}

function readRank(fields: Fields<InternColumn>) {
  const rank = {
    nationalRank: fields.whole('rang_national', RANKS),
    localRank: fields.whole('rang_local', RANKS),
    localHeadcount: fields.whole('effectif_local', RANKS),
  };
  if (!isComplete(rank)) return null;
  if (rank.localRank <= rank.localHeadcount) return rank;
  const reason = `Rang local ${rank.localRank} au-delà de l’effectif local, ${rank.localHeadcount}.`;
  return fields.fault('rang_local', reason);
}

type Complete<T> = { readonly [Key in keyof T]: Exclude<T[Key], null> };

function isComplete<T extends object>(values: T): values is T & Complete<T> {
  return Object.values(values).every(value => value !== null);
}
