/** Which database a command of the terminal gets, and what it leaves behind. */
import { expect } from 'chai';
import { Client } from 'pg';
import { databaseFromEnvironment } from '../../migrations/from-environment.ts';
import { openEmbedded } from '../../migrations/embedded/open.ts';
import { testDatabase } from '../support/database.ts';
import { ask, QUIET, temporaryFolder } from './embedded/house.ts';

describe('the database of a terminal command', () => {
  let home: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (home = temporaryFolder()));
  afterEach(() => home.remove());

  it('is the one of DATABASE_URL where that is set', async () => {
    const given = await testDatabase();
    const opened = await databaseFromEnvironment({ databaseUrl: given.url, folder: home.folder });
    await opened.close();
    await given.drop();
    expect(opened.database.url).to.equal(given.url);
  });

  it("is the live house's, which goes on after the command", async () => {
    const house = await openEmbedded({ folder: home.folder, log: QUIET });
    const opened = await databaseFromEnvironment({ databaseUrl: null, folder: home.folder });
    await opened.database.sql("insert into semester (code) values ('2027-05')");
    await opened.close();
    const rows = await ask(house.url, 'select code from semester');
    await house.close();
    expect(opened.database.url).to.equal(house.url);
    expect(rows).to.deep.equal([{ code: '2027-05' }]);
  });

  it('is the embedded one, opened for the duration of the command, where no house runs', async () => {
    const opened = await databaseFromEnvironment({ databaseUrl: null, folder: home.folder });
    const rows = await opened.database.sql('select count(*) as count from journal');
    await opened.close();
    const client = new Client({ connectionString: opened.database.url });
    const refused = await client.connect().catch((error: unknown) => error);
    expect(rows).to.deep.equal([{ count: 0 }]);
    expect(refused).to.include({ code: 'ECONNREFUSED' });
  });
});
