/**
 * One PDF/UA document: tagged, in French, with its fonts inside, its title in the window, and on each page what repeats
 * («page 3 sur 31») as an artifact that nobody is read. Only the worker opens one: it is synchronous.
 */
import Pdfkit from 'pdfkit';
import { printable, readFonts } from './fonts.ts';

export interface PdfHead {
  readonly title: string;
  /** Who answers for it: above each page, and as its author. */
  readonly agency: string;
  /** At the foot of each page beside its number: as of when. */
  readonly foot: string;
  readonly landscape?: boolean;
}

export interface Pdf {
  readonly document: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;
  readonly left: number;
  readonly width: number;
  /** Below it only the foot stands. */
  readonly bottom: number;
}

export const INK = '#202d36';
export const QUIET = '#4a555d';
export const LINE = '#717a80';

const PDF_UA = 'PDF/UA' as PDFKit.Mixins.PDFSubsets; // which pdfkit knows and its types do not yet

const MARGIN = 40; // points
const FOOT_HEIGHT = 24;
const SMALL = 8.5;

export async function writePdf(head: PdfHead, body: (pdf: Pdf) => void): Promise<Buffer> {
  const fonts = readFonts();
  const document = new Pdfkit({
    size: 'A4',
    layout: head.landscape === true ? 'landscape' : 'portrait',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT_HEIGHT },
    bufferPages: true, // «sur 31» is known at the end
    pdfVersion: '1.7',
    subset: PDF_UA,
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    info: { Title: head.title, Author: head.agency },
    font: '', // none of the built-in ones: they are not in the file
  });
  const written = bytesOf(document);
  document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  document.font('regular').fillColor(INK);
  const root = document.struct('Document');
  document.addStructure(root);
  const { width, height } = document.page;
  body({ document, root, left: MARGIN, width: width - 2 * MARGIN, bottom: height - MARGIN - FOOT_HEIGHT });
  root.end();
  writeFeet(document, head);
  document.end();
  return await written;
}

async function bytesOf(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise<void>((resolve, reject) => {
    document.once('end', resolve);
    document.once('error', reject);
  });
  return Buffer.concat(chunks);
}

/** Written last, when the number of pages is known. */
function writeFeet(document: PDFKit.PDFDocument, { agency, foot }: PdfHead): void {
  const { count } = document.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    document.switchToPage(index);
    const { width, height, margins } = document.page;
    margins.bottom = 0; // text below the margin would begin another page
    const y = height - MARGIN - SMALL;
    const number = `page ${index + 1} sur ${count}`;
    document.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    document.font('regular').fontSize(SMALL).fillColor(QUIET);
    document.text(printable(`${agency} · ${foot}`), MARGIN, y, { lineBreak: false });
    document.text(number, width - MARGIN - document.widthOfString(number), y, { lineBreak: false });
    document.endMarkedContent();
  }
}

/** @param space above it, in points. */
export function heading(pdf: Pdf, text: string, level: 1 | 2 = 1, space = 0): void {
  paragraph(pdf, text, { tag: `H${level}`, face: 'bold', size: level === 1 ? 20 : 13, space });
}

interface TextOptions {
  readonly tag?: string;
  readonly face?: 'regular' | 'bold';
  readonly size?: number;
  readonly colour?: string;
  readonly space?: number;
}

export function paragraph(
  { document, root, left, width }: Pdf,
  text: string,
  { tag = 'P', face = 'regular', size = 11, colour = INK, space = 0 }: TextOptions = {},
): void {
  document.y += space;
  const write = (): void => {
    document.font(face).fontSize(size).fillColor(colour);
    document.text(printable(text), left, document.y, { width, lineGap: 2 });
  };
  root.add(document.struct(tag, {}, write));
}
