/** A table that goes on over pages: headers tagged once, drawn anew at the head of each page as an artifact. */
import { printable } from './fonts.ts';
import { LINE } from './pdf.ts';
import type { Pdf } from './pdf.ts';
import { wrapped } from './wrap.ts';

export interface Column<Row> {
  readonly title: string;
  /** Of the table's width; shares add up to anything. */
  readonly share: number;
  readonly text: (row: Row) => string;
  /** Names the row: read out before each of its cells. */
  readonly header?: true;
}

const SIZE = 8.5;
const LINE_HEIGHT = 11;
const PADDING = 3;

interface Cell {
  readonly lines: readonly string[];
  readonly x: number;
  readonly tag: 'TH' | 'TD';
  readonly scope: 'Row' | 'Column' | null;
}

type Face = 'regular' | 'bold';

export function writeTable<Row>(pdf: Pdf, columns: readonly Column<Row>[], rows: readonly Row[]): void {
  const { document, root, bottom } = pdf;
  const laid = layOut(pdf, columns);
  const head = laid.map(({ column, x, width }) => ({
    lines: linesOf(pdf, column.title, width, 'bold'),
    x,
    tag: 'TH' as const,
    scope: 'Column' as const,
  }));
  const table = document.struct('Table');
  root.add(table);
  const sections = { head: document.struct('THead'), body: document.struct('TBody') };
  table.add(sections.head);
  table.add(sections.body);
  writeRow(pdf, sections.head, head);
  sections.head.end();
  for (const row of rows) {
    const cells = laid.map(({ column, x, width }): Cell => {
      const header = column.header === true;
      const lines = linesOf(pdf, column.text(row), width, header ? 'bold' : 'regular');
      return { lines, x, tag: header ? 'TH' : 'TD', scope: header ? 'Row' : null };
    });
    if (document.y + heightOf(cells) > bottom) {
      document.addPage();
      repeatHead(pdf, head);
    }
    writeRow(pdf, sections.body, cells);
  }
  sections.body.end();
  table.end();
}

function layOut<Row>({ left, width }: Pdf, columns: readonly Column<Row>[]) {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let x = left;
  return columns.map(column => {
    const place = { column, x: x + PADDING, width: (width * column.share) / shares - 2 * PADDING };
    x += (width * column.share) / shares;
    return place;
  });
}

function linesOf({ document }: Pdf, text: string, width: number, face: Face): readonly string[] {
  document.font(face).fontSize(SIZE);
  return wrapped(printable(text), width, part => document.widthOfString(part));
}

const heightOf = (cells: readonly Cell[]): number =>
  Math.max(...cells.map(({ lines }) => lines.length)) * LINE_HEIGHT + 2 * PADDING;

/** Tagged: a row of the section, its cells, their text. */
function writeRow(pdf: Pdf, section: PDFKit.PDFStructureElement, cells: readonly Cell[]): void {
  const { document } = pdf;
  const y = document.y;
  const row = document.struct('TR');
  section.add(row);
  for (const cell of cells) {
    row.add(document.struct(cell.tag, scopeOf(cell), () => writeCell(pdf, cell, y)));
  }
  row.end();
  closeRow(pdf, y + heightOf(cells));
}

/** Which pdfkit's types do not know yet. */
const scopeOf = ({ scope }: Pick<Cell, 'scope'>): object => (scope === null ? {} : { scope });

function repeatHead(pdf: Pdf, head: readonly Cell[]): void {
  const { document } = pdf;
  const y = document.y;
  document.markContent('Artifact', { type: 'Pagination', attached: ['Top'] });
  for (const cell of head) writeCell(pdf, cell, y);
  document.endMarkedContent();
  closeRow(pdf, y + heightOf(head));
}

function writeCell({ document }: Pdf, { lines, x, tag }: Cell, y: number): void {
  document.font(tag === 'TH' ? 'bold' : 'regular').fontSize(SIZE);
  lines.forEach((line, index) => {
    // A space at a line's end: whoever copies or listens does not get two words as one.
    const text = index < lines.length - 1 ? `${line} ` : line;
    document.text(text, x, y + PADDING + index * LINE_HEIGHT, { lineBreak: false });
  });
}

function closeRow({ document, left, width }: Pdf, y: number): void {
  document.markContent('Artifact', { type: 'Layout' });
  document
    .moveTo(left, y)
    .lineTo(left + width, y)
    .lineWidth(0.5)
    .strokeColor(LINE)
    .stroke();
  document.endMarkedContent();
  document.y = y;
}
