/** The floor of accessibility: axe-core finds nothing on a page as it stands (RGAA 4.1, WCAG 2.2 AA, best practice). */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'RGAAv4'];

/** @returns one line per violation: its rule, and where. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(SOURCE); // by the debugger: the page's own policy would refuse a script tag
  const options = { runOnly: { type: 'tag', values: TAGS } };
  const found = await page.evaluate<{ violations: readonly Violation[] }>(
    `axe.run(document, ${JSON.stringify(options)})`,
  );
  const path = new URL(page.url()).pathname;
  return found.violations.map(
    ({ id, nodes }) => `${path} ${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`,
  );
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}
