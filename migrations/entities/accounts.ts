/** Who signs in: accounts, logins, the sockets' tickets, mailed links, mandates. */
import { defineEntity, p } from '@mikro-orm/core';
import { identity, instant, instantOfInsert } from './columns.ts';
import { Intern, RosterEntry } from './people.ts';

export const Account = defineEntity({
  name: 'Account',
  properties: {
    id: identity(),
    realm: p.text(),
    email: p.text(),
    passwordHash: p.text().nullable(),
    name: p.text().default(''),
    intern: () => p.manyToOne(Intern).updateRule('no action').deleteRule('no action').nullable(),
    administrator: p.boolean().default(false),
    demo: p.boolean().default(false),
    createdAt: instantOfInsert(),
    removedAt: instant().nullable(),
    bellReadAt: instant().nullable(),
    singlePostExplained: p.boolean().default(false),
    toBeConfirmed: p.boolean().default(false),
    confirmedAt: instant().nullable(),
    confirmedBy: p.integer().nullable(),
    birthDate: p.date().nullable(),
    phone: p.text().default(''),
    address: p.text().default(''),
    faculty: p.text().nullable(),
    secretQuestion: p.text().nullable(),
    secretAnswerHash: p.text().nullable(),
  },
  uniques: [
    {
      name: 'account_realm_email_unique',
      expression: 'create unique index account_realm_email_unique on account (realm, lower(email))',
    },
    {
      name: 'account_intern_id_unique',
      expression: `create unique index account_intern_id_unique on account (intern_id) where intern_id is not null`,
    },
  ],
});

export const Login = defineEntity({
  name: 'Login',
  properties: {
    id: identity(),
    account: () => p.manyToOne(Account).updateRule('no action').deleteRule('cascade').index(),
    createdAt: instantOfInsert(),
    lastUsedAt: instantOfInsert(),
    expiresAt: instant(),
    refreshHash: p.blob().unique(),
    refreshFamily: p.blob().unique().nullable(),
    refreshSeen: p.boolean().default(true),
    previousRefreshHash: p.blob().nullable(),
    rotatedAt: instant().nullable(),
    endedAt: instant().nullable(),
    device: p.text().default(''),
    seenBy: p.integer().nullable(),
  },
  indexes: [
    {
      name: 'login_seen_by_index',
      expression: 'create index login_seen_by_index on login (seen_by) where seen_by is not null',
    },
  ],
});

export const Ticket = defineEntity({
  name: 'Ticket',
  properties: {
    hash: p.blob().primary(),
    login: () => p.manyToOne(Login).updateRule('no action').deleteRule('cascade').nullable(),
    expiresAt: instant(),
  },
});

export const MailedLink = defineEntity({
  name: 'MailedLink',
  properties: {
    id: identity(),
    purpose: p.text(),
    subject: p.text(),
    email: p.text(),
    detail: p.json<Record<string, unknown>>().defaultRaw(`'{}'`),
    tokenHash: p.blob().unique(),
    createdAt: instantOfInsert(),
    expiresAt: instant(),
    usedAt: instant().nullable(),
    endedAt: instant().nullable(),
  },
  indexes: [
    {
      name: 'mailed_link_recipient_index',
      expression: 'create index mailed_link_recipient_index on mailed_link (purpose, lower(email))',
    },
  ],
  uniques: [
    {
      name: 'mailed_link_current_unique',
      expression: `create unique index mailed_link_current_unique on mailed_link (purpose, subject)
        where used_at is null and ended_at is null`,
    },
  ],
});

export const Mandate = defineEntity({
  name: 'Mandate',
  properties: {
    id: identity(),
    rosterEntry: () => p.manyToOne(RosterEntry).updateRule('no action').deleteRule('no action'),
    email: p.text(),
    phone: p.text().default(''),
    account: () => p.manyToOne(Account).updateRule('no action').deleteRule('no action').nullable(),
    askedAt: instantOfInsert(),
    acceptedAt: instant().nullable(),
    endedAt: instant().nullable(),
    endedBy: p.text().nullable(),
  },
  uniques: [
    {
      name: 'mandate_email_unique',
      expression: 'create unique index mandate_email_unique on mandate (lower(email)) where ended_at is null',
    },
    {
      name: 'mandate_roster_entry_id_unique',
      expression: `create unique index mandate_roster_entry_id_unique on mandate (roster_entry_id)
        where ended_at is null`,
    },
    {
      name: 'mandate_account_id_unique',
      expression: `create unique index mandate_account_id_unique on mandate (account_id)
        where ended_at is null and account_id is not null`,
    },
  ],
});
