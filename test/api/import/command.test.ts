/** `npm run import` as it is typed: what it prints, and what it exits with. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readCommandLine } from '../../../api/import/command-line.ts';
import { testDatabase, type TestDatabase } from '../../support/database.ts';
import { intern, internsCsv, post, postsCsv } from './files.ts';

const problems = (...words: string[]): readonly string[] => {
  const read = readCommandLine(words);
  return 'problems' in read ? read.problems : [];
};

describe('npm run import', () => {
  const needed = ['--semester', '2027-05', '--interns', 'i.csv', '--posts', 'p.csv'];
  let database: TestDatabase;
  let folder: string;

  before(async () => {
    database = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), 'import-'));
    await writeFile(join(folder, 'i.csv'), internsCsv([intern(1), intern(2)]));
    await writeFile(join(folder, 'p.csv'), postsCsv([post('A', { places: 3 })]));
    await writeFile(join(folder, 'bad.csv'), internsCsv([intern(1, { rang_local: 'x' })]));
  });

  after(async () => {
    await rm(folder, { recursive: true });
    await database.drop();
  });

  function run(...words: string[]): Promise<{ code: number | null; out: string; err: string }> {
    const command = join(import.meta.dirname, '../../../api/commands/import.ts');
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), command, ...words], {
      cwd: folder,
      env: { ...process.env, DATABASE_URL: database.url },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', chunk => (out += String(chunk)));
    child.stderr.on('data', chunk => (err += String(chunk)));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', code => resolve({ code, out, err }));
    });
  }

  it('prints a table of what was imported and exits with 0; again, says that nothing changed', async () => {
    const first = await run(...needed, '--per-session', '60', '--first', '2027-03-22T09:00', '--publish');
    expect(first.code, first.err).to.equal(0);
    expect(first.out).to.match(
      /Psychiatrie, phase socle +2 +0 +3 +1 +22\/03\/2027 9\u00a0h\u00a000 +oui +nouveau/,
    );
    const again = await run(...needed, '--per-session', '60', '--first', '2027-03-22T09:00', '--publish');
    expect(again.out).to.contain('rien à changer');
  });

  it('prints every fault with file, line and column and exits with 1', async () => {
    const { code, out, err } = await run('--semester', '2027-05', '--interns', 'bad.csv', '--posts', 'p.csv');
    expect([code, out]).to.deep.equal([1, '']);
    expect(err).to.contain('1 erreur, rien n’est importé.');
    expect(err).to.contain(
      'bad.csv, ligne 2, colonne rang_local\u00a0: «\u00a0x\u00a0» n’est pas un nombre entier.',
    );
  });

  it('names a file that is not there', async () => {
    const { code, err } = await run(
      '--semester',
      '2027-05',
      '--interns',
      'nulle-part.csv',
      '--posts',
      'p.csv',
    );
    expect(code).to.equal(1);
    expect(err).to.contain('nulle-part.csv\u00a0: ce fichier n’existe pas.');
  });

  it('says what is missing from the words given, and how it is used', async () => {
    const { code, err } = await run('--semester', '2027-05');
    expect(code).to.equal(1);
    expect(err)
      .to.contain('Il manque --interns.')
      .and.to.contain('Il manque --posts.')
      .and.to.contain('Utilisation');
  });

  it('refuses words it does not know', () => {
    expect(problems(...needed, '--semestre', '2027-05')).to.deep.include('L’option --semestre n’existe pas.');
    expect(problems(...needed, 'encore')).to.deep.equal(['«\u00a0encore\u00a0» n’est pas attendu.']);
    expect(problems(...needed, '--publish=oui')).to.deep.equal(['--publish n’a pas de valeur.']);
    expect(problems(...needed, '--first')).to.deep.equal(['--first attend une valeur.']);
    expect(problems(...needed, '--per-session', 'soixante')).to.deep.equal([
      '--per-session attend un nombre entier.',
    ]);
  });

  it('reads the whole command', () => {
    expect(
      readCommandLine([...needed, '--per-session', '60', '--first=2027-03-22T09:00', '--publish']),
    ).to.deep.equal({
      command: {
        semester: '2027-05',
        interns: 'i.csv',
        posts: 'p.csv',
        perSession: 60,
        first: '2027-03-22T09:00',
        publish: true,
        strictSeniority: false,
      },
    });
  });
});
