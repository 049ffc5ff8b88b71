/** A labelled address that can be followed: a Link with its annotation and its description, as PDF/UA asks. */
import { printable } from './fonts.ts';
import { INK } from './pdf.ts';
import type { Pdf } from './pdf.ts';

const SIZE = 11;
const LINK_COLOUR = '#1a59bb';

export function writeLink({ document, root, left, width }: Pdf, label: string, href: string): void {
  document.y += 8;
  const block = document.struct('P');
  root.add(block);
  block.add(
    document.struct('Span', {}, () => {
      document
        .font('regular')
        .fontSize(SIZE)
        .fillColor(INK)
        .text(printable(label), left, document.y, { width });
    }),
  );
  const link = document.struct('Link', { alt: `${label} ${href}` });
  block.add(link);
  link.add(() => {
    document.fillColor(LINK_COLOUR).text(href, left, document.y, { width, link: href });
  });
  link.end();
  block.end();
  document.fillColor(INK);
}
