/** One letter, two bodies: the HTML and the plain text are made from the same lines, so they never say different things. */
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Agency } from '../../kit/config.ts';

export interface Letter {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** What the letter states, label and value. */
  readonly particulars: readonly (readonly [label: string, value: string])[];
  readonly link: { readonly label: string; readonly href: string };
}

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

function textOf({ greeting, paragraphs, particulars, link }: Letter, agency: Agency): string {
  const facts = particulars.map(([label, value]) => `${label}\u00a0: ${value}`).join('\n');
  const contact = `${agency.name}\n${agency.phone} (${agency.hours})\n${agency.email}`;
  return [greeting, ...paragraphs, facts, `${link.label}\u00a0: ${link.href}`, `-- \n${contact}\n`]
    .filter(part => part !== '')
    .join('\n\n');
}

// Mail readers take inline styles and little else.
const PAGE = 'margin:0;padding:24px;background:#f3f4f4;color:#202d36;font:16px/1.5 sans-serif';
const SHEET = 'max-width:600px;margin:0 auto;padding:24px;background:#ffffff;border-radius:12px';
const LABEL = 'padding:4px 16px 4px 0;color:#4a555d;text-align:left;vertical-align:top;font-weight:400';
const FOOT = 'margin-top:24px;color:#4a555d;font-size:15px';

function Page({ letter, agency }: { readonly letter: Letter; readonly agency: Agency }): VNode {
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <title>{letter.subject}</title>
      </head>
      <body style={PAGE}>
        <div style={SHEET}>
          <p>{letter.greeting}</p>
          {letter.paragraphs.map(paragraph => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <table>
            <tbody>
              {letter.particulars.map(([label, value]) => (
                <tr key={label}>
                  <th scope="row" style={LABEL}>
                    {label}
                  </th>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <a href={letter.link.href}>{letter.link.label}</a>
          </p>
          <p style={FOOT}>
            {agency.name}
            <br />
            <a href={`tel:${agency.phone.replaceAll(/[^+\d]/g, '')}`}>{agency.phone}</a> ({agency.hours})
            <br />
            <a href={`mailto:${agency.email}`}>{agency.email}</a>
          </p>
        </div>
      </body>
    </html>
  );
}
