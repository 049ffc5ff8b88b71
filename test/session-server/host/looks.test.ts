/** The host's look into the database each second, and what comes in the middle of one. */
import { expect } from 'chai';
import { eventually } from '../../support/eventually.ts';
import { keptBack } from '../support/kept-back.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';

describe('host: its looks', () => {
  const record = keptBack();
  let theatre: Theatre;
  beforeEach(async () => {
    theatre = await openTheatre({ seen: record.seen });
  });
  afterEach(async () => {
    record.letGo();
    await theatre.close();
  });

  it('looks again at once where one was called for in the middle of another: what is asked then waits no second', async () => {
    const { stage, clock } = theatre;
    const { sql } = theatre.database;

    const inTheMiddle = record.keepNext('scheduled_start'); // the inbox is read before
    await sql(`select pg_notify('session_inbox', 'null')`);
    await inTheMiddle;
    await sql(
      `insert into session_inbox (session_id, command_id, command, who) values (?::int, 'a', '{"type":"resume","on":"paused"}', ?::jsonb)`,
      [stage.session, JSON.stringify({ realm: 'moderator', account: stage.moderator.account })],
    );
    clock.moveBy(1_000); // calls for a look; the clock then stands
    record.letGo();

    const answer = await eventually(
      'an answer in the inbox',
      async () => (await sql<{ answer: unknown }>('select answer from session_inbox'))[0]?.answer ?? null,
    );
    expect(answer).to.have.nested.property('refused.code', 'WRONG_STATE');
  });
});
