/** What the app needs around the room: saved searches, notifications, documents, grants of establishments, presence before a start. */
import { Migration } from '@mikro-orm/migrations';

export class App extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  // A search of the offer under a name: the address's own query, so that it finds what is there today (domain §7).
  `create table saved_search (
    id int generated always as identity primary key,
    account_id int not null constraint saved_search_account_id_foreign references account on delete cascade,
    name text not null,
    query text not null,
    created_at timestamptz not null default now(),
    constraint saved_search_account_id_name_unique unique (account_id, name)
  )`,
  // The bell: everything up to this instant has been read, on whatever device.
  'alter table account add column bell_read_at timestamptz',
  // The call order that the intern has said is right (M §9): asked again only where it is another one since.
  'alter table roster_entry add column order_checked double precision',
  // What a person does not want by mail or push; no row = the kind's own default.
  `create table notification_choice (
    account_id int not null constraint notification_choice_account_id_foreign references account on delete cascade,
    kind text not null,
    channel text not null, -- mail | push
    wanted boolean not null,
    primary key (account_id, kind, channel)
  )`,
  // Kept for the bell, never sent: the person does not want this kind by mail.
  'alter table mail add column unwanted boolean not null default false',
  // What was told one person beside the public stream, once per key: the bell keeps it, mail and push may carry it.
  `create table notification (
    id bigint generated always as identity primary key,
    account_id int not null constraint notification_account_id_foreign references account on delete cascade,
    kind text not null, -- machines/notification-kinds.ts
    key text not null, -- what it is about: turn-<session>-<turn>, ahead-<session>, mail-<id>
    detail jsonb not null default '{}',
    at timestamptz not null default now(),
    constraint notification_account_id_key_unique unique (account_id, key)
  )`,
  // What moderators changed in an offer while it was live, for the bell: few rows of a long journal.
  `create index journal_offer_index on journal (amphitheatre_id, at)
    where not rehearsal and command ->> 'type' in ('setPost', 'addPosts')`,
  // All workers together hand mails over at one rate (api/worker/pace.ts): one row, the instant of the next one.
  `create table mail_pace (
    one boolean primary key default true,
    next_at double precision not null default 0 -- ms
  )`,
  'insert into mail_pace default values',
  // A browser that may be woken: it lives as long as its login. One browser signed in twice has one endpoint for both.
  `create table push_subscription (
    id int generated always as identity primary key,
    login_id int not null constraint push_subscription_login_id_foreign references login on delete cascade,
    endpoint text not null,
    p256dh text not null,
    auth text not null,
    created_at timestamptz not null default now(),
    last_sent_at timestamptz,
    constraint push_subscription_login_id_unique unique (login_id)
  )`,
  'create index push_subscription_endpoint_index on push_subscription (endpoint)',
  // What the worker writes: asked for by a key that says what and as of when, so that a thousand askers share one.
  `create table document (
    id int generated always as identity primary key,
    key text not null,
    kind text not null, -- certificate | callList | assignments | establishment
    params jsonb not null,
    asked_at timestamptz not null default now(),
    made_at timestamptz,
    failed_at timestamptz,
    file_name text,
    media_type text,
    content bytea,
    constraint document_key_unique unique (key)
  )`,
  // A certificate says what stood when it was made; its code can be checked by anyone (domain §6).
  `create table certificate (
    id int generated always as identity primary key,
    assignment_id int not null constraint certificate_assignment_id_foreign references assignment,
    code text not null,
    made_at timestamptz not null default now(),
    constraint certificate_assignment_id_unique unique (assignment_id),
    constraint certificate_code_unique unique (code)
  )`,
  // A named person of an establishment who may read who comes to which post there.
  `create table establishment_reader (
    id int generated always as identity primary key,
    establishment_id int not null constraint establishment_reader_establishment_id_foreign references establishment,
    semester_id int not null constraint establishment_reader_semester_id_foreign references semester,
    name text not null,
    email text not null,
    token_hash bytea not null, -- SHA-256 of what the mailed link holds
    granted_by int not null constraint establishment_reader_granted_by_foreign references account,
    granted_at timestamptz not null default now(),
    expires_at timestamptz not null,
    ended_at timestamptz,
    ended_by int, -- account
    constraint establishment_reader_token_hash_unique unique (token_hash)
  )`,
  // Who took away a list that joins people and posts, and when: append-only.
  `create table document_read (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    account_id int, -- a moderator's, or
    establishment_reader_id int constraint document_read_establishment_reader_id_foreign references establishment_reader,
    semester_id int not null constraint document_read_semester_id_foreign references semester,
    amphitheatre_id int constraint document_read_amphitheatre_id_foreign references amphitheatre, -- null: the whole semester
    format text not null -- pdf | csv
  )`,
  'create index document_read_establishment_reader_id_index on document_read (establishment_reader_id)',
  'create trigger document_read_rows before update or delete on document_read for each row execute function refuse_change()',
  'create trigger document_read_truncate before truncate on document_read for each statement execute function refuse_change()',
  // Who is connected, at which gateway: read before a session begins, when no journal follows presence yet.
  `create table gateway_alive (
    gateway text primary key,
    seen_at timestamptz not null default now()
  )`,
  `create table person_connected (
    gateway text not null constraint person_connected_gateway_foreign references gateway_alive on delete cascade,
    roster_entry_id int not null constraint person_connected_roster_entry_id_foreign references roster_entry
      on delete cascade,
    realm text not null, -- intern | mandatary: whose presence counts is decided by whoever reads
    since timestamptz not null default now(),
    primary key (gateway, roster_entry_id, realm)
  )`,
  'create index person_connected_roster_entry_id_index on person_connected (roster_entry_id)',
  // Why a moderator did it, where that is private: apart from the act, which stays for ever (domain §8).
  `create table amphitheatre_act_private (
    act_id bigint primary key constraint amphitheatre_act_private_act_id_foreign references amphitheatre_act,
    reason text not null
  )`,
  // Which device added a favourite at which version: a removal that did not know of it leaves it (machines/favourites.ts).
  `alter table favourite add column additions jsonb not null default '{}'`,
  // Changes of favourites that have been merged: the same sent again is not done again.
  `create table favourite_operation (
    roster_entry_id int not null constraint favourite_operation_roster_entry_id_foreign references roster_entry
      on delete cascade,
    id text not null,
    outcome text not null, -- done | same | gone | kept | notOffered
    at timestamptz not null default now(),
    primary key (roster_entry_id, id)
  )`,
  // Boards and lists of an establishment go from its services to their posts, and on to who sits there, of any status.
  'create index post_service_id_index on post (service_id)',
  'create index assignment_current_post_index on assignment (post_id) where ended_at is null',
  // A person's semesters: the lists before (certificates, favourites), and the present one by the account.
  'create index roster_entry_intern_id_index on roster_entry (intern_id)',
  // What one post alone among the favourites means has been explained, once (M §9.2.1.2).
  'alter table account add column single_post_explained boolean not null default false',
];
