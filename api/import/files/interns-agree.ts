/** What the rows of `interns.csv` must agree on among themselves (domain §11): each fault names the line it contradicts. */
import type { ImportFault } from '../fault.ts';
import { fold } from './fold.ts';
import type { InternColumn, InternRow } from './interns.ts';

export function internsFaults(file: string, rows: readonly InternRow[]): readonly ImportFault[] {
  const fault = (row: InternRow, column: InternColumn, reason: string): ImportFault => ({
    file,
    line: row.line,
    column,
    reason,
  });
  return [
    ...repeated(rows, row => row.ine).map(([row, first]) =>
      fault(row, 'ine', `INE déjà présent à la ligne ${first.line}.`),
    ),
    ...repeated(rows, row => row.email.toLowerCase()).map(([row, first]) =>
      fault(row, 'courriel', `Courriel déjà présent à la ligne ${first.line}.`),
    ),
    ...repeated(rows, row => `${cohort(row)} ${row.localRank}`).map(([row, first]) =>
      fault(
        row,
        'rang_local',
        `Rang local ${row.localRank} déjà pris à la ligne ${first.line}, ${named(row)}.`,
      ),
    ),
    ...differing(rows, cohort, row => `${row.localHeadcount}`).map(([row, first]) =>
      fault(
        row,
        'effectif_local',
        `Effectif local ${row.localHeadcount}, mais ${first.localHeadcount} à la ligne ${first.line}, ${named(row)}.`,
      ),
    ),
    ...differing(
      rows,
      row => fold(row.specialty),
      row => fold(row.group),
    ).map(([row, first]) =>
      fault(
        row,
        'groupe',
        `Le DES «\u00a0${row.specialty}\u00a0» est du groupe «\u00a0${first.group}\u00a0» à la ligne ${first.line}.`,
      ),
    ),
  ];
}

/** Local ranks are given among the same initial promotion and specialty group. */
const cohort = (row: InternRow): string => `${row.promotion} ${fold(row.group)}`;

const named = (row: InternRow): string => `promotion ${row.promotion}, groupe «\u00a0${row.group}\u00a0»`;

/** Every row but the first of those that share a key that is not empty, with that first one. */
function repeated<Row>(rows: readonly Row[], key: (row: Row) => string): readonly (readonly [Row, Row])[] {
  return differing(
    rows.map((row, place) => ({ row, place })).filter(({ row }) => key(row) !== ''),
    ({ row }) => key(row),
    ({ place }) => `${place}`,
  ).map(([later, first]) => [later.row, first.row]);
}

/** The rows that share a key with an earlier one and differ from the first of them in `value`. */
export function differing<Row>(
  rows: readonly Row[],
  key: (row: Row) => string,
  value: (row: Row) => string,
): readonly (readonly [Row, Row])[] {
  const firsts = new Map<string, Row>();
  return rows.flatMap((row): (readonly [Row, Row])[] => {
    const shared = key(row);
    const first = firsts.get(shared);
    if (first === undefined) firsts.set(shared, row);
    return first === undefined || value(first) === value(row) ? [] : [[row, first]];
  });
}
