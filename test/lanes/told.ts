/**
 * What a lane tells, cut so that lanes can be read in one stream: each top-level suite whole (mocha's own list ends it
 * with an empty line), and what follows the last of them, mocha's summary with the failures, kept for the end.
 */
import { stripVTControlCharacters } from 'node:util';
import { type Counts, readCounts } from './counts.ts';

export interface Told {
  /** Takes what came; whole suites go to `write`. */
  hear(text: string): void;
  /** Nothing more will come: a suite that broke off goes out as far as it came. @returns mocha's summary. */
  end(): string;
  readonly counts: Counts | null;
}

const SUMMARY = /^ {2}\d+ passing \(/u;

/** @param write gets one suite, or a part of one that broke off. */
export function told(write: (text: string) => void): Told {
  let half = ''; // of a line
  let suite = '';
  let summary: string | null = null;
  let counts: Counts | null = null;
  const flush = (): void => {
    if (suite.trim() !== '') write(suite);
    suite = '';
  };
  const take = (line: string): void => {
    const plain = stripVTControlCharacters(line);
    if (summary === null && SUMMARY.test(plain)) {
      flush();
      summary = '';
    }
    if (summary === null) {
      suite += `${line}\n`;
      if (plain === '') flush();
      return;
    }
    const read = readCounts(plain);
    counts = read ?? counts;
    if (read === null) summary += `${line}\n`; // told once more by the sum
  };
  return {
    hear(text) {
      const lines = (half + text).split('\n');
      half = lines.pop() ?? '';
      lines.forEach(take);
    },
    end() {
      if (half !== '') take(half);
      half = '';
      flush();
      return summary ?? '';
    },
    get counts() {
      return counts;
    },
  };
}
