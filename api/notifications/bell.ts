/** One page of the bell: the three sources in one order, and how many entries are unread. */
import { z } from 'zod';
import type { AccountId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import type { BellEntry, BellPage } from '../notification-answers.ts';
import { keysRead, readBellReader } from './reader.ts';
import type { BellReader } from './reader.ts';
import { messageRows, offerRows, toldRows } from './sources.ts';
import type { MessageRow, OfferRow, Place, ToldRow } from './sources.ts';

/** Counting further would tell nobody anything: the screen says «99+». */
const COUNTED = 100;
const FROM_THE_NEWEST: Place = { at: Number.MAX_SAFE_INTEGER, key: '' };

/** @param from null: the newest. */
export async function readBell(
  sql: Sql,
  account: AccountId,
  from: Place | null,
  size: number,
): Promise<BellPage> {
  const reader = await readBellReader(sql, account);
  const limit = from === null ? Math.max(size + 1, COUNTED) : size + 1;
  const all = await entriesFrom(sql, account, reader, from ?? FROM_THE_NEWEST, limit);
  const readAt = reader.readAt ?? 0;
  const news = all.slice(0, limit).filter(({ at }) => at > readAt);
  const read = await keysRead(
    sql,
    account,
    news.map(({ key }) => key),
  );
  const isRead = ({ at, key }: Place): boolean => at <= readAt || read.has(key);
  const entries = all.slice(0, size);
  const last = entries.at(-1);
  return {
    entries: entries.map(entry => ({ ...entry, read: isRead(entry) })),
    before: all.length > size && last !== undefined ? placeText(last) : null,
    unread: all.slice(0, COUNTED).filter(entry => !isRead(entry)).length,
    readAt: reader.readAt,
  };
}

/** @returns null where nothing of that place stands in this account's bell. */
export async function readEntry(sql: Sql, account: AccountId, { at, key }: Place): Promise<Entry | null> {
  const reader = await readBellReader(sql, account);
  const [found] = await entriesFrom(sql, account, reader, { at, key: `${key}~` }, 1);
  return found?.at === at && found.key === key ? found : null;
}

type Entry = Omit<BellEntry, 'read'>;

async function entriesFrom(
  sql: Sql,
  account: AccountId,
  { rosterEntry, amphitheatre, since }: BellReader,
  place: Place,
  limit: number,
): Promise<readonly Entry[]> {
  const told = await toldRows(sql, account, place, limit);
  const messages = rosterEntry === null ? [] : await messageRows(sql, rosterEntry, place, limit);
  const offer =
    rosterEntry === null || amphitheatre === null
      ? []
      : await offerRows(sql, { amphitheatre, rosterEntry }, place, limit);
  const theirs = [...messages.map(ofMessage), ...offer.map(ofOffer)].filter(({ at }) => at >= since);
  return [...told.map(ofTold), ...theirs].sort(newestFirst);
}

const newestFirst = (a: Place, b: Place): number => b.at - a.at || (a.key < b.key ? 1 : -1);

const placeText = ({ at, key }: Place): string => `${at}.${key}`;

/** @returns null for what no page of ours has given out. */
export function placeOf(text: string): Place | null {
  const [, at, key] = /^(\d{1,15})\.([a-z][\d-]{1,40})$/.exec(text) ?? [];
  return at === undefined || key === undefined ? null : { at: Number(at), key };
}

const NOTHING = {
  text: null,
  posts: [],
  favourite: false,
  ahead: null,
  until: null,
  awaited: false,
  startsAt: null,
  service: null,
  establishment: null,
  request: null,
  mandate: null,
  erased: false,
} as const;

// What told-queue.ts and by-mail.ts wrote; a field that a later version writes is passed over.
const detail = z.object({
  ahead: z.int().nullable().default(null),
  until: z.number().nullable().default(null),
  awaited: z.boolean().default(false),
  startsAt: z.number().nullable().default(null),
  erased: z.boolean().default(false),
  service: z.string().nullable().default(null),
  establishment: z.string().nullable().default(null),
});

const ofTold = ({ key, at, kind, mandate, request, ...row }: ToldRow): Entry => ({
  ...NOTHING,
  key,
  at,
  kind,
  ...detail.parse(row.detail),
  text: kind === 'statusDecided' ? (request?.reason ?? null) : null,
  request: request && { status: request.status, decision: request.decision },
  mandate,
});

const ofMessage = ({ key, at, text, toMe }: MessageRow): Entry => ({
  ...NOTHING,
  key,
  at,
  kind: toMe ? 'messageToMe' : 'message',
  text,
});

const ofOffer = ({ key, at, kind, reason, posts, favourite }: OfferRow): Entry => ({
  ...NOTHING,
  key,
  at,
  kind,
  text: reason,
  posts,
  favourite,
});
