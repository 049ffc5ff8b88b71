/** Architecture §6: every numbered rule of a RULES.md has a test whose title begins with it. */
import { expect } from 'chai';
import { allFiles, filesOf, read } from './tree.ts';

const RULE = /^(?:[-*]\s+)?\*\*([A-Z]\d+[a-z]?)\*\*/gmu;

interface Rule {
  readonly number: string;
  readonly file: string;
}

const rules: readonly Rule[] = allFiles()
  .filter(path => path.endsWith('RULES.md'))
  .flatMap(file => [...read(file).matchAll(RULE)].map(match => ({ number: match[1] ?? '', file })));

/** Rule numbers at the head of the titles of tests; one title may cite several. */
const tested = new Set(
  filesOf('test')
    .filter(path => /\.test\.tsx?$/u.test(path))
    .flatMap(path => [...read(path).matchAll(/(?:it|describe)\(\s*(['"`])((?:\[[A-Z]\d+[a-z]?\]\s*)+)/gu)])
    .flatMap(match => [...(match[2] ?? '').matchAll(/\[([A-Z]\d+[a-z]?)\]/gu)].map(inner => inner[1] ?? '')),
);

describe('rules', () => {
  it('are each tested by a test that begins with their number', () => {
    expect(
      rules.filter(rule => !tested.has(rule.number)).map(rule => `${rule.number} of ${rule.file}`),
    ).to.deep.equal([]);
  });

  it('have each a number of their own', () => {
    const numbers = rules.map(rule => rule.number);
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).to.deep.equal([]);
  });

  it('that a test cites exist', () => {
    const known = new Set(rules.map(rule => rule.number));
    expect([...tested].filter(number => !known.has(number))).to.deep.equal([]);
  });
});
