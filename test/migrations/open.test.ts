/** Opening a database: what goes in and comes out, transactions with their jobs, two starts at once. */
import { expect } from 'chai';
import { migrationsList } from '../../migrations/list.ts';
import { migrate, openDatabase } from '../../migrations/open.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { testServer } from '../support/database-server.ts';

describe('an opened database', () => {
  let database: TestDatabase;
  before(async () => (database = await testDatabase()));
  after(() => database.drop());

  const jobs = () =>
    database
      .sql<{ key: string }>('select key from graphile_worker.jobs order by key')
      .then(rows => rows.map(row => row.key));
  const insert = (code: string) => `insert into semester (code) values ('${code}')`;
  const addJob = `select (graphile_worker.add_job('mail', '{}'::json, job_key => ?, max_attempts => 8)).id`;

  it('gives numbers for bigint, Date for instants, Buffer for bytes, and takes each back', async () => {
    const at = new Date('2027-03-22T09:00:00.123Z');
    const rows = await database.sql(
      'select ?::bigint as number, ?::timestamptz as at, ?::bytea as bytes, ?::jsonb as json, ?::text as text',
      [2 ** 40, at, Buffer.from('é'), JSON.stringify([1]), `l'été ? \\ "$1"`],
    );
    expect(rows).to.deep.equal([
      { number: 2 ** 40, at, bytes: Buffer.from('é'), json: [1], text: `l'été ? \\ "$1"` },
    ]);
  });

  it('[J6] commits a row and its job together: one row, one job', async () => {
    await database.transaction(async sql => {
      await sql(insert('2027-05'));
      await sql(addJob, ['kept']);
    });
    expect(await database.sql(`select code from semester where code = '2027-05'`)).to.have.length(1);
    expect(await jobs()).to.deep.equal(['kept']);
  });

  it('[J6] rolls a row and its job back together when the work throws: no row, no job', async () => {
    const thrown = await database
      .transaction(async sql => {
        await sql(insert('2028-05'));
        await sql(addJob, ['lost']);
        throw new Error('on purpose');
      })
      .catch((error: unknown) => error);
    expect(String(thrown)).to.equal('Error: on purpose');
    expect(await database.sql(`select code from semester where code = '2028-05'`)).to.deep.equal([]);
    expect(await jobs()).to.not.include('lost');
  });

  it('tells which constraint refused', async () => {
    await database.sql(insert('2029-05'));
    const refused = await database.sql(insert('2029-05')).catch((error: unknown) => error);
    expect(refused).to.include({ code: '23505', constraint: 'semester_code_unique' });
  });

  it('fails a statement that gets no answer in time', async () => {
    const impatient = await openDatabase(database.url, { answerMs: 20 });
    const refused = await impatient.sql('select pg_sleep(0.2)').catch((error: unknown) => error);
    await impatient.close();
    expect(String(refused)).to.contain('Query read timeout');
  });

  it('sorts by the French collation', async () => {
    const rows = await database.sql<{ text: string }>(
      `select text from unnest(array['zoé', 'Étienne', 'École', 'etage']) as text order by text collate "fr-x-icu"`,
    );
    expect(rows.map(row => row.text)).to.deep.equal(['École', 'etage', 'Étienne', 'zoé']);
  });
});

describe('bringing a database up to date', () => {
  it('lets two processes that start at once do it one after the other, and a third time changes nothing', async () => {
    const server = await testServer();
    const url = await server.createEmpty();
    const [one, two] = await Promise.all([openDatabase(url), openDatabase(url)]);
    await Promise.all([migrate(one), migrate(two)]);
    await migrate(one);
    const names = await one.sql('select name from migration order by id');
    await Promise.all([one.close(), two.close()]);
    await server.drop(url);
    expect(names).to.deep.equal(migrationsList.map(({ name }) => ({ name })));
  });
});
