/** What has served goes after its days, and nothing that still serves; each table by its own setting. */
import { expect } from 'chai';
import { openLog } from '../../api/kit/log.ts';
import { purge, PURGE_TIMES } from '../../api/worker/purge.ts';
import { testDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { verifySession } from '../../session-server/journal/verify/verify-session.ts';
import { playTwoSessions } from '../session-server/support/two-sessions.ts';
import { AT } from '../session-server/journal/rows.ts';
import type { TwoSessions } from '../session-server/support/two-sessions.ts';
import { testConfig } from './support/running-api.ts';

describe('the purge', () => {
  let database: TestDatabase;
  let played: TwoSessions;
  beforeEach(async () => {
    database = await testDatabase();
    played = await playTwoSessions(database.sql);
  });
  afterEach(() => database.drop());

  const config = testConfig({
    KEEP_MAILS_DAYS: '10',
    KEEP_NOTIFICATIONS_DAYS: '20',
    KEEP_REASONS_DAYS: '30',
    KEEP_REQUESTS_DAYS: '40',
  });
  const purged = (of: string, now = Date.now()) =>
    purge({ sql: database.sql, config, clock: { now: () => now }, log: openLog(config, 'test') }, { of });
  const count = async (text: string): Promise<number> => (await database.sql(text)).length;

  it('has one hour of the night for each table', () => {
    expect(PURGE_TIMES.map(({ payload }) => payload.of)).to.deep.equal([
      'mails',
      'notifications',
      'reasons',
      'requests',
    ]);
    expect(new Set(PURGE_TIMES.map(({ match }) => match)).size).to.equal(4);
  });

  it('deletes old mails; of a choice’s the address alone, so that the record is still found whole', async () => {
    await database.sql(
      `insert into mail (message_id, kind, recipient, data, created_at) values
      ('old', 'sessionTime', 'a@exemple.fr', '{}', now() - interval '11 days'),
      ('new', 'sessionTime', 'b@exemple.fr', '{}', now() - interval '9 days')`,
    );
    await database.sql(
      `update mail set created_at = now() - interval '11 days' where kind in ('choiceMade', 'choiceCorrected')`,
    );
    const proofs = await count(`select from mail where kind = 'choiceMade'`);
    expect(proofs).to.be.greaterThan(0);
    await purged('mails');
    expect(await count(`select from mail where message_id = 'old'`)).to.equal(0);
    expect(await count(`select from mail where message_id = 'new'`)).to.equal(1);
    expect(await count(`select from mail where kind = 'choiceMade' and recipient = ''`)).to.equal(proofs);
    expect((await verifySession(database.sql, played.second))?.disagreements).to.deep.equal([]);
  });

  it('deletes old entries of the bell with their marks', async () => {
    await database.sql(
      `with one as (select id from account where realm = 'intern' order by id limit 1),
      told as (insert into notification (account_id, kind, key, at)
        select id, 'turn', age, now() - age::interval from one, unnest(array['21 days', '19 days']) age)
      insert into notification_read (account_id, key, at)
      select id, 'n' || left(age, 2), now() - age::interval from one, unnest(array['21 days', '19 days']) age`,
    );
    await purged('notifications');
    expect(await database.sql('select key from notification')).to.deep.equal([{ key: '19 days' }]);
    expect(await database.sql('select key from notification_read')).to.deep.equal([{ key: 'n19' }]);
  });

  it('deletes private reasons of past semesters alone, and the chain of the record stays whole', async () => {
    await database.sql(
      `with act as (insert into amphitheatre_act (amphitheatre_id, act, detail, at)
        select id, 'excuse', '{}', now() - interval '31 days' from amphitheatre limit 1 returning id)
      insert into amphitheatre_act_private (act_id, reason) select id, 'motif' from act`,
    );
    const recorded = await count('select from journal_private');
    expect(recorded).to.be.greaterThan(0);
    const later = AT + 31 * 86_400_000;
    await purged('reasons', later);
    expect(await count('select from amphitheatre_act_private')).to.equal(1);
    expect(await count('select from journal_private')).to.equal(recorded);
    await database.sql('update semester set current = false');
    await purged('reasons', later);
    for (const table of ['amphitheatre_act_private', 'journal_private', 'session_state'])
      expect(await count(`select from ${table}`), table).to.equal(0);
    const report = await verifySession(database.sql, played.first);
    expect(report?.purged).to.be.greaterThan(10);
    expect(report?.disagreements).to.deep.equal([]);
  });

  it('deletes answered requests, never one that waits', async () => {
    await database.sql(
      `insert into session_inbox (session_id, command_id, command, who, created_at, answered_at)
      select id, key, '{}', '{}', now() - interval '90 days', answered
      from (select id from session limit 1) session,
        (values ('old', now() - interval '41 days'), ('new', now() - interval '39 days'), ('waits', null)) one (key, answered)`,
    );
    await purged('requests');
    expect(
      (await database.sql<{ key: string }>('select command_id as key from session_inbox')).map(
        ({ key }) => key,
      ),
    ).to.have.members(['new', 'waits']);
  });
});
