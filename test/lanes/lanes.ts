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
const STORIES_TO_F = 'test/stories/[a-f]*.test.{ts,tsx}'; // half of their time

/** @param files globs, of which mocha takes those that are not ignored. */
export const mocha = (...files: readonly string[]): readonly string[] => [
  'node_modules/mocha/bin/mocha.js',
  ...files,
];

export const LANES: readonly Lane[] = [
  { name: 'stories a–f', command: mocha(STORIES_TO_F) },
  { name: 'stories g–z', command: mocha(STORIES, '--ignore', STORIES_TO_F) },
  { name: 'rooms', command: mocha(ALL, '--ignore', STORIES) },
];
