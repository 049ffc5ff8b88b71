/** Who is told at once that a request, a mandate, or how many wait, has changed. */
import { expect } from 'chai';
import { tellIntern, tellModerators } from '../../../api/kit/own-changes.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';

describe('gateway: what is one’s own', () => {
  let theatre: Theatre;
  beforeEach(async () => {
    theatre = await openTheatre({ people: 2, posts: 2 });
  });
  afterEach(() => theatre.close());

  it('[W40] tells every page of an intern that their request has changed, and no other', async () => {
    const [first, second, again, moderator] = [
      await theatre.intern(1),
      await theatre.intern(2),
      await theatre.intern(2),
      await theatre.moderator(),
    ];
    const { sql } = theatre.database;
    const [entry] = await sql<{ id: number }>('select id from roster_entry where person = ?', [
      theatre.person(2),
    ]);
    await tellIntern(sql, entry?.id ?? 0, 'status');
    for (const watcher of [second, again])
      expect(await watcher.until('changed', frame => frame.type === 'changed')).to.deep.equal({
        type: 'changed',
        what: 'status',
      });
    await Promise.all([first.settled(), moderator.settled()]);
    expect([...first.all('changed'), ...moderator.all('changed')]).to.deep.equal([]);
  });

  it('[W40] tells moderators alone that another number of requests waits', async () => {
    const [intern, visitor, moderator] = [
      await theatre.intern(1),
      await theatre.watcher(null),
      await theatre.moderator(),
    ];
    await tellModerators(theatre.database.sql);
    expect(await moderator.until('changed', frame => frame.type === 'changed')).to.deep.equal({
      type: 'changed',
      what: 'requests',
    });
    await Promise.all([intern.settled(), visitor.settled()]);
    expect([...intern.all('changed'), ...visitor.all('changed')]).to.deep.equal([]);
  });
});
