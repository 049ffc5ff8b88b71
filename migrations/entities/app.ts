/** What the app keeps around the room: saved searches, notifications, documents, readers of establishments, presence before a start. */
import { defineEntity, p } from '@mikro-orm/core';
import { Account, Login } from './accounts.ts';
import { Amphitheatre, AmphitheatreAct } from './amphitheatre.ts';
import { identity, instant, instantOfInsert, longIdentity } from './columns.ts';
import { Establishment, Semester } from './geography.ts';
import { RosterEntry } from './people.ts';
import { Assignment } from './record.ts';

export const SavedSearch = defineEntity({
  name: 'SavedSearch',
  properties: {
    id: identity(),
    account: () => p.manyToOne(Account).updateRule('no action').deleteRule('cascade'),
    name: p.text(),
    query: p.text(),
    createdAt: instantOfInsert(),
  },
  uniques: [{ properties: ['account', 'name'] }],
});

export const NotificationChoice = defineEntity({
  name: 'NotificationChoice',
  properties: {
    account: () => p.manyToOne(Account).updateRule('no action').deleteRule('cascade').primary(),
    kind: p.text().primary(),
    channel: p.text().primary(),
    wanted: p.boolean(),
  },
});

export const Notification = defineEntity({
  name: 'Notification',
  properties: {
    id: longIdentity(),
    account: () => p.manyToOne(Account).updateRule('no action').deleteRule('cascade'),
    kind: p.text(),
    key: p.text(),
    detail: p.json<Record<string, unknown>>().defaultRaw("'{}'"),
    at: instantOfInsert(),
  },
  uniques: [{ properties: ['account', 'key'] }],
});

export const NotificationRead = defineEntity({
  name: 'NotificationRead',
  properties: {
    account: () => p.manyToOne(Account).updateRule('no action').deleteRule('cascade').primary(),
    key: p.text().primary(),
    at: instant(),
  },
});

export const PushSubscription = defineEntity({
  name: 'PushSubscription',
  properties: {
    id: identity(),
    login: () => p.oneToOne(Login).updateRule('no action').deleteRule('cascade'),
    endpoint: p.text().index(),
    p256dh: p.text(),
    auth: p.text(),
    createdAt: instantOfInsert(),
    lastSentAt: instant().nullable(),
  },
});

export const Document = defineEntity({
  name: 'Document',
  properties: {
    id: identity(),
    key: p.text().unique(),
    kind: p.text(),
    params: p.json<Record<string, unknown>>(),
    askedAt: instantOfInsert(),
    madeAt: instant().nullable(),
    failedAt: instant().nullable(),
    fileName: p.text().nullable(),
    mediaType: p.text().nullable(),
    content: p.blob().nullable(),
  },
});

export const Certificate = defineEntity({
  name: 'Certificate',
  properties: {
    id: identity(),
    assignment: () => p.oneToOne(Assignment).updateRule('no action').deleteRule('no action'),
    code: p.text().unique(),
    madeAt: instantOfInsert(),
  },
});

export const EstablishmentReader = defineEntity({
  name: 'EstablishmentReader',
  properties: {
    id: identity(),
    establishment: () => p.manyToOne(Establishment).updateRule('no action').deleteRule('no action'),
    semester: () => p.manyToOne(Semester).updateRule('no action').deleteRule('no action'),
    name: p.text(),
    email: p.text(),
    tokenHash: p.blob().unique(),
    grantedBy: () =>
      p.manyToOne(Account).fieldName('granted_by').updateRule('no action').deleteRule('no action'),
    grantedAt: instantOfInsert(),
    expiresAt: instant(),
    endedAt: instant().nullable(),
    endedBy: p.integer().nullable(),
  },
});

export const DocumentRead = defineEntity({
  name: 'DocumentRead',
  properties: {
    id: longIdentity(),
    at: instantOfInsert(),
    accountId: p.integer().nullable(),
    establishmentReader: () =>
      p.manyToOne(EstablishmentReader).updateRule('no action').deleteRule('no action').nullable().index(),
    semester: () => p.manyToOne(Semester).updateRule('no action').deleteRule('no action'),
    amphitheatre: () => p.manyToOne(Amphitheatre).updateRule('no action').deleteRule('no action').nullable(),
    format: p.text(),
  },
});

export const AmphitheatreActPrivate = defineEntity({
  name: 'AmphitheatreActPrivate',
  properties: {
    act: () => p.oneToOne(AmphitheatreAct).updateRule('no action').deleteRule('no action').primary(),
    reason: p.text(),
  },
});

export const GatewayAlive = defineEntity({
  name: 'GatewayAlive',
  properties: { gateway: p.text().primary(), seenAt: instantOfInsert() },
});

export const PersonConnected = defineEntity({
  name: 'PersonConnected',
  properties: {
    gateway: () =>
      p.manyToOne(GatewayAlive).fieldName('gateway').updateRule('no action').deleteRule('cascade').primary(),
    rosterEntry: () =>
      p.manyToOne(RosterEntry).updateRule('no action').deleteRule('cascade').primary().index(),
    realm: p.text().primary(),
    since: instantOfInsert(),
  },
});
