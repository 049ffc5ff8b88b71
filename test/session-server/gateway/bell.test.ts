/** Who is told at once that a bell has changed. */
import { expect } from 'chai';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';

describe('gateway: the bell', () => {
  let theatre: Theatre;
  beforeEach(async () => {
    theatre = await openTheatre({ people: 2, posts: 2 });
  });
  afterEach(() => theatre.close());

  it('[W40] tells every page of an account that its bell has changed, and no other', async () => {
    const [first, second, again] = [
      await theatre.intern(1),
      await theatre.intern(2),
      await theatre.intern(2),
    ];
    const account = theatre.stage.people[1]?.account;
    await theatre.database.sql(`select pg_notify('bell', ?)`, [JSON.stringify({ account })]);
    for (const watcher of [second, again])
      expect(await watcher.until('bell', frame => frame.type === 'bell')).to.deep.equal({ type: 'bell' });
    await first.settled();
    expect(first.all('bell')).to.deep.equal([]);
  });
});
