/** What the files may look like and still mean the same: separators, encodings, order of columns, spelling of values. */
import { expect } from 'chai';
import { importAmphitheatres, type ImportOptions } from '../../../api/import/import.ts';
import { testDatabase, type TestDatabase } from '../../support/database.ts';
import { intern, internsCsv, post, postsCsv, wanted } from './files.ts';

const people = [
  intern(1, { nom: 'Lefèvre', prenom: 'Zoé', absence_prevue: 'Congé, jusqu’en juin' }),
  intern(2),
];
const posts = [post('A', { service: 'Œdème et cœur', places: 2 })];
const plain = wanted(people, posts);

describe('what an import forgives', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await testDatabase();
  });

  afterEach(() => database.drop());

  /** The same files in another dress change nothing. */
  async function expectSame(over: Partial<ImportOptions>, label = ''): Promise<void> {
    const result = await importAmphitheatres(database, { ...plain, ...over });
    expect('faults' in result ? result.faults : result.summary.changed, label).to.equal(false);
  }

  const plainly = async (): Promise<void> => {
    const result = await importAmphitheatres(database, plain);
    expect('faults' in result && result.faults).to.equal(false);
  };

  it('reads Windows-1252, a BOM, commas with quotes, and any line end', async () => {
    await plainly();
    const text = plain.interns.toString();
    const commas = text
      .split('\r\n')
      .map(line =>
        line
          .split(';')
          .map(value => (value.includes(',') ? `"${value}"` : value))
          .join(','),
      )
      .join('\n');
    await expectSame({ interns: windows1252(text) }, 'Windows-1252');
    await expectSame({ interns: Buffer.from(`\ufeff${text}`) }, 'BOM');
    await expectSame({ interns: Buffer.from(commas) }, 'commas');
    await expectSame({ interns: Buffer.from(`${text};;;;\n\n`.replaceAll('\r\n', '\n')) }, 'empty lines');
  });

  it('reads columns in any order, with accents and capitals', async () => {
    await plainly();
    const reversed = plain.posts
      .toString()
      .split('\r\n')
      .map(line => line.split(';').toReversed().join(';'));
    await expectSame({ posts: Buffer.from(reversed.join('\r\n')) }, 'reversed');
    const titles = plain.interns
      .toString()
      .replace('prenom', 'Prénom')
      .replace('nom_de_naissance', 'NOM DE NAISSANCE')
      .replace('semestres_valides', 'Semestres validés');
    await expectSame({ interns: Buffer.from(titles) }, 'titles');
  });

  it('takes a missing `places` column for one seat each', async () => {
    const [, ...rest] = postsCsv([post('A')])
      .toString()
      .split(';')
      .toReversed();
    const text = rest.toReversed().join(';').replace(';places\r\n', '\r\n');
    const result = await importAmphitheatres(database, { ...plain, posts: Buffer.from(`${text}\r\n`) });
    expect('summary' in result && result.summary.amphitheatres[0]?.posts).to.equal(1);
  });

  it('forgives accents, case, hyphens and spaces of values', async () => {
    await plainly();
    const spelt = [
      intern(1, { ...people[0], ine: ' ine0001 ', phase: 'SOCLE', groupe: 'PSYCHIATRIE', concours: 'edn' }),
      intern(2, { type_de_choix: 'Classique', choisit: 'OUI', des: 'psychiatrie', nom: ' Nom2 ' }),
    ];
    await expectSame({ interns: internsCsv(spelt) });
  });

  it('reads every value of the lists as the domain writes it, accents or not', async () => {
    const phases = ['socle', 'approfondissement', 'consolidation', 'ancien regime', 'Ancien régime', 'fst'];
    const rows = phases.map((phase, index) =>
      intern(index + 1, { phase, type_de_choix: 'surnombre non-validant', concours: 'Odontologie' }),
    );
    const offer = phases.map((phase, index) => post(index + 1, { phase }));
    const result = await importAmphitheatres(database, wanted(rows, offer));
    expect('summary' in result && result.summary.amphitheatres.map(one => one.people)).to.deep.equal([
      2, 1, 1, 1, 1,
    ]);
  });

  it('keeps texts as they are written: accents, apostrophes, ligatures', async () => {
    await importAmphitheatres(database, { ...plain, interns: windows1252(plain.interns.toString()) });
    const [row] = await database.sql<{ name: string; reason: string; service: string }>(
      `select intern.name, reason, service.name as service from planned_absence
       join roster_entry entry on entry.id = roster_entry_id join intern on intern.id = intern_id, service`,
    );
    expect(row).to.deep.equal({ name: 'Lefèvre', reason: 'Congé, jusqu’en juin', service: 'Œdème et cœur' });
  });
});

/** Node writes Latin-1 only: the one character of these files that Windows-1252 has beside it is the apostrophe. */
const windows1252 = (text: string): Buffer => Buffer.from(text.replaceAll('’', '\u0092'), 'latin1');
