/** Mails to send, their pace, and the development mailbox. */
import { defineEntity, p } from '@mikro-orm/core';
import { instant, instantOfInsert, longIdentity } from './columns.ts';

export const Mail = defineEntity({
  name: 'Mail',
  properties: {
    id: longIdentity(),
    messageId: p.text().unique(),
    kind: p.text(),
    recipient: p.text(),
    data: p.json<Record<string, unknown>>(),
    createdAt: instantOfInsert(),
    sentAt: instant().nullable(),
    unwanted: p.boolean().default(false),
  },
});

export const DevMail = defineEntity({
  name: 'DevMail',
  properties: {
    id: longIdentity(),
    messageId: p.text().unique(),
    recipient: p.text(),
    subject: p.text(),
    bodyText: p.text(),
    bodyHtml: p.text(),
    at: instantOfInsert(),
  },
});

/** One row: when the next mail may go, whichever worker hands it over. */
export const MailPace = defineEntity({
  name: 'MailPace',
  properties: { one: p.boolean().primary().default(true), nextAt: p.double().default(0) },
});
