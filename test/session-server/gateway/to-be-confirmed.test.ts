/** An account made without the INE is in the room like everybody, and may not choose until somebody vouches for it. */
import { expect } from 'chai';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';
import type { Watcher } from '../support/watcher.ts';

describe('gateway: an account to be confirmed', () => {
  let theatre: Theatre;
  let intern: Watcher;
  let moderator: Watcher;
  beforeEach(async () => {
    theatre = await openTheatre();
    await theatre.database.sql(
      `update account set to_be_confirmed = true where id = (select account_id from login where id = ?::int)`,
      [theatre.stage.people[0]?.login],
    );
    moderator = await theatre.moderator();
    intern = await theatre.intern(1);
    await moderator.ask(theatre.stage.session, { type: 'start' });
  });
  afterEach(() => theatre.close());

  const choose = () => intern.ask(theatre.stage.session, { type: 'choose', post: theatre.post(1), turn: 1 });

  it('[C30] is called, and its choice is refused until a moderator has confirmed it, in the turn too', async () => {
    expect(await choose()).to.deep.include({ type: 'refused', refusal: { code: 'TO_BE_CONFIRMED' } });
    await theatre.database.sql(`update account set to_be_confirmed = false`);
    expect(await choose()).to.include({ type: 'accepted' });
  });

  it('[C30] may choose once its address is the one on the roster, however it is written', async () => {
    expect(await choose()).to.include({ type: 'refused' });
    await theatre.database.sql(
      `update roster_entry set email = upper(account.email) from account
      where account.intern_id = roster_entry.intern_id and account.to_be_confirmed`,
    );
    expect(await choose()).to.include({ type: 'accepted' });
  });
});
