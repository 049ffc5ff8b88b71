/** What a document states, label beside value: a table whose labels are row headers. */
import { printable } from './fonts.ts';
import { INK, LINE, QUIET } from './pdf.ts';
import type { Pdf } from './pdf.ts';
import { wrapped } from './wrap.ts';

const SIZE = 11;
const LINE_HEIGHT = 15;
const PADDING = 5;
const LABEL_WIDTH = 130;
const ROW_HEADER: object = { scope: 'Row' }; // which pdfkit's types do not know yet

export function writeFacts(pdf: Pdf, facts: readonly (readonly [label: string, value: string])[]): void {
  const { document, root, left, width } = pdf;
  const table = document.struct('Table');
  root.add(table);
  document.y += 6;
  for (const [label, value] of facts) {
    const y = document.y;
    document.font('bold').fontSize(SIZE);
    const lines = wrapped(printable(value), width - LABEL_WIDTH, part => document.widthOfString(part));
    const row = document.struct('TR');
    table.add(row);
    row.add(document.struct('TH', ROW_HEADER, () => writeLines(pdf, [printable(label)], 'regular', left, y)));
    row.add(document.struct('TD', {}, () => writeLines(pdf, lines, 'bold', left + LABEL_WIDTH, y)));
    row.end();
    const below = y + lines.length * LINE_HEIGHT + 2 * PADDING;
    document.markContent('Artifact', { type: 'Layout' });
    document
      .moveTo(left, below)
      .lineTo(left + width, below)
      .lineWidth(0.5)
      .strokeColor(LINE)
      .stroke();
    document.endMarkedContent();
    document.y = below;
  }
  table.end();
}

function writeLines(
  { document }: Pdf,
  lines: readonly string[],
  face: 'regular' | 'bold',
  x: number,
  y: number,
): void {
  document
    .font(face)
    .fontSize(SIZE)
    .fillColor(face === 'bold' ? INK : QUIET);
  lines.forEach((line, index) => {
    const text = index < lines.length - 1 ? `${line} ` : line;
    document.text(text, x, y + PADDING + index * LINE_HEIGHT, { lineBreak: false });
  });
}
