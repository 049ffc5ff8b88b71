/** Titles of tests that cite an item of OWASP ASVS 5.0, as they stand in the files: for the table in `test/ASVS.md`. */
import { filesOf, read } from './tree.ts';

export interface Cited {
  readonly item: string;
  /** From `test/` on. */
  readonly file: string;
  /** Without the numbers before it. */
  readonly title: string;
}

const TITLE = /(['"`])((?:\[[A-Z][^\]]*\] )*\[ASVS [\d.]+\][^\n]*?)\1/gu;

export const citedItems = (): readonly Cited[] =>
  filesOf('test')
    .filter(path => /\.test\.tsx?$/u.test(path))
    .flatMap(path =>
      [...read(path).matchAll(TITLE)].flatMap(match => {
        const whole = match[2] ?? '';
        const title = whole.replace(/^(?:\[[^\]]*\] )+/u, '');
        const file = path.replace(/^test\//u, '');
        return [...whole.matchAll(/\[ASVS ([\d.]+)\]/gu)].map(item => ({ item: item[1] ?? '', file, title }));
      }),
    );

/** As it stands in the table. */
export const lineOf = ({ item, file, title }: Cited): string =>
  `| ${item} | \`${file}\` | ${title.replaceAll('|', '\\|')} |`;
