/** What belongs to the live room beside the record: messages, who of the moderators is there, favourites. */
import { defineEntity, p } from '@mikro-orm/core';
import type { Additions } from '../../machines/favourites.ts';
import { Account } from './accounts.ts';
import { Amphitheatre, Post, Session } from './amphitheatre.ts';
import { identity, instant, instantOfInsert, longIdentity } from './columns.ts';
import { Service } from './geography.ts';
import { RosterEntry } from './people.ts';

export const Message = defineEntity({
  name: 'Message',
  properties: {
    id: longIdentity(),
    session: () => p.manyToOne(Session).updateRule('no action').deleteRule('no action'),
    seq: p.bigint('number'),
    rosterEntry: () =>
      p.manyToOne(RosterEntry).updateRule('no action').deleteRule('no action').nullable().index(),
    text: p.text(),
    at: instant(),
  },
  uniques: [{ properties: ['session', 'seq'] }],
});

export const RoomModerator = defineEntity({
  name: 'RoomModerator',
  properties: {
    gateway: p.text().primary(),
    account: () => p.manyToOne(Account).updateRule('no action').deleteRule('cascade').primary(),
    amphitheatre: () => p.manyToOne(Amphitheatre).updateRule('no action').deleteRule('no action').primary(),
    rehearsal: p.integer().default(0).primary(),
    since: instantOfInsert(),
    seenAt: instantOfInsert(),
  },
});

export const Favourite = defineEntity({
  name: 'Favourite',
  properties: {
    id: identity(),
    rosterEntry: () => p.manyToOne(RosterEntry).updateRule('no action').deleteRule('no action'),
    position: p.integer(),
    service: () => p.manyToOne(Service).updateRule('no action').deleteRule('no action').nullable(),
    post: () => p.manyToOne(Post).updateRule('no action').deleteRule('no action').nullable(),
    additions: p.json<Additions>().defaultRaw(`'{}'`),
  },
  checks: [{ name: 'favourite_one_kind_check', expression: '(service_id is null) <> (post_id is null)' }],
  uniques: [
    { properties: ['rosterEntry', 'position'], deferMode: 'deferred' },
    {
      name: 'favourite_service_unique',
      expression: `create unique index favourite_service_unique on favourite (roster_entry_id, service_id)
        where service_id is not null`,
    },
    {
      name: 'favourite_post_unique',
      expression: `create unique index favourite_post_unique on favourite (roster_entry_id, post_id)
        where post_id is not null`,
    },
  ],
});

export const FavouriteOperation = defineEntity({
  name: 'FavouriteOperation',
  properties: {
    rosterEntry: () => p.manyToOne(RosterEntry).updateRule('no action').deleteRule('cascade').primary(),
    id: p.text().primary(),
    outcome: p.text(),
    at: instantOfInsert(),
  },
});
