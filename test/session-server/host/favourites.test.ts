/** Favourites are their person's own: nothing and nobody picks one for somebody who does not choose (M §1). */
import { expect } from 'chai';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';

describe('host: favourites', () => {
  let theatre: Theatre;
  before(async () => {
    theatre = await openTheatre({ people: 3 });
  });
  after(() => theatre.close());

  it('[H4] are picked for nobody: whose time runs out, who is not there, who was never called', async () => {
    const { database, stage, clock } = theatre;
    await database.sql(
      `insert into favourite (roster_entry_id, position, post_id)
      select id, row_number() over (order by id), ?::int from roster_entry`,
      [theatre.post(1)],
    );
    const moderator = await theatre.moderator();
    await theatre.intern(1);
    await moderator.ask(stage.session, { type: 'start' });
    clock.moveBy(91_500);
    await moderator.fact('absent', ({ person }) => person === theatre.person(1));
    await moderator.fact('called', ({ person }) => person === theatre.person(2));
    clock.moveBy(20_500);
    await moderator.fact('absent', ({ person }) => person === theatre.person(2));
    const force = { unchosen: 1, reason: 'suite demain' };
    expect(await moderator.ask(stage.session, { type: 'close', on: 'running', force })).to.include({
      type: 'accepted',
    });
    expect(await database.sql('select 1 from assignment')).to.deep.equal([]);
    expect(await database.sql('select 1 from favourite')).to.have.lengthOf(3);
  });
});
