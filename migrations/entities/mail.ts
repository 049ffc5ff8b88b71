/** Mails to send, and the development mailbox. */
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
