/** Moderators: their second factor, the two steps of their signing in, and the record of what they do to people's files. */
import { Migration } from '@mikro-orm/migrations';

export class Moderators extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  // Kept for the records that name it; without password, login, second factor or right.
  'alter table account add column removed_at timestamptz',
  // A moderator's login, where it is one of theirs that sees an intern's pages, to read alone: it ends with theirs.
  'alter table login add column seen_by int',
  'create index login_seen_by_index on login (seen_by) where seen_by is not null',
  // ------------------------------------------------------------ the second factor
  `create table passkey (
    id int generated always as identity primary key,
    account_id int not null constraint passkey_account_id_foreign references account on delete cascade,
    credential text not null, -- base64url, the authenticator's name for it
    public_key bytea not null, -- COSE
    counter bigint not null default 0, -- of uses, where the authenticator counts: one that goes back is a copy
    transports jsonb not null default '[]',
    name text not null,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    constraint passkey_credential_unique unique (credential)
  )`,
  'create index passkey_account_id_index on passkey (account_id)',
  // An application that shows codes (RFC 6238). One per account.
  `create table authenticator (
    account_id int primary key constraint authenticator_account_id_foreign references account on delete cascade,
    secret bytea not null, -- sealed under TOKEN_SECRET
    last_counter bigint not null, -- of 30 s since 1970: a code counts once, and none before it does any more
    created_at timestamptz not null default now()
  )`,
  `create table recovery_code (
    hash bytea primary key, -- SHA-256 of a code of 120 bits
    account_id int not null constraint recovery_code_account_id_foreign references account on delete cascade
  )`,
  'create index recovery_code_account_id_index on recovery_code (account_id)',
  // The password was right, the second factor is still to come: no login yet, nothing else opens with it.
  `create table sign_in_step (
    hash bytea primary key, -- SHA-256 of what the browser holds
    account_id int not null constraint sign_in_step_account_id_foreign references account on delete cascade,
    kind text not null, -- verify | enrol | add
    expires_at timestamptz not null,
    tries int not null default 0,
    challenge text, -- of the passkey asked for; gone once answered
    secret bytea -- of the application being enrolled, sealed
  )`,
  // ------------------------------------------------------------ what moderators do to people and accounts: append-only
  `create table desk_act (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    account_id int, -- who; null: a terminal command
    act text not null,
    person text, -- whom: the roster's opaque id
    subject_account_id int, -- or whose account
    detail jsonb not null default '{}'
  )`,
  'create index desk_act_person_index on desk_act (person, id)',
  'create index desk_act_subject_account_id_index on desk_act (subject_account_id, id)',
  'create trigger desk_act_rows before update or delete on desk_act for each row execute function refuse_change()',
  'create trigger desk_act_truncate before truncate on desk_act for each statement execute function refuse_change()',
  // Why, where that is private: apart from the act, which stays for ever (domain §8).
  `create table desk_act_private (
    act_id bigint primary key constraint desk_act_private_act_id_foreign references desk_act,
    reason text not null
  )`,
];
