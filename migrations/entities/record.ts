/** The record of a session: journal, its private part, stored states, what waits for the owner, the assignments. */
import { defineEntity, p } from '@mikro-orm/core';
import type { CommandBody, Who } from '../../machines/session/commands.ts';
import type { Fact } from '../../machines/session/facts.ts';
import { Amphitheatre, Post, Session } from './amphitheatre.ts';
import { identity, instant, instantOfInsert, longIdentity } from './columns.ts';
import { Semester } from './geography.ts';
import { RosterEntry } from './people.ts';

export const Journal = defineEntity({
  name: 'Journal',
  properties: {
    session: () => p.manyToOne(Session).updateRule('no action').deleteRule('no action').primary(),
    seq: p.bigint('number').primary(),
    amphitheatre: () => p.manyToOne(Amphitheatre).updateRule('no action').deleteRule('no action'),
    pub: p.bigint('number').nullable(),
    rehearsal: p.boolean().default(false),
    at: p.bigint('number'),
    who: p.json<Who>(),
    commandId: p.text().nullable(),
    command: p.json<CommandBody>(),
    facts: p.json<readonly Fact[]>(),
    privateDigest: p.blob().nullable(),
    rules: p.integer(),
    hash: p.blob(),
  },
  uniques: [
    { properties: ['session', 'commandId'] },
    {
      name: 'journal_amphitheatre_id_pub_unique',
      expression: `create unique index journal_amphitheatre_id_pub_unique on journal (amphitheatre_id, pub)
        where not rehearsal`,
    },
    {
      name: 'journal_session_id_pub_unique',
      expression: `create unique index journal_session_id_pub_unique on journal (session_id, pub)
        where rehearsal`,
    },
  ],
  indexes: [
    {
      name: 'journal_offer_index',
      expression: `create index journal_offer_index on journal (amphitheatre_id, at)
        where not rehearsal and command ->> 'type' in ('setPost', 'addPosts')`,
    },
    {
      name: 'journal_lasting_index',
      expression: `create index journal_lasting_index on journal (session_id, seq)
        where facts @@ '$[*].kind == "absent" || $[*].kind == "lateChoice" || $[*].kind == "phoneRead" || $[*].kind == "message" || $[*].kind == "paused" || $[*].kind == "closed"'`,
    },
  ],
});

export const JournalPrivate = defineEntity({
  name: 'JournalPrivate',
  properties: {
    row: () =>
      p
        .manyToOne(Journal)
        .primary()
        .joinColumns('session_id', 'seq')
        .foreignKeyName('journal_private_row_foreign')
        .updateRule('no action')
        .deleteRule('no action'),
    salt: p.blob(),
    text: p.text(),
  },
});

export const SessionState = defineEntity({
  name: 'SessionState',
  properties: {
    session: () => p.manyToOne(Session).updateRule('no action').deleteRule('no action').primary(),
    seq: p.bigint('number').primary(),
    version: p.integer(),
    state: p.json<unknown>(),
  },
});

export const SessionInbox = defineEntity({
  name: 'SessionInbox',
  properties: {
    id: longIdentity(),
    session: () => p.manyToOne(Session).updateRule('no action').deleteRule('no action'),
    commandId: p.text(),
    command: p.json<CommandBody>(),
    who: p.json<Who>(),
    createdAt: instantOfInsert(),
    answeredAt: instant().nullable(),
    answer: p.json<unknown>().nullable(),
  },
  uniques: [{ properties: ['session', 'commandId'] }],
  indexes: [
    {
      name: 'session_inbox_waiting_index',
      expression: `create index session_inbox_waiting_index on session_inbox (session_id, id)
        where answered_at is null`,
    },
  ],
});

export const Assignment = defineEntity({
  name: 'Assignment',
  properties: {
    id: identity(),
    semester: () => p.manyToOne(Semester).updateRule('no action').deleteRule('no action'),
    rosterEntry: () => p.manyToOne(RosterEntry).updateRule('no action').deleteRule('no action'),
    post: () => p.manyToOne(Post).updateRule('no action').deleteRule('no action'),
    session: () => p.manyToOne(Session).updateRule('no action').deleteRule('no action'),
    seq: p.bigint('number'),
    status: p.text(),
    madeBy: p.text(),
    at: instant(),
    endedAt: instant().nullable(),
    offline: p.boolean().default(false),
  },
  uniques: [
    { properties: ['session', 'seq'] },
    {
      name: 'assignment_post_id_unique',
      expression: `create unique index assignment_post_id_unique on assignment (post_id)
        where ended_at is null and status = 'classic'`,
    },
    {
      name: 'assignment_roster_entry_id_unique',
      expression: `create unique index assignment_roster_entry_id_unique on assignment (roster_entry_id)
        where ended_at is null`,
    },
  ],
  indexes: [
    {
      name: 'assignment_current_post_index',
      expression: `create index assignment_current_post_index on assignment (post_id)
        where ended_at is null`,
    },
  ],
});
