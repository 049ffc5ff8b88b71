/** What was typed into a correction against what the file says: only what differs is sent. Pure. */
import type { PersonFile, RosterChanges } from '../http/answers.ts';

export type CorrectedField = keyof RosterChanges;

interface FieldKind {
  readonly field: CorrectedField;
  readonly kind: 'text' | 'email' | 'number' | 'specialty';
  /** Rank or name: not in a list that is called. */
  readonly decisive: boolean;
}

export const FIELDS: readonly FieldKind[] = [
  { field: 'email', kind: 'email', decisive: false },
  { field: 'phone', kind: 'text', decisive: false },
  { field: 'faculty', kind: 'text', decisive: false },
  { field: 'name', kind: 'text', decisive: true },
  { field: 'firstName', kind: 'text', decisive: true },
  { field: 'birthName', kind: 'text', decisive: false },
  { field: 'specialtyId', kind: 'specialty', decisive: true },
  { field: 'promotion', kind: 'number', decisive: true },
  { field: 'localRank', kind: 'number', decisive: true },
  { field: 'localHeadcount', kind: 'number', decisive: true },
  { field: 'nationalRank', kind: 'number', decisive: true },
  { field: 'validatedSemesters', kind: 'number', decisive: true },
  { field: 'supernumerarySemesters', kind: 'number', decisive: true },
  { field: 'researchYearSemesters', kind: 'number', decisive: true },
  { field: 'researchLeaveSemesters', kind: 'number', decisive: true },
];

export type Typed = Readonly<Record<CorrectedField, string>>;
type Correctable = Pick<PersonFile, CorrectedField>;

export const typedOf = (file: Correctable): Typed =>
  Object.fromEntries(FIELDS.map(({ field }) => [field, String(file[field] ?? '')])) as Typed;

/** `wrong`: what cannot be sent as it is typed. */
export function changesOf(
  file: Correctable,
  typed: Typed,
): { readonly changes: RosterChanges; readonly wrong: readonly CorrectedField[] } {
  const before = typedOf(file);
  const changed = FIELDS.filter(({ field }) => typed[field].trim() !== before[field].trim());
  const wrong = changed.filter(({ field, kind }) => !isGood(kind, field, typed[field].trim()));
  const changes = Object.fromEntries(
    changed.map(({ field, kind }) => [field, valueOf(kind, field, typed[field].trim())]),
  ) as RosterChanges;
  return { changes, wrong: wrong.map(({ field }) => field) };
}

const MAY_BE_EMPTY: ReadonlySet<CorrectedField> = new Set(['phone', 'faculty', 'birthName'] as const);

function isGood(kind: FieldKind['kind'], field: CorrectedField, text: string): boolean {
  if (text === '') return MAY_BE_EMPTY.has(field);
  if (isNumber(kind)) return /^\d{1,5}$/u.test(text);
  return kind !== 'email' || /^\S+@\S+\.\S+$/u.test(text);
}

function valueOf(kind: FieldKind['kind'], field: CorrectedField, text: string): string | number | null {
  if (isNumber(kind)) return Number(text);
  return field === 'birthName' && text === '' ? null : text;
}

const isNumber = (kind: FieldKind['kind']): boolean => kind === 'number' || kind === 'specialty';
