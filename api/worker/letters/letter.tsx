/** One letter, two bodies: the HTML and the plain text are made from the same lines, so they never say different things. */
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Sql } from '../../../migrations/open.ts';
import type { Agency } from '../../kit/config.ts';
import type { MailRow } from '../mail-row.ts';

export interface Letter {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** What the letter states, label and value. */
  readonly particulars: readonly (readonly [label: string, value: string])[];
  readonly link: { readonly label: string; readonly href: string };
  /** The letter is for its link, which stands under the first paragraph; else what it states comes before. */
  readonly linkFirst?: boolean;
}

/** @returns null where there is nothing to say any more. */
export type WriteLetter = (
  sql: Sql,
  mail: MailRow,
  publicUrl: string,
  tokenSecret: string,
) => Promise<Letter | null>;

export interface RenderedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export function renderLetter(letter: Letter, agency: Agency): RenderedLetter {
  return {
    subject: letter.subject.replaceAll(/[\r\n]+/g, ' '), // a name with a line break would begin another header
    text: textOf(letter, agency),
    html: `<!doctype html>${renderToString(<Page letter={letter} agency={agency} />)}`,
  };
}

const AUTOMATIC = 'Message automatique. Une question\u202f? Appelez-nous.';

function textOf(letter: Letter, agency: Agency): string {
  const { particulars, link } = letter;
  const parts: Readonly<Record<Part, readonly string[]>> = {
    opening: letter.paragraphs.slice(0, 1),
    rest: letter.paragraphs.slice(1),
    particulars: [particulars.map(([label, value]) => `${label}\u00a0: ${value}`).join('\n')],
    link: [`${link.label}\u00a0: ${link.href}`],
  };
  const contact = `${AUTOMATIC}\n${agency.name}\n${agency.phone} (${agency.hours})\n${agency.email}`;
  return [letter.greeting, ...orderOf(letter).flatMap(part => parts[part]), `-- \n${contact}\n`]
    .filter(part => part !== '')
    .join('\n\n');
}

type Part = 'opening' | 'link' | 'rest' | 'particulars';

/** The same for both bodies. */
const orderOf = ({ linkFirst = false }: Letter): readonly Part[] =>
  linkFirst ? ['opening', 'link', 'rest', 'particulars'] : ['opening', 'particulars', 'link', 'rest'];

// Mail readers take inline styles and little else. No picture, no style sheet, nothing that is fetched: opening a letter
// tells nobody that it was read.
const PAGE = 'margin:0;padding:24px 12px;background:#f3f4f4;color:#202d36;font:17px/1.5 sans-serif';
const SHEET = 'max-width:600px;margin:0 auto;padding:24px;background:#ffffff;border-radius:12px';
const LABEL = 'padding:4px 16px 4px 0;color:#4a555d;text-align:left;vertical-align:top;font-weight:400';
const VALUE = 'padding:4px 0;overflow-wrap:anywhere';
const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:8px;background:#17384a;color:#ffffff;font-weight:600;text-decoration:none';
const BARE = 'display:inline-block;margin-top:8px;color:#4a555d;font-size:15px;overflow-wrap:anywhere';
const LINK = 'color:#17384a;overflow-wrap:anywhere';
const FOOT = 'margin:24px 0 0;padding:16px 0 0;border-top:1px solid #c9d0d4;color:#4a555d;font-size:15px';

function Page({ letter, agency }: { readonly letter: Letter; readonly agency: Agency }): VNode {
  const { link } = letter;
  const parts: Readonly<Record<Part, ComponentChildren>> = {
    opening: letter.paragraphs.slice(0, 1).map(Paragraph),
    rest: letter.paragraphs.slice(1).map(Paragraph),
    particulars: letter.particulars.length === 0 ? null : <Particulars of={letter.particulars} />,
    link: (
      <p key="link">
        <a href={link.href} style={BUTTON}>
          {link.label}
        </a>
        {/* Where the button cannot be pressed the address is copied. */}
        {letter.linkFirst === true ? (
          <>
            <br />
            <span style={BARE}>{link.href}</span>
          </>
        ) : null}
      </p>
    ),
  };
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{letter.subject}</title>
      </head>
      <body style={PAGE}>
        <div style={SHEET}>
          <p style="margin-top:0">{letter.greeting}</p>
          {orderOf(letter).map(part => parts[part])}
          <p style={FOOT}>
            {AUTOMATIC}
            <br />
            {agency.name}
            <br />
            <a href={`tel:${agency.phone.replaceAll(/[^+\d]/g, '')}`} style={LINK}>
              {agency.phone}
            </a>{' '}
            ({agency.hours})
            <br />
            <a href={`mailto:${agency.email}`} style={LINK}>
              {agency.email}
            </a>
          </p>
        </div>
      </body>
    </html>
  );
}

const Particulars = ({ of }: { readonly of: Letter['particulars'] }): VNode => (
  <table>
    <tbody>
      {of.map(([label, value]) => (
        <tr key={label}>
          <th scope="row" style={LABEL}>
            {label}
          </th>
          <td style={VALUE}>{value}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** An address in a sentence is a link; what ends the sentence is not part of it. */
const ADDRESS = /(https?:\/\/[^\s)]*[^\s).,])/;

const Paragraph = (text: string): VNode => (
  <p key={text}>
    {text.split(ADDRESS).map((piece, index) =>
      index % 2 === 0 ? (
        piece
      ) : (
        <a key={piece} href={piece} style={LINK}>
          {piece}
        </a>
      ),
    )}
  </p>
);
