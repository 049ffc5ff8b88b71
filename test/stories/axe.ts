/** The floor of accessibility: axe-core finds nothing on a page as it stands (RGAA 4.1, WCAG 2.2 AA, best practice). */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'RGAAv4'];

/** Contrast that axe cannot tell, and why that is no doubt of ours. */
const TOLD_BY_HAND = new Set([
  'bgGradient', // the hatch of what is filled: 7.2 against both of its stripes (screens §2)
  'bgOverlap', // under a strip that stays, or a dialog: seen once the page is scrolled, and then measured elsewhere
  'elmPartiallyObscured',
  'elmPartiallyObscuring',
  'shortTextContent', // a number or an icon's letter: axe does not measure one sign alone
  'outsideViewport',
  'emptyValue', // a field without a word in it
  'imgNode', // words of the drawn state chart: the same stand in the tables beside it
]);

/** @returns one line per violation, and per contrast that could not be told: its rule, and where. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(SOURCE); // by the debugger: the page's own policy would refuse a script tag
  const options = { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations', 'incomplete'] };
  const { violations, incomplete } = await page.evaluate<Results>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations, incomplete }) => ({ violations, incomplete }))`,
  );
  const small = violations.flatMap(({ id, nodes }) => (id === 'target-size' ? nodes : []));
  const clearlySmall = await stillSmall(page, small.filter(isUnderStrip));
  const path = new URL(page.url()).pathname;
  const told = ({ target }: Node): string => target.join(' ');
  return [
    ...violations
      .map(({ id, nodes }) => ({
        id,
        nodes: nodes.filter(
          node => id !== 'target-size' || !isUnderStrip(node) || clearlySmall.has(told(node)),
        ),
      }))
      .filter(({ nodes }) => nodes.length > 0)
      .map(({ id, nodes }) => `${path} ${id}: ${nodes.map(told).join(', ')}`),
    ...incomplete
      .filter(({ id }) => id === 'color-contrast')
      .flatMap(({ nodes }) => nodes)
      .flatMap(node => node.any.map(({ data }) => ({ node, why: data?.messageKey ?? 'unknown' })))
      .filter(({ why }) => !TOLD_BY_HAND.has(why))
      .map(({ node, why }) => `${path} contrast not told, ${why}: ${told(node)}`),
  ];
}

/** Something lies over a part of it, a strip that stays for one: then it is judged once more where nothing does. */
const isUnderStrip = ({ any }: Node): boolean =>
  any.some(({ data }) => data?.messageKey === 'partiallyObscured');

/** @returns those that are too small in the middle of the page too: scrolled there, as a person would, and back. */
async function stillSmall(page: Page, nodes: readonly Node[]): Promise<ReadonlySet<string>> {
  const small = new Set<string>();
  for (const { target } of nodes) {
    const faults = await page.evaluate<number>(
      `(async () => {
        const element = document.querySelector(${JSON.stringify(target.at(-1) ?? '')});
        const { scrollX, scrollY } = window;
        element?.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        const { violations } = await axe.run({ include: [${JSON.stringify(target)}] }, { runOnly: { type: 'rule', values: ['target-size'] } });
        window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
        return violations.length;
      })()`,
    );
    if (faults > 0) small.add(target.join(' '));
  }
  return small;
}

interface Results {
  readonly violations: readonly Rule[];
  readonly incomplete: readonly Rule[];
}

interface Rule {
  readonly id: string;
  readonly nodes: readonly Node[];
}

interface Node {
  readonly target: readonly string[];
  readonly any: readonly { readonly data: { readonly messageKey?: string } | null }[];
}
