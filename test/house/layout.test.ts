/** Style 1, 2, 17 and architecture’s top level: small files that say what they are for, folders that say where to begin. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { allFiles, filesOf, isCode, linesOf, ROOMS, ROOT, read } from './tree.ts';

const LONGEST_FILE = 250;
const LONGEST_README = 30;

/** Beside the rooms and dot-files: what architecture allows, and what tools make and git ignores. */
const TOP_LEVEL = [
  'package.json',
  'package-lock.json',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'biome.json',
  'knip.json',
];
const MADE = ['node_modules', 'dist', 'coverage', 'results'];

/** Written by a tool, or one step of the schema: a migration is whole and never touched again. */
const NOT_OURS = /^client\/ui\/theme\/designsystemet\.css$|^migrations\/\d{4}_\w+\.ts$/u;

const isMeasured = (path: string): boolean => (isCode(path) || path.endsWith('.css')) && !NOT_OURS.test(path);

describe('the layout', () => {
  it('has nothing at the top level but the rooms, the readme, the licence, the changelog and tool settings', () => {
    const strange = readdirSync(ROOT).filter(
      name =>
        !name.startsWith('.') &&
        ![...ROOMS, ...TOP_LEVEL, ...MADE].includes(name) &&
        !/^tsconfig(\.\w+)?\.json$/u.test(name),
    );
    expect(strange).to.deep.equal([]);
  });

  it(`has no file of ours above ${LONGEST_FILE} lines`, () => {
    const long = allFiles()
      .filter(isMeasured)
      .map(path => ({ path, lines: linesOf(read(path)) }))
      .filter(({ lines }) => lines > LONGEST_FILE);
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).to.deep.equal([]);
  });

  it('has files that open with what they are for', () => {
    const silent = allFiles().filter(path => isCode(path) && !/^(#!.*\n)?(\/\*|\/\/)/u.test(read(path)));
    expect(silent).to.deep.equal([]);
  });

  it(`has a readme of at most ${LONGEST_README} lines in every folder with code`, () => {
    const folders = [...new Set(allFiles().filter(isCode).map(dirname))];
    const wrong = folders.filter(folder => {
      const readme = join(ROOT, folder, 'README.md');
      return !existsSync(readme) || linesOf(read(`${folder}/README.md`)) > LONGEST_README;
    });
    expect(wrong).to.deep.equal([]);
  });

  it('keeps tests out of the rooms they test', () => {
    const strays = ROOMS.filter(room => room !== 'test').flatMap(room =>
      filesOf(room).filter(path => /\.test\.tsx?$/u.test(path)),
    );
    expect(strays).to.deep.equal([]);
  });

  it('has the licence that package.json names', () => {
    expect(read('LICENSE')).to.include('EUROPEAN UNION PUBLIC LICENCE v. 1.2');
    expect(JSON.parse(read('package.json'))).to.have.property('license', 'EUPL-1.2');
  });

  it('leaves nothing undone behind', () => {
    const marker = new RegExp(['TO', 'DO|FIX', 'ME|XX', 'X'].join(''), 'u');
    expect(allFiles().filter(path => isCode(path) && marker.test(read(path)))).to.deep.equal([]);
  });
});
