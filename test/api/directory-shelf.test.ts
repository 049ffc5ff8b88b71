/** The shelf of directories: what is not published is not even written for whoever may not read it. */
import { expect } from 'chai';
import { directoryShelf } from '../../api/directory-shelf.ts';
import type { Sql } from '../../migrations/open.ts';
import { testDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { seed } from './support/seed.ts';
import type { Seeded } from './support/seed.ts';

describe('the shelf of directories', () => {
  let database: TestDatabase;
  let seeded: Seeded;
  let edition: number;
  let written: number;
  beforeEach(async () => {
    database = await testDatabase();
    seeded = await seed(database.sql);
    const [row] = await database.sql<{ edition: number }>('select edition from amphitheatre');
    edition = row?.edition ?? 0;
    written = 0;
  });
  afterEach(() => database.drop());

  const counting: Sql = (text, params) => {
    if (text.includes("'people'")) written += 1;
    return database.sql(text, params);
  };
  const unpublish = () => database.sql('update amphitheatre set call_list_published_at = null');

  it('writes nothing of an unpublished amphitheatre for the public, each time anew for moderators', async () => {
    await unpublish();
    const shelf = directoryShelf(counting);
    expect(await shelf(seeded.amphitheatre, edition, async () => false)).to.equal(null);
    expect(written).to.equal(0);
    for (const times of [1, 2]) {
      expect(await shelf(seeded.amphitheatre, edition, async () => true)).to.include({ published: false });
      expect(written).to.equal(times);
    }
    expect(await shelf(seeded.amphitheatre, edition, async () => false)).to.equal(null);
  });

  it('writes a published one once, however many ask at once', async () => {
    const shelf = directoryShelf(counting);
    await Promise.all(
      Array.from({ length: 20 }, () => shelf(seeded.amphitheatre, edition, async () => false)),
    );
    expect(written).to.equal(1);
    expect(await shelf(seeded.amphitheatre, edition + 1, async () => true)).to.equal(null);
  });
});
