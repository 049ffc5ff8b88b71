/** Architecture §1: machines are pure. A clock, a die or the process in there would make replays differ. */
import { expect } from 'chai';
import { filesOf, isCode, read } from './tree.ts';

const IMPURE: readonly (readonly [string, RegExp])[] = [
  ['the process', /\bprocess\./u],
  ['a clock', /\bDate\.now\b|\bnew Date\(\)|\bperformance\b/u],
  ['randomness', /\bMath\.random\b|\bcrypto\b|\brandomUUID\b/u],
  ['a module of Node', /from 'node:/u],
  ['a timer', /\bset(Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/u],
  ['a delayed transition', /^\s*after:\s*\{/mu],
  ['a browser', /\b(window|document|navigator|localStorage)\./u],
  ['the network', /\bfetch\(/u],
];

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');

describe('machines', () => {
  for (const [what, pattern] of IMPURE) {
    it(`know nothing of ${what}`, () => {
      const impure = filesOf('machines').filter(
        path => isCode(path) && pattern.test(withoutComments(read(path))),
      );
      expect(impure).to.deep.equal([]);
    });
  }
});
