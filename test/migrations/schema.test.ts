import { expect } from 'chai';
import { testDatabase, type TestDatabase } from '../support/database.ts';

describe('the schema', () => {
  let database: TestDatabase;
  before(async () => (database = await testDatabase()));
  after(() => database.drop());

  it('is what the entities say: the difference is empty', async () => {
    const difference = await database.orm.getSchemaGenerator().getUpdateSchemaSQL({ wrap: false });
    expect(difference).to.equal('');
  });
});
