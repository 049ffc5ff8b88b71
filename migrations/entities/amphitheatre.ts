/** The amphitheatre, the record of acts on it, its sessions and its offer. */
import { defineEntity, p } from '@mikro-orm/core';
import type { SessionSettings } from '../../machines/session/world.ts';
import { identity, instant, instantOfInsert, longIdentity } from './columns.ts';
import { Semester, Service, Specialty, SpecialtyGroup } from './geography.ts';

export const Amphitheatre = defineEntity({
  name: 'Amphitheatre',
  properties: {
    id: identity(),
    semester: () => p.manyToOne(Semester).updateRule('no action').deleteRule('no action'),
    group: () => p.manyToOne(SpecialtyGroup).updateRule('no action').deleteRule('no action'),
    phase: p.text(),
    offerPublishedAt: instant().nullable(),
    timetablePublishedAt: instant().nullable(),
    callListPublishedAt: instant().nullable(),
    perSession: p.integer().nullable(),
    firstAt: instant().nullable(),
    scheduledStart: p.boolean().default(false),
    pub: p.bigint('number').default(0),
    edition: p.integer().default(1),
  },
  uniques: [{ properties: ['semester', 'group', 'phase'] }],
});

export const AmphitheatreAct = defineEntity({
  name: 'AmphitheatreAct',
  properties: {
    id: longIdentity(),
    amphitheatre: () => p.manyToOne(Amphitheatre).updateRule('no action').deleteRule('no action'),
    at: instantOfInsert(),
    accountId: p.integer().nullable(),
    act: p.text(),
    detail: p.json<Record<string, unknown>>().defaultRaw(`'{}'`),
  },
});

export const Session = defineEntity({
  name: 'Session',
  properties: {
    id: identity(),
    amphitheatre: () => p.manyToOne(Amphitheatre).updateRule('no action').deleteRule('no action'),
    number: p.integer(),
    startsAt: instant().nullable(),
    state: p.text().default('draft'),
    rehearsal: p.boolean().default(false),
    /** Of a rehearsal: the session whose people it has. */
    rehearses: () => p.manyToOne(Session).updateRule('no action').deleteRule('no action').nullable(),
    pub: p.bigint('number').default(0),
    settings: p.json<Partial<SessionSettings>>().defaultRaw(`'{}'`),
    seq: p.bigint('number').default(0),
    hash: p.blob().nullable(),
    epoch: p.integer().default(0),
    owner: p.text().nullable(),
    aliveAt: p.bigint('number').nullable(),
  },
  uniques: [
    { properties: ['amphitheatre', 'number', 'rehearsal'] },
    {
      name: 'one_live_session',
      expression: `create unique index one_live_session on session (amphitheatre_id)
        where state in ('running', 'paused') and not rehearsal`,
    },
  ],
});

export const Post = defineEntity({
  name: 'Post',
  properties: {
    id: identity(),
    amphitheatre: () => p.manyToOne(Amphitheatre).updateRule('no action').deleteRule('no action'),
    number: p.text(),
    service: () => p.manyToOne(Service).updateRule('no action').deleteRule('no action').index(),
    accreditation: p.text().default(''),
    reservedFor: () => p.manyToOne(Specialty).updateRule('no action').deleteRule('no action').nullable(),
    earmark: p.text().nullable(),
    blocked: p.boolean().default(false),
    fileBlocked: p.boolean().default(false),
  },
  uniques: [{ properties: ['amphitheatre', 'number'] }],
});
