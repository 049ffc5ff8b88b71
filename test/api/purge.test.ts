/** What has served goes after its days, and nothing that still serves; each table by its own setting. */
import { expect } from 'chai';
import { openLog } from '../../api/kit/log.ts';
import { purgeInvitations } from '../../api/moderators/invite.ts';
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

  it('deletes why somebody was absent, had longer or asked, of past semesters alone, and keeps that it was so', async () => {
    const [{ entry } = { entry: 0 }] = await database.sql<{ entry: number }>(
      `update roster_entry set extra_turn_reason = 'motif' where id = (select min(id) from roster_entry) returning id as entry`,
    );
    const old = `now() - interval '31 days'`;
    for (const text of [
      `insert into planned_absence (roster_entry_id, reason, set_at, lifted_at) values (?::int, 'motif', ${old}, now())`,
      `insert into status_request (roster_entry_id, status, decided_at, decision, reason)
        values (?::int, 'supernumeraryValidating', ${old}, 'refused', 'motif')`,
      `with act as (insert into desk_act (act, person, at) select 'seeAs', person, ${old} from roster_entry
        where id = ?::int returning id) insert into desk_act_private (act_id, reason) select id, 'motif' from act`,
    ])
      await database.sql(text, [entry]);
    const kept = async () =>
      (
        await database.sql<{ kept: number }>(
          `select (select count(*) from planned_absence where reason = 'motif')
            + (select count(*) from status_request where reason = 'motif') + (select count(*) from desk_act_private)
            + (select count(*) from roster_entry where extra_turn_reason = 'motif') as kept`,
        )
      )[0]?.kept;
    await database.sql(`update session set starts_at = ${old}`);
    await purged('reasons');
    expect(await kept()).to.equal(4);
    await database.sql('update semester set current = false');
    await purged('reasons', Date.now() - 2 * 86_400_000);
    expect(await kept(), 'not old enough').to.equal(4);
    await purged('reasons');
    expect(await kept()).to.equal(0);
    for (const table of ['planned_absence', 'status_request', 'desk_act'])
      expect(await count(`select from ${table}`), table).to.be.greaterThan(0);
  });

  it('deletes moderators’ accounts that nobody opened, with their invitation, and no other', async () => {
    const at = `now() - interval '31 days'`;
    await database.sql(
      `insert into account (realm, email, name, created_at, password_hash, removed_at) values
      ('moderator', 'never@ars.example', '', ${at}, null, null), ('moderator', 'lately@ars.example', '', now(), null, null),
      ('moderator', 'open@ars.example', '', ${at}, 'x', null), ('moderator', 'gone@ars.example', '', ${at}, null, now()),
      ('moderator', 'again@ars.example', '', ${at}, null, null), ('moderator', 'mailed@ars.example', '', ${at}, null, null)`,
    );
    await database.sql(
      `insert into desk_act (act, subject_account_id) select 'removeModerator', id from account where email like 'again%'`,
    );
    await database.sql(
      `insert into mailed_link (purpose, subject, email, token_hash, expires_at)
      select 'inviteModerator', 'account:' || id, email, 'x', now() from account where email like 'mailed%'`,
    );
    await purgeInvitations(database.sql);
    const left = await database.sql<{ email: string }>(
      `select email from account where email like '%@ars.example' and realm = 'moderator'`,
    );
    const emails = left.map(({ email }) => email);
    expect(emails).to.include.members(
      ['lately', 'open', 'gone', 'again', 'mailed'].map(name => `${name}@ars.example`),
    );
    expect(emails).not.to.include('never@ars.example');
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
