/** What the whole live session needs beside the first schema: corrections, messages, rehearsals, favourites, people and posts added. */
import { Migration } from '@mikro-orm/migrations';

export class Room extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  // Somebody forgotten stands between two neighbours: 57.5 is «57 bis» (domain §2); nobody else's number changes.
  'alter table call_list_entry alter column call_order type double precision',
  // What the record says of those without a post: passed | withoutPost; null = nothing special.
  'alter table call_list_entry add column outcome text',
  // Added after their rank had passed: comes into the next session as an absentee.
  'alter table call_list_entry add column joined_late boolean not null default false',
  'alter table roster_entry add column extra_turn_reason text', // private (domain §2)
  'alter table roster_entry add column favourites_version int not null default 0',
  // A rehearsal: whose people it has, and the number of its own public stream.
  `alter table session add column rehearses_id int constraint session_rehearses_id_foreign references session`,
  'alter table session add column pub bigint not null default 0',
  'alter table journal add column rehearsal boolean not null default false',
  'alter table journal drop constraint journal_amphitheatre_id_pub_unique',
  'create unique index journal_amphitheatre_id_pub_unique on journal (amphitheatre_id, pub) where not rehearsal',
  'create unique index journal_session_id_pub_unique on journal (session_id, pub) where rehearsal',
  // Decided by telephone while the service was down (domain §4).
  'alter table assignment add column offline boolean not null default false',
  `create table message (
    id bigint generated always as identity primary key,
    session_id int not null constraint message_session_id_foreign references session,
    seq bigint not null,
    roster_entry_id int constraint message_roster_entry_id_foreign references roster_entry, -- null: to everyone
    text text not null,
    at timestamptz not null,
    constraint message_session_id_seq_unique unique (session_id, seq)
  )`,
  'create index message_roster_entry_id_index on message (roster_entry_id)',
  // Who of the moderators is in which room, at every gateway; rows of a gateway that fell silent are passed over.
  `create table room_moderator (
    gateway text not null,
    account_id int not null constraint room_moderator_account_id_foreign references account on delete cascade,
    amphitheatre_id int not null constraint room_moderator_amphitheatre_id_foreign references amphitheatre,
    since timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    primary key (gateway, account_id, amphitheatre_id)
  )`,
  // A whole service (a reference) or one post, in the person's order.
  `create table favourite (
    id int generated always as identity primary key,
    roster_entry_id int not null constraint favourite_roster_entry_id_foreign references roster_entry,
    position int not null,
    service_id int constraint favourite_service_id_foreign references service,
    post_id int constraint favourite_post_id_foreign references post,
    constraint favourite_one_kind_check check ((service_id is null) <> (post_id is null)),
    constraint favourite_roster_entry_id_position_unique unique (roster_entry_id, position) deferrable initially deferred
  )`,
  `create unique index favourite_service_unique on favourite (roster_entry_id, service_id) where service_id is not null`,
  `create unique index favourite_post_unique on favourite (roster_entry_id, post_id) where post_id is not null`,
];
