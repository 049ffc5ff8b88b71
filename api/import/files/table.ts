/** A file as a table of texts: separator found, columns known by name whatever their order, line numbers kept. */
import { CsvError, parse } from 'csv-parse/sync';
import type { ImportFault } from '../fault.ts';
import { decode } from './decode.ts';
import { fold } from './fold.ts';

export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Row<Column extends string> {
  readonly line: number;
  readonly values: Readonly<Record<Column, string>>;
}

export interface Table<Column extends string> {
  readonly file: string;
  readonly rows: readonly Row<Column>[];
  readonly faults: readonly ImportFault[];
}

/** `optional` columns may be missing altogether; their values are then empty. */
export function readTable<Column extends string>(
  file: ImportFile,
  columns: readonly Column[],
  optional: readonly Column[] = [],
): Table<Column> {
  const decoded = decode(file.bytes);
  if ('reason' in decoded) return refused(file, null, decoded.reason);
  // csv-parse counts a CRLF inside quotation marks as two lines: one kind of line end makes its numbers an editor's.
  const records = parseRecords(decoded.text.replace(/\r\n?/g, '\n'));
  if ('reason' in records) return refused(file, records.line, records.reason);
  const [header, ...rest] = records;
  if (header === undefined) return refused(file, null, 'Le fichier est vide.');
  const faults = headerFaults(file.name, header, columns, optional);
  if (faults.length > 0) return { file: file.name, rows: [], faults };
  if (rest.length === 0) return refused(file, null, 'Le fichier ne contient que la ligne des titres.');
  return rowsUnder(file.name, header, rest, columns);
}

interface TextRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

function parseRecords(text: string): readonly TextRecord[] | { line: number | null; reason: string } {
  try {
    const records = parse(text, {
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly { readonly record: string[]; readonly info: { readonly lines: number } }[];
    return records
      .map(({ record, info }) => ({ fields: record, line: info.lines - breaksIn(record) }))
      .filter(({ fields }) => fields.some(field => field !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : null;
    return {
      line,
      reason: 'Guillemet mal placé ou jamais refermé\u00a0: la suite du fichier est illisible.',
    };
  }
}

/** The one that parts more of the first line. */
function separatorOf(text: string): ';' | ',' {
  const header = text.trimStart().split('\n', 1)[0] ?? '';
  return header.split(',').length > header.split(';').length ? ',' : ';';
}

/** A record is numbered by its last line; a field on several lines began earlier. */
const breaksIn = (fields: readonly string[]): number => fields.join('').split('\n').length - 1;

const columnKey = (title: string): string => fold(title).replaceAll(' ', '_');

function headerFaults(
  file: string,
  header: TextRecord,
  columns: readonly string[],
  optional: readonly string[],
): readonly ImportFault[] {
  const titles = header.fields.map(columnKey);
  const fault = (column: string, reason: string): ImportFault => ({
    file,
    line: header.line,
    column,
    reason,
  });
  const missing = columns
    .filter(column => !optional.includes(column) && !titles.includes(column))
    .map(column => fault(column, 'Colonne manquante.'));
  const unknown = header.fields
    .filter((_title, index) => !columns.includes(titles[index] ?? ''))
    .map(title => fault(title, 'Colonne inconnue.'));
  const twice = columns
    .filter(column => titles.indexOf(column) !== titles.lastIndexOf(column))
    .map(column => fault(column, 'Colonne présente deux fois.'));
  return [...missing, ...unknown, ...twice];
}

function rowsUnder<Column extends string>(
  file: string,
  header: TextRecord,
  records: readonly TextRecord[],
  columns: readonly Column[],
): Table<Column> {
  const titles = header.fields.map(columnKey);
  const places = columns.map(column => [column, titles.indexOf(column)] as const);
  const wrong = records.filter(record => record.fields.length !== titles.length);
  return {
    file,
    faults: wrong.map(({ line, fields }) => ({
      file,
      line,
      column: null,
      reason: `${fields.length} valeurs au lieu de ${titles.length}.`,
    })),
    rows: records
      .filter(record => record.fields.length === titles.length)
      .map(({ line, fields }) => ({
        line,
        values: Object.fromEntries(places.map(([column, place]) => [column, fields[place] ?? ''])) as Record<
          Column,
          string
        >,
      })),
  };
}

const refused = (file: ImportFile, line: number | null, reason: string) => ({
  file: file.name,
  rows: [],
  faults: [{ file: file.name, line, column: null, reason }],
});
