/** What a PDF of ours holds: its objects as text, its pages' text by the fonts' own tables, its tags in reading order. */
import { inflateSync } from 'node:zlib';

export interface ReadPdf {
  /** Every object and the trailer, streams left out. */
  readonly objects: string;
  /** Of each page, in the order it is drawn; artifacts too. */
  readonly pages: readonly string[];
  /** Pieces drawn outside any mark: what no reader can place. */
  readonly unmarked: readonly string[];
  /** `Document`, `H1`, `Table`… as often as they stand. */
  readonly tags: ReadonlyMap<string, number>;
}

interface PdfObject {
  readonly number: string;
  readonly head: string;
  readonly stream: string | null;
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'));
  const byNumber = new Map(objects.map(object => [object.number, object]));
  const letters = new Map(
    objects
      .filter(({ head }) => head.includes('/ToUnicode'))
      .map(({ number, head }) => [number, lettersOf(byNumber.get(refOf(head, 'ToUnicode'))?.stream ?? '')]),
  );
  const unmarked: string[] = [];
  const pages = objects
    .filter(({ head }) => /\/Type \/Page\b/.test(head))
    .map(({ head }) => {
      const resources = byNumber.get(refOf(head, 'Resources'))?.head ?? '';
      const fonts = new Map(
        [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', number = '']) => [
          name,
          letters.get(number) ?? new Map<string, string>(),
        ]),
      );
      return textOf(byNumber.get(refOf(head, 'Contents'))?.stream ?? '', fonts, unmarked);
    });
  const tags = new Map<string, number>();
  for (const { head } of objects) {
    const tag = /\/S \/(\w+)/.exec(head)?.[1];
    if (tag !== undefined && /\/P \d+ 0 R/.test(head)) tags.set(tag, (tags.get(tag) ?? 0) + 1);
  }
  return { objects: objects.map(({ head }) => head).join('\n'), pages, unmarked, tags };
}

function objectsOf(text: string): readonly PdfObject[] {
  return [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, number = '', body = '']) => {
    const [head = '', rest] = body.split(/\nstream\r?\n/, 2);
    if (rest === undefined) return { number, head, stream: null };
    // Not `\r?\n`: one packed stream in 256 ends with a \r of its own.
    const raw = Buffer.from(rest.replace(/\nendstream$/, ''), 'latin1');
    const stream = head.includes('/FlateDecode') ? inflateSync(raw).toString('latin1') : raw.toString('utf8');
    return { number, head: head.includes('/Metadata') ? `${head}${stream}` : head, stream };
  });
}

const refOf = (head: string, name: string): string => new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1] ?? '';

/** pdfkit writes one range with the letters of all its glyphs. */
function lettersOf(map: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = '', , list = ''] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const glyph = (Number.parseInt(from, 16) + index).toString(16).padStart(4, '0');
      letters.set(glyph, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    }
  }
  return letters;
}

function textOf(
  content: string,
  fonts: ReadonlyMap<string, ReadonlyMap<string, string>>,
  unmarked: string[],
): string {
  let font: ReadonlyMap<string, string> = new Map();
  let depth = 0;
  const pieces: string[] = [];
  for (const line of content.split('\n')) {
    if (/\bBDC$|\bBMC$/.test(line)) depth++;
    if (line === 'EMC') depth--;
    font = fonts.get(/^\/(F\d+) [\d.]+ Tf$/.exec(line)?.[1] ?? '') ?? font;
    if (!/\bTJ$/.test(line)) continue;
    const glyphs = [...line.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    const piece = glyphs.map(glyph => font.get(glyph.toLowerCase()) ?? '\ufffd').join('');
    pieces.push(piece);
    if (depth === 0) unmarked.push(piece);
  }
  return pieces.join('\n');
}
