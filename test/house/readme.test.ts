/** The top readme's tables say what the code says: settings (api/kit/config.ts) and parts (package.json). */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { SETTINGS } from '../../api/kit/settings.ts';
import { filesOf, ROOT, read } from './tree.ts';

/** First cells of a table's rows under a heading that contains `title`, each a list of `code` words, with the row. */
function tableUnder(title: RegExp): { readonly names: readonly string[]; readonly row: string }[] {
  const section = read('README.md')
    .split(/^#+ /mu)
    .find(part => title.test(part.split('\n')[0] ?? ''));
  return (section ?? '')
    .split('\n')
    .filter(line => /^\|\s*`/u.test(line))
    .map(row => ({
      names: [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/gu)].map(match => match[1] ?? ''),
      row,
    }));
}

describe('the top readme', () => {
  it('has a table of settings with the names and defaults that the code reads', () => {
    const told = tableUnder(/^Settings/u);
    const names = told.flatMap(row => row.names);
    expect(names.toSorted(), 'names').to.deep.equal(
      SETTINGS.map(setting => setting.name as string).toSorted(),
    );
    const wrong = SETTINGS.filter(
      setting =>
        !told.some(({ names: [name], row }) => name === setting.name && row.includes(setting.default)),
    );
    expect(
      wrong.map(setting => `${setting.name}: ${setting.default}`),
      'defaults',
    ).to.deep.equal([]);
  });

  it('has a table of parts with the pins of package.json', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as {
      readonly dependencies: Record<string, string>;
      readonly devDependencies: Record<string, string>;
    };
    const pins: Record<string, string> = { ...devDependencies, ...dependencies };
    const told = tableUnder(/^Parts/u).flatMap(({ names, row }) => names.map(name => ({ name, row })));
    const known = Object.keys(pins).filter(name => !name.startsWith('@types/'));
    expect(told.map(({ name }) => name).toSorted(), 'names').to.deep.equal(known.toSorted());
    const wrong = told.filter(({ name, row }) => !row.includes((pins[name] ?? '?').replace(/^npm:.*@/u, '')));
    expect(
      wrong.map(({ name }) => `${name} ${pins[name]}`),
      'pins',
    ).to.deep.equal([]);
  });

  it('links to files that exist, and so does every folder’s', () => {
    const readmes = [
      'README.md',
      ...['session-server', 'api', 'client', 'machines', 'migrations', 'test'].flatMap(filesOf),
    ];
    const dead = readmes
      .filter(path => path.endsWith('.md'))
      .flatMap(path =>
        [...read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/gu)].map(match => ({
          path,
          link: match[1] ?? '',
        })),
      )
      .filter(({ path, link }) => !existsSync(join(ROOT, path, '..', link)));
    expect(dead.map(({ path, link }) => `${path}: ${link}`)).to.deep.equal([]);
  });
});
