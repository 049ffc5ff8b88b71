/** Two of everybody, with a row in every table that says something of people: what is asked is asked of the first ones. */
import { makeAccounts } from '../../../api/accounts.ts';
import { readOwnData } from '../../../api/own-data/read.ts';
import type { OwnData } from '../../../api/own-data-answers.ts';
import type { AccountId } from '../../../machines/ids.ts';
import type { Sql } from '../../../migrations/open.ts';
import { assign, seed } from '../support/seed.ts';

export interface Scene {
  /** Accounts: an intern, who mandates the holder, and a moderator. */
  readonly ours: readonly AccountId[];
  readonly others: readonly AccountId[];
}

export const INTERN = 'i@exemple.fr';
export const HOLDER = 'h@exemple.fr';
export const MODERATOR = 'm@exemple.fr';

export async function ownDataScene(sql: Sql): Promise<Scene> {
  const seeded = await seed(sql);
  const sides = [];
  for (const [side, mark] of ['', '2'].entries()) {
    const person = seeded.people[side] ?? '';
    await makeAccounts(
      sql,
      [
        { realm: 'intern', email: mark + INTERN, person },
        { realm: 'mandatary', email: mark + HOLDER },
        { realm: 'moderator', email: mark + MODERATOR, name: `Gestion ${side}` },
      ],
      'x',
      true,
    );
    await assign(sql, seeded, side, side, side + 1);
    const [made] = await sql<Record<'intern' | 'holder' | 'moderator', AccountId>>(
      `select ${['intern', 'holder', 'moderator'].map(who => `(select id from account where email = ?) as ${who}`).join()}`,
      [mark + INTERN, mark + HOLDER, mark + MODERATOR],
    );
    if (made === undefined) throw new Error('no account was made');
    sides.push([made.intern, made.holder, made.moderator]);
    for (const text of ROWS)
      await sql(
        `with whose as (select ?::int as account, ?::int as holder, ?::int as moderator, roster_entry.id as entry, person, ?::text as mark
          from roster_entry where person = ?) ${text}`,
        [made.intern, made.holder, made.moderator, `${side}`, person],
      );
  }
  return { ours: sides[0] ?? [], others: sides[1] ?? [] };
}

/** One statement each, of one person: `whose`. */
const ROWS: readonly string[] = [
  `insert into mandate (roster_entry_id, email, phone, account_id, accepted_at, ended_at, ended_by)
    select entry, account.email, '07', account.id, now(), now(), 'intern'
    from whose join account on account.id = whose.holder`,
  `update account set phone = '06', address = 'rue', secret_question = '?', birth_date = '1999-01-01',
    confirmed_at = now(), bell_read_at = now() from whose where account.id = whose.account`,
  `insert into login (account_id, expires_at, refresh_hash, device, ended_at)
    select account, now() + interval '1 day', mark::bytea, 'Firefox', now() from whose`,
  `insert into push_subscription (login_id, endpoint, p256dh, auth, last_sent_at)
    select login.id, 'https://push.example/' || mark, 'p', 'a', now() from whose join login on login.account_id = whose.account`,
  `insert into planned_absence (roster_entry_id, reason, lifted_at) select entry, 'congé', now() from whose`,
  `insert into status_request (roster_entry_id, status, decided_at, decision, reason)
    select entry, 'supernumeraryValidating', now(), 'refused', 'motif' from whose`,
  `insert into certificate (assignment_id, code)
    select assignment.id, 'code' || mark from whose join assignment on roster_entry_id = entry`,
  `insert into favourite (roster_entry_id, position, service_id)
    select entry, 1, service.id from whose, service order by service.id limit 1`,
  `insert into favourite (roster_entry_id, position, post_id)
    select entry, 2, post.id from whose, post order by post.id limit 1`,
  `insert into message (session_id, seq, roster_entry_id, text, at)
    select session.id, 10 + mark::int, entry, 'bonjour', now() from whose, session`,
  `insert into saved_search (account_id, name, query) select account, 'près', 'q=1' from whose`,
  `insert into notification (account_id, kind, key) select account, 'turn', 'turn-1' from whose`,
  `insert into notification_read (account_id, key, at) select account, 'n1', now() from whose`,
  `insert into notification_choice (account_id, kind, channel, wanted) select account, 'turn', 'push', false from whose`,
  `insert into passkey (account_id, credential, public_key, name, last_used_at)
    select moderator, mark, '', 'Clé', now() from whose`,
  `insert into authenticator (account_id, secret, last_counter) select moderator, '', 0 from whose`,
  `insert into mail (message_id, kind, recipient, data, sent_at)
    select 'm' || mark, 'turn', email, '{}', now() from whose join account on account.id = whose.account`,
  `insert into mailed_link (purpose, subject, email, detail, token_hash, expires_at, used_at, ended_at)
    select 'leaveEmail', 'account:' || account.id, email, '{"to": "n@exemple.fr"}', mark::bytea, now(), now(), now()
    from whose join account on account.id = whose.account`,
  `insert into desk_act (account_id, act, person, detail)
    select moderator, 'correctRoster', person, '{"fields": ["phone"]}' from whose`,
  `insert into amphitheatre_act (amphitheatre_id, account_id, act, detail)
    select amphitheatre.id, moderator, 'excuse', jsonb_build_object('person', person) from whose, amphitheatre`,
  `insert into establishment_reader (establishment_id, semester_id, name, email, token_hash, granted_by, expires_at,
      ended_at, ended_by)
    select establishment.id, semester.id, 'Lecteur', 'l@exemple.fr', mark::bytea, moderator, now(), now(), moderator
    from whose, establishment, semester`,
  `insert into document_read (account_id, semester_id, format) select moderator, semester.id, 'pdf' from whose, semester`,
  `insert into journal (session_id, seq, amphitheatre_id, at, who, command, facts, rules, hash)
    select session.id, 1 + mark::int, amphitheatre_id, 1000, jsonb_build_object('account', moderator),
      '{"type": "markAbsent"}', jsonb_build_array(
        jsonb_build_object('kind', 'absent', 'person', person, 'cause', 'notConnected', 'at', 1000,
          'reason', jsonb_build_object('sealed', 0), 'evidence', null)), 1, ''
    from whose, session`,
];

/** @returns the files of these, one after another. */
export async function filesOf(sql: Sql, accounts: readonly AccountId[]): Promise<readonly OwnData[]> {
  const files = [];
  for (const account of accounts)
    files.push(await readOwnData(sql, { publicUrl: 'https://choix.example' }, account, 0));
  return files;
}
