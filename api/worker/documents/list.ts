/** A list as every kind of document gives it: one set of rows, as PDF for reading and printing, as CSV for a spreadsheet. */
import type { Ms } from '../../../machines/ids.ts';
import type { Agency } from '../../kit/config.ts';
import { parisEvidence } from '../paris-time.ts';
import type { Format } from '../../documents/wanted.ts';
import { type ListColumn, writeCsv } from './csv.ts';
import { heading, INK, paragraph, QUIET, writePdf } from './pdf.ts';
import type { Column } from './pdf-table.ts';
import { writeTable } from './pdf-table.ts';

export interface List<Row> {
  readonly title: string;
  /** Under the title, a sentence each. */
  readonly notes: readonly string[];
  /** Without its ending. */
  readonly fileName: string;
  readonly rows: readonly Row[];
  readonly printed: readonly Column<Row>[];
  readonly listed: readonly ListColumn<Row>[];
  readonly landscape?: boolean;
  /** Said where there are no rows. */
  readonly none: string;
}

export interface Written {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

export async function writeList<Row>(
  list: List<Row>,
  format: Format,
  agency: Agency,
  at: Ms,
): Promise<Written> {
  if (format === 'csv')
    return {
      fileName: `${list.fileName}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      content: writeCsv(list.listed, list.rows),
    };
  const asOf = `État au ${parisEvidence(at)}`;
  const head = {
    title: list.title,
    agency: agency.name,
    foot: asOf,
    landscape: list.landscape ?? false,
  };
  const content = await writePdf(head, pdf => {
    heading(pdf, list.title);
    for (const note of [asOf, ...list.notes]) paragraph(pdf, note, { size: 10, colour: QUIET, space: 2 });
    pdf.document.y += 10;
    pdf.document.fillColor(INK);
    if (list.rows.length === 0) paragraph(pdf, list.none, { space: 8 });
    else writeTable(pdf, list.printed, list.rows);
  });
  return { fileName: `${list.fileName}.pdf`, mediaType: 'application/pdf', content };
}
