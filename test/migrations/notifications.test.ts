/** The line that hears NOTIFY: payloads, a cut connection, faults. */
import { expect } from 'chai';
import { listen } from '../../migrations/notifications.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';

describe('notifications of the database', () => {
  let database: TestDatabase;
  beforeEach(async () => (database = await testDatabase()));
  afterEach(() => database.drop());

  const notify = (channel: string, payload: string) =>
    database.sql('select pg_notify(?, ?)', [channel, payload]);

  it('reach the handler of their channel, parsed, and no other', async () => {
    const heard: unknown[] = [];
    const listener = await listen(
      database.url,
      { session_inbox: payload => heard.push(payload), other: () => heard.push('other') },
      error => heard.push(error),
    );
    await notify('elsewhere', '{}');
    await notify('session_inbox', '{"session":7}');
    await eventually('the payload came', () => heard.length > 0);
    await listener.close();
    expect(heard).to.deep.equal([{ session: 7 }]);
  });

  it('are heard again after the connection was cut', async () => {
    const heard: unknown[] = [];
    const faults: Error[] = [];
    const listener = await listen(database.url, { here: payload => heard.push(payload) }, error =>
      faults.push(error),
    );
    await database.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'notifications' and datname = current_database()`,
    );
    await eventually('a notification is heard again', async () => {
      await notify('here', '1');
      return heard.length > 0;
    });
    await listener.close();
    expect(faults).to.have.length.greaterThan(0);
    expect(new Set(heard)).to.deep.equal(new Set([1]));
  });

  it('a payload that is no JSON, or a handler that throws, is a fault and not the end', async () => {
    const faults: string[] = [];
    const heard: unknown[] = [];
    const handle = (payload: unknown): void => {
      if (payload === 'bad') throw new Error('handler');
      heard.push(payload);
    };
    const listener = await listen(database.url, { here: handle }, error => faults.push(error.name));
    for (const payload of ['{', '"bad"', '"good"']) await notify('here', payload);
    await eventually('the last one came', () => heard.length > 0);
    await listener.close();
    expect(heard).to.deep.equal(['good']);
    expect(faults).to.deep.equal(['SyntaxError', 'Error']);
  });
});
