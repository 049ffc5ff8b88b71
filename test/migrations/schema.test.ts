/** The entities and the migrations say the same. */
import { expect } from 'chai';
import type { Sql } from '../../migrations/open.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

class Undo extends Error {}

describe('the schema', () => {
  let database: TestDatabase;
  before(async () => (database = await testDatabase()));
  after(() => database.drop());

  it('is what the entities say: the difference is empty', async () => {
    const difference = await database.orm.getSchemaGenerator().getUpdateSchemaSQL({ wrap: false });
    expect(difference).to.equal('');
  });

  it('has the partial and computed indexes as the entities write them', async () => {
    const definition = (sql: Sql, name: string) =>
      sql<{ text: string }>('select indexdef as text from pg_indexes where indexname = ?', [name]);
    const written = [...database.orm.getMetadata()]
      .flatMap(meta => [...meta.indexes, ...meta.uniques])
      .flatMap(({ name, expression }) =>
        name && typeof expression === 'string' ? [{ name, expression }] : [],
      );
    for (const { name, expression } of written) {
      const undone = database.transaction(async sql => {
        const migrated = await definition(sql, name);
        await sql(`drop index ${name}`);
        await sql(expression);
        expect(await definition(sql, name)).to.deep.equal(migrated);
        throw new Undo();
      });
      await undone.catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
    }
    expect(written).to.have.length.greaterThan(5);
  });
});
