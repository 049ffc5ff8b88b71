/** `posts.csv` (domain §11), row by row: one post for each seat; `posts-agree.ts` checks the rows together. */
import type { Phase } from '../../../machines/directory.ts';
import type { ImportFault } from '../fault.ts';
import { type Fields, readFields } from './fields.ts';
import { PHASE_CHOICES } from './phases.ts';
import type { Row, Table } from './table.ts';

export const POST_COLUMNS = [
  'numero',
  'departement',
  'etablissement',
  'finess',
  'ville',
  'service',
  'chef_de_service',
  'groupe',
  'phase',
  'agrement',
  'reserve',
  'flechage',
  'bloque',
  'places',
] as const;

export type PostColumn = (typeof POST_COLUMNS)[number];

export interface PostRow {
  readonly line: number;
  /** One for each seat: the row's number, or the number with -1…n. */
  readonly numbers: readonly string[];
  readonly department: string;
  readonly establishment: string;
  readonly finess: string;
  readonly city: string;
  readonly service: string;
  readonly head: string;
  readonly group: string;
  readonly phase: Phase;
  readonly accreditation: string;
  /** Name of a DES; null = for everyone. */
  readonly reservedFor: string | null;
  readonly earmark: string | null;
  readonly blocked: boolean;
}

const SEATS = { min: 1, max: 200, empty: 1 }; // a larger row is a slip of the keyboard

export function readPosts(table: Table<PostColumn>): {
  readonly rows: readonly PostRow[];
  readonly faults: readonly ImportFault[];
} {
  const faults: ImportFault[] = [];
  const rows = table.rows.flatMap(row => readPost(row, readFields(table.file, row, faults)) ?? []);
  return { rows, faults };
}

function readPost(row: Row<PostColumn>, fields: Fields<PostColumn>): PostRow | null {
  const number = fields.required('numero');
  const seats = fields.whole('places', SEATS);
  const department = readDepartment(fields);
  const finess = readFiness(fields);
  const establishment = fields.required('etablissement');
  const city = fields.required('ville');
  const service = fields.required('service');
  const group = fields.required('groupe');
  const phase = fields.oneOf('phase', PHASE_CHOICES);
  const blocked = fields.yesNo('bloque');
  if (number === null || seats === null || department === null || finess === null) return null;
  if (establishment === null || city === null || service === null) return null;
  if (group === null || phase === null || blocked === null) return null;
  return {
    line: row.line,
    numbers:
      seats === 1 ? [number] : Array.from({ length: seats }, (_seat, index) => `${number}-${index + 1}`),
    department,
    establishment,
    finess,
    city,
    service,
    head: fields.optional('chef_de_service'),
    group,
    phase,
    accreditation: fields.optional('agrement'),
    reservedFor: fields.optional('reserve') || null,
    earmark: fields.optional('flechage') || null,
    blocked,
  };
}

/** `75`, `2A`, `971`; `75 Paris` and `1` are read as `75` and `01`. */
function readDepartment(fields: Fields<PostColumn>): string | null {
  const text = fields.required('departement');
  if (text === null) return null;
  const [, code] = /^(\d{1,3}|2[AB])(?![0-9A-Za-z])/i.exec(text) ?? [];
  if (code !== undefined) return code.toUpperCase().padStart(2, '0');
  return fields.fault('departement', `«\u00a0${text}\u00a0» n’est pas un numéro de département.`);
}

function readFiness(fields: Fields<PostColumn>): string | null {
  const finess = fields.required('finess')?.replaceAll(' ', '').toUpperCase() ?? null;
  if (finess === null || /^[0-9A-Z]{9}$/.test(finess)) return finess;
  return fields.fault('finess', `«\u00a0${finess}\u00a0» n’est pas un numéro FINESS\u00a0: neuf caractères.`);
}
