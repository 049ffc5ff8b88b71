/** Which test files run in which mocha: each in exactly one, whatever is added. */

export interface Lane {
  readonly name: string;
  /** What Node is given. */
  readonly command: readonly string[];
  /** Ours, where it has none of its own. */
  readonly environment?: NodeJS.ProcessEnv;
}

export const ALL = 'test/**/*.test.{ts,tsx}';
const STORIES = 'test/stories/**/*.test.{ts,tsx}';

/** @param files globs, of which mocha takes those that are not ignored. */
export const mocha = (...files: readonly string[]): readonly string[] => [
  'node_modules/mocha/bin/mocha.js',
  ...files,
];

export const LANES: readonly Lane[] = [
  { name: 'stories', command: mocha(STORIES) },
  { name: 'rooms', command: mocha(ALL, '--ignore', STORIES) },
];
