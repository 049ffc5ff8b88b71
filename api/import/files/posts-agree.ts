/** What the rows of `posts.csv` must agree on, among themselves and with the interns: each fault names what it contradicts. */
import type { ImportFault } from '../fault.ts';
import { fold } from './fold.ts';
import { differing } from './interns-agree.ts';
import { PHASES } from './phases.ts';
import type { PostColumn, PostRow } from './posts.ts';

/** What the posts may refer to, folded: read from the interns' file, its unreadable rows included, and the database. */
export interface Known {
  readonly specialties: ReadonlySet<string>;
  /** `amphitheatreKey` of each. */
  readonly amphitheatres: ReadonlySet<string>;
}

/** `phase` in French, as the files write it. */
export const amphitheatreKey = (group: string, phase: string): string => `${fold(group)} | ${fold(phase)}`;

const keyOf = (row: PostRow): string => amphitheatreKey(row.group, PHASES[row.phase]);

export function postsFaults(file: string, rows: readonly PostRow[], known: Known): readonly ImportFault[] {
  const fault = (line: number, column: PostColumn, reason: string): ImportFault => ({
    file,
    line,
    column,
    reason,
  });
  return [
    ...numberFaults(rows).map(({ row, number, first }) =>
      fault(row.line, 'numero', `Poste «\u00a0${number}\u00a0» déjà présent à la ligne ${first.line}.`),
    ),
    ...differing(rows, row => row.finess, establishmentOf).map(([row, first]) =>
      fault(
        row.line,
        'finess',
        `Le FINESS ${row.finess} est celui de «\u00a0${first.establishment}, ${first.city} (${first.department})\u00a0» à la ligne ${first.line}, pas de «\u00a0${row.establishment}, ${row.city} (${row.department})\u00a0».`,
      ),
    ),
    ...differing(
      rows,
      row => `${row.finess} ${fold(row.service)}`,
      row => fold(row.head),
    ).map(([row, first]) =>
      fault(
        row.line,
        'chef_de_service',
        `Même service que la ligne ${first.line}, avec «\u00a0${row.head}\u00a0» au lieu de «\u00a0${first.head}\u00a0».`,
      ),
    ),
    ...rows
      .filter(row => row.reservedFor !== null && !known.specialties.has(fold(row.reservedFor)))
      .map(row => fault(row.line, 'reserve', `Aucun interne n’est du DES «\u00a0${row.reservedFor}\u00a0».`)),
    ...firstOfEach(rows, keyOf)
      .filter(row => !known.amphitheatres.has(keyOf(row)))
      .map(row =>
        fault(
          row.line,
          'groupe',
          `Aucun interne n’est du groupe «\u00a0${row.group}\u00a0» en phase ${PHASES[row.phase]}.`,
        ),
      ),
  ];
}

const establishmentOf = (row: PostRow): string =>
  [fold(row.establishment), fold(row.city), row.department].join(' | ');

/** A number names one post of its amphitheatre, seats of a row of several (-1…n) included. */
function numberFaults(rows: readonly PostRow[]) {
  const firsts = new Map<string, PostRow>();
  return rows.flatMap(row =>
    row.numbers.flatMap(number => {
      const key = `${keyOf(row)} | ${number.toLowerCase()}`;
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, row);
      return first === undefined ? [] : [{ row, number, first }];
    }),
  );
}

function firstOfEach<Row>(rows: readonly Row[], key: (row: Row) => string): readonly Row[] {
  const firsts = new Map<string, Row>();
  for (const row of rows) if (!firsts.has(key(row))) firsts.set(key(row), row);
  return [...firsts.values()];
}
