/** Every way a file can be wrong: told in French with file, line and column, all at once, nothing written. */
import { expect } from 'chai';
import type { ImportFault } from '../../../api/import/fault.ts';
import { importAmphitheatres, type ImportOptions } from '../../../api/import/import.ts';
import { testDatabase, type TestDatabase } from '../../support/database.ts';
import { intern, internsCsv, post, postsCsv, wanted } from './files.ts';

const people = [1, 2, 3].map(number => intern(number));
const posts = [post('A'), post('B')];

describe('faults of the files', () => {
  let database: TestDatabase;

  before(async () => {
    database = await testDatabase();
  });

  after(() => database.drop());

  afterEach('nothing was imported', async () => {
    for (const table of ['semester', 'intern', 'amphitheatre', 'post', 'specialty', 'establishment'])
      expect(await database.sql(`select 1 from ${table}`), table).to.deep.equal([]);
  });

  async function faults(options: ImportOptions): Promise<readonly ImportFault[]> {
    const result = await importAmphitheatres(database, options);
    if ('summary' in result) throw new Error('imported');
    for (const { reason } of result.faults) expect(reason).to.match(/^[\p{Lu}«\d-].*\.$/su);
    return result.faults;
  }

  /** Line and column of each. */
  const places = async (options: ImportOptions) =>
    (await faults(options)).map(({ line, column }) => [line, column]);

  for (const [column, values] of Object.entries({
    ine: ['', 'a/b'],
    nom: ['', '  '],
    prenom: [''],
    courriel: ['sans arobase', 'a@b'],
    concours: ['', 'ENA'],
    promotion: ['', '20x4', '2028', '1900', '2024,5'],
    des: [''],
    groupe: [''],
    phase: ['', 'fin'],
    semestres_valides: ['', '-1', 'trois', '1e2', '99'],
    surnombre_non_validant: ['x'],
    annee_recherche: ['1.5'],
    dispo_recherche: ['?'],
    rang_national: ['', '0', 'NC'],
    rang_local: ['', '41', '12 bis'],
    effectif_local: ['', '0'],
    type_de_choix: ['', 'surnombre'],
    choisit: ['', 'peut-être'],
  }))
    it(`tells the line of an intern whose ${column} cannot be read`, async () => {
      for (const value of values)
        expect(
          await places(wanted([intern(1), intern(2, { [column]: value })], posts)),
          value,
        ).to.deep.include([3, column]);
    });

  for (const [column, values] of Object.entries({
    numero: [''],
    departement: ['', 'Paris'],
    etablissement: [''],
    finess: ['', '75010016', '7501001666'],
    ville: [''],
    service: [''],
    groupe: ['', 'Psychiatre'],
    phase: ['', 'socles'],
    reserve: ['Pédiatrie'],
    bloque: ['', 'x'],
    places: ['0', '-2', 'deux', '1,5', '1000'],
  }))
    it(`tells the line of a post whose ${column} cannot be read or known`, async () => {
      for (const value of values)
        expect(
          await places(wanted(people, [post('A'), post('B', { [column]: value })])),
          value,
        ).to.deep.include([3, column]);
    });

  it('lists all faults of both files, by file and line', async () => {
    const found = await faults(
      wanted(
        [intern(1, { promotion: 'x', choisit: '?' }), intern(2), intern(3, { phase: '' })],
        [post('A', { places: 'y' }), post('B', { reserve: 'Z' })],
        {
          fileNames: { interns: 'liste.csv', posts: 'offre.csv' },
          first: 'demain',
          semester: '2027-06',
          perSession: 0,
        },
      ),
    );
    expect(found.map(({ file, line, column }) => [file, line, column])).to.deep.equal([
      ['--semester', null, null],
      ['--per-session', null, null],
      ['--first', null, null],
      ['liste.csv', 2, 'promotion'],
      ['liste.csv', 2, 'choisit'],
      ['liste.csv', 4, 'phase'],
      ['offre.csv', 2, 'places'],
      ['offre.csv', 3, 'reserve'],
    ]);
  });

  it('names the line that a repeated INE, e-mail or local rank repeats', async () => {
    const twice = await faults(
      wanted(
        [...people, intern(4, { ine: 'ine0001', courriel: 'INTERNE2@exemple.fr', rang_local: 3 })],
        posts,
      ),
    );
    expect(
      twice.map(({ line, column, reason }) => [line, column, /ligne (\d+)/.exec(reason)?.[1]]),
    ).to.deep.equal([
      [5, 'ine', '2'],
      [5, 'courriel', '3'],
      [5, 'rang_local', '4'],
    ]);
  });

  it('holds local headcounts equal within a promotion of a group, whatever the phase', async () => {
    const found = await faults(wanted([...people, intern(4, { effectif_local: 41, phase: 'FST' })], posts));
    expect(found.map(({ line, column }) => [line, column])).to.deep.equal([[5, 'effectif_local']]);
    expect(found[0]?.reason).to.contain('41').and.to.contain('40 à la ligne 2');
  });

  it('refuses one DES in two groups', async () => {
    const other = intern(4, { groupe: 'Pédiatrie' });
    expect(await places(wanted([...people, other], posts))).to.deep.equal([[5, 'groupe']]);
  });

  it('refuses a post number given twice in an amphitheatre, seats of a row included', async () => {
    expect(await places(wanted(people, [post('A'), post('a')]))).to.deep.equal([[3, 'numero']]);
    expect(await places(wanted(people, [post('A-2'), post('A', { places: 2 })]))).to.deep.equal([
      [3, 'numero'],
    ]);
  });

  it('refuses one FINESS for two establishments, and two heads for one service', async () => {
    expect(
      await places(wanted(people, [post('A'), post('B', { etablissement: 'Hôpital Tenon' })])),
    ).to.deep.equal([[3, 'finess']]);
    expect(
      await places(wanted(people, [post('A'), post('B', { chef_de_service: 'Dr Autre' })])),
    ).to.deep.equal([[3, 'chef_de_service']]);
  });

  it('names missing, unknown and repeated columns', async () => {
    const text = internsCsv(people)
      .toString()
      .replace('rang_local;', 'rang;')
      .replace('nom_de_naissance', 'nom');
    const found = await faults({ ...wanted([], posts), interns: Buffer.from(text) });
    expect(found.map(({ file, line, column, reason }) => [file, line, column, reason])).to.deep.equal([
      ['interns.csv', 1, 'nom_de_naissance', 'Colonne manquante.'],
      ['interns.csv', 1, 'rang_local', 'Colonne manquante.'],
      ['interns.csv', 1, 'rang', 'Colonne inconnue.'],
      ['interns.csv', 1, 'nom', 'Colonne présente deux fois.'],
    ]);
  });

  it('refuses a row of another length than the header', async () => {
    const text = `${internsCsv(people).toString()}0001;Trop;court\r\n`;
    expect(await places({ ...wanted([], posts), interns: Buffer.from(text) })).to.deep.equal([[5, null]]);
  });

  it('counts lines as an editor does, past empty ones and values on several lines', async () => {
    const rows = [
      intern(1, { absence_prevue: '"Congé\r\nlong"' }),
      {},
      intern(3, { choisit: '"peut\r\nêtre"' }),
    ];
    const text = internsCsv(rows)
      .toString()
      .replace(/;{22}\r\n/, ';;;\r\n\r\n');
    expect(await places({ ...wanted([], posts), interns: Buffer.from(text) })).to.deep.equal([
      [6, 'choisit'],
    ]);
  });

  it('refuses files that are empty or hold a header only', async () => {
    for (const interns of [
      Buffer.alloc(0),
      Buffer.from('\r\n \n'),
      internsCsv([]),
      Buffer.from([0xef, 0xbb, 0xbf]),
    ])
      expect(await places({ ...wanted([], posts), interns })).to.deep.equal([[null, null]]);
  });

  it('refuses what is no text in a known encoding, saying what to do', async () => {
    const text = internsCsv(people).toString();
    const wrong = {
      'UTF-16': Buffer.from(`\ufeff${text}`, 'utf16le'),
      classeur: Buffer.from('PK\u0003\u0004 et la suite'),
      inconnu: Buffer.concat([Buffer.from(text, 'latin1'), Buffer.from([0x81, 0x8d])]),
      'à la ligne 2': Buffer.from(text.replace('Camille', Buffer.from('Zoé', 'utf8').toString('latin1'))),
      'à la ligne 3': Buffer.from(text.replace('Nom2', 'No\ufffd')),
    };
    for (const [said, interns] of Object.entries(wrong)) {
      const found = await faults({ ...wanted([], posts), interns });
      expect(found.map(fault => fault.reason).join(), said).to.contain(said);
    }
  });

  it('refuses a quotation mark that is never closed, with its line', async () => {
    const text = internsCsv(people).toString().replace('Nom2', '"Nom2');
    const found = await faults({ ...wanted([], posts), interns: Buffer.from(text) });
    expect(found).to.have.length(1);
    expect(found[0]?.reason).to.contain('Guillemet');
  });

  it('refuses hours that do not exist in Paris', async () => {
    for (const first of [
      '2027-03-22',
      '2027-02-30T09:00',
      '2027-03-28T02:30',
      '2027-03-22T9:00',
      '2027-03-22T09:00Z',
    ])
      expect((await faults(wanted(people, posts, { first })))[0]?.file, first).to.equal('--first');
  });

  it('says nothing of the posts’ amphitheatres where the interns’ file cannot be read at all', async () => {
    const found = await faults({ ...wanted([], []), interns: Buffer.alloc(0), posts: postsCsv(posts) });
    expect(found.map(fault => fault.file)).to.deep.equal(['interns.csv']);
  });
});
