/** A list for a spreadsheet: `;`, a BOM and CRLF as French ones want it; nothing in a cell is ever run as a formula. */
import { stringify } from 'csv-stringify/sync';

export interface ListColumn<Row> {
  readonly title: string;
  readonly text: (row: Row) => string;
}

export function writeCsv<Row>(columns: readonly ListColumn<Row>[], rows: readonly Row[]): Buffer {
  const lines = rows.map(row => columns.map(({ text }) => text(row)));
  return Buffer.from(
    stringify([columns.map(({ title }) => title), ...lines], {
      delimiter: ';',
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
    }),
  );
}
