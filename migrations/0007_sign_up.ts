/** Accounts that people make themselves: mailed links, what of an account is the person's own, who is still to be confirmed. */
import { Migration } from '@mikro-orm/migrations';

export class SignUp extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  // One row per link that was mailed. The token itself is nowhere but in the letter (api/mailed-links).
  `create table mailed_link (
    id int generated always as identity primary key,
    purpose text not null, -- api/mailed-links/purposes.ts
    subject text not null, -- what it is about, e.g. account:12: another one of the same purpose takes its place
    email text not null, -- to whom
    detail jsonb not null default '{}', -- what its user needs: the intern, the new address …
    token_hash bytea not null, -- SHA-256
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz,
    ended_at timestamptz, -- replaced, or taken back
    constraint mailed_link_token_hash_unique unique (token_hash)
  )`,
  `create unique index mailed_link_current_unique on mailed_link (purpose, subject) where used_at is null and ended_at is null`,
  'create index mailed_link_recipient_index on mailed_link (purpose, lower(email))',
  // An intern who signed up without the INE sees everything and may not choose until confirmed (domain §6).
  'alter table account add column to_be_confirmed boolean not null default false',
  'alter table account add column confirmed_at timestamptz',
  'alter table account add column confirmed_by int', // a moderator's account; null: by the link to the roster's address
  // The person's own.
  'alter table account add column birth_date date',
  `alter table account add column phone text not null default ''`,
  `alter table account add column address text not null default ''`,
  'alter table account add column faculty text', // null: what the roster says
  // For telephone identity checks alone, never to sign in (shared conventions; ASVS 6.4.2).
  'alter table account add column secret_question text',
  'alter table account add column secret_answer_hash text',
];
