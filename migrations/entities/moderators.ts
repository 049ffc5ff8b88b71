/** Moderators' second factor, the steps of their signing in, and what they did to people and accounts. */
import { defineEntity, p } from '@mikro-orm/core';
import { Account } from './accounts.ts';
import { identity, instant, instantOfInsert, longIdentity } from './columns.ts';

export const Passkey = defineEntity({
  name: 'Passkey',
  properties: {
    id: identity(),
    account: () => p.manyToOne(Account).updateRule('no action').deleteRule('cascade').index(),
    credential: p.text().unique(),
    publicKey: p.blob(),
    counter: p.bigint('number').default(0),
    transports: p.json<readonly string[]>().defaultRaw("'[]'"),
    name: p.text(),
    createdAt: instantOfInsert(),
    lastUsedAt: instant().nullable(),
  },
});

export const Authenticator = defineEntity({
  name: 'Authenticator',
  properties: {
    account: () => p.oneToOne(Account).updateRule('no action').deleteRule('cascade').primary(),
    secret: p.blob(),
    lastCounter: p.bigint('number'),
    createdAt: instantOfInsert(),
  },
});

export const RecoveryCode = defineEntity({
  name: 'RecoveryCode',
  properties: {
    hash: p.blob().primary(),
    account: () => p.manyToOne(Account).updateRule('no action').deleteRule('cascade').index(),
  },
});

export const SignInStep = defineEntity({
  name: 'SignInStep',
  properties: {
    hash: p.blob().primary(),
    account: () => p.manyToOne(Account).updateRule('no action').deleteRule('cascade'),
    kind: p.text(),
    expiresAt: instant(),
    tries: p.integer().default(0),
    challenge: p.text().nullable(),
    secret: p.blob().nullable(),
  },
});

export const DeskAct = defineEntity({
  name: 'DeskAct',
  properties: {
    id: longIdentity(),
    at: instantOfInsert(),
    accountId: p.integer().nullable(),
    act: p.text(),
    person: p.text().nullable(),
    subjectAccountId: p.integer().nullable(),
    detail: p.json<Record<string, unknown>>().defaultRaw("'{}'"),
  },
  indexes: [
    { properties: ['person', 'id'], name: 'desk_act_person_index' },
    { properties: ['subjectAccountId', 'id'], name: 'desk_act_subject_account_id_index' },
  ],
});

export const DeskActPrivate = defineEntity({
  name: 'DeskActPrivate',
  properties: {
    act: () => p.oneToOne(DeskAct).updateRule('no action').deleteRule('no action').primary(),
    reason: p.text(),
  },
});
