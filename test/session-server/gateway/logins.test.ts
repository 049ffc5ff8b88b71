/** Logins that ended where the word of it was lost on its way. */
import { expect } from 'chai';
import type { LoginId } from '../../../machines/ids.ts';
import { CLOSE_CODES } from '../../../machines/wire/close-codes.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';

describe('gateway: logins that ended unheard', () => {
  let theatre: Theatre;
  beforeEach(async () => {
    theatre = await openTheatre({ people: 3 });
  });
  afterEach(() => theatre.close());

  const login = (order: number): LoginId => theatre.stage.people[order - 1]?.login as LoginId;
  const end = (order: number) =>
    theatre.database.sql('update login set ended_at = now() where id = ?::int', [login(order)]);

  it('[W29] lose their sockets once the gateway listens again', async () => {
    const [first, second] = [await theatre.intern(1), await theatre.intern(2)];
    await end(1);
    await theatre.database.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'notifications' and datname = current_database()`,
    );
    expect((await first.untilClosed()).code).to.equal(CLOSE_CODES.SIGNED_OUT.code);
    await second.settled();
  });

  it('[W29] lose their sockets within 30 s in any case, the expired ones too', async () => {
    const watchers = [await theatre.intern(1), await theatre.intern(2), await theatre.intern(3)] as const;
    await end(1);
    await theatre.database.sql(
      `update login set expires_at = now() - interval '1 second' where id = ?::int`,
      [login(2)],
    );
    theatre.clock.moveBy(30_000);
    for (const watcher of watchers.slice(0, 2))
      expect((await watcher.untilClosed()).code).to.equal(CLOSE_CODES.SIGNED_OUT.code);
    await watchers[2].settled();
  });
});
