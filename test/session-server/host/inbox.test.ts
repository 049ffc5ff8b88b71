/** What the API asks of sessions: the order in which it is taken up. */
import { expect } from 'chai';
import { waitingInInbox } from '../../../session-server/host/inbox.ts';
import { testDatabase } from '../../support/database.ts';
import { setStage } from '../support/stage.ts';

describe('host: what waits in the inbox', () => {
  it('[O13] is taken a row of each session in turn: a hundred that cannot be answered keep no other waiting', async () => {
    const database = await testDatabase();
    const { sessions } = await setStage(database.sql, { people: 2, sessions: 2 });
    const [stuck, other] = sessions;
    for (const [session, rows] of [
      [stuck, 150],
      [other, 2],
    ])
      await database.sql(
        `insert into session_inbox (session_id, command_id, command, who)
        select ?::int, gen_random_uuid()::text, '{"type":"lift"}', '{"realm":"moderator","account":1}'
        from generate_series(1, ?::int)`,
        [session, rows],
      );
    const waiting = await waitingInInbox(database.sql);
    expect(waiting.slice(0, 4).map(({ session }) => session)).to.deep.equal([stuck, other, stuck, other]);
    expect(waiting).to.have.length(100);
    const ids = waiting.flatMap(({ id, session }) => (session === stuck ? id : []));
    expect(ids, 'each session’s in its order').to.deep.equal(ids.toSorted((a, b) => a - b));
    await database.drop();
  });
});
