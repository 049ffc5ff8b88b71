/**
 * What domain §8 lets everybody know, written out by hand and strictly: every frame of the public stream and every
 * public fact must fit, with no field more. It is a second opinion: it knows nothing of how the frames are made.
 */
import { z } from 'zod';
import type { PublicFact } from '../../../machines/session/public-facts.ts';

const id = z.int().positive();
const ms = z.number();
const person = z.string().regex(/^[0-9a-z]{10}$/);
const state = z.enum(['waiting', 'called', 'returned', 'chosen', 'absent', 'notChoosing']);
const mode = z.enum(['awaited', 'choosing', 'recovering']);
const automatic = z.enum(['absences', 'incident']).nullable();
const clock = { turn: z.int(), mode, endsAt: ms.nullable(), leftMs: z.number() };
const places = z.array(z.strictObject({ person, state: z.enum(['waiting', 'absent', 'notChoosing']) }));
/** Announced to everybody by a moderator. */
const announced = z.string().nullable();

const factsByKind = {
  stateChanged: z.strictObject({
    kind: z.literal('stateChanged'),
    to: z.enum(['draft', 'validated', 'open']),
  }),
  started: z.strictObject({ kind: z.literal('started'), at: ms, people: places }),
  called: z.strictObject({ kind: z.literal('called'), person, ...clock }),
  clock: z.strictObject({ kind: z.literal('clock'), person, ...clock }),
  // The service, never the post.
  chosen: z.strictObject({ kind: z.literal('chosen'), person, service: id, at: ms }),
  // A seat, never who sits there.
  seat: z.strictObject({ kind: z.literal('seat'), post: id, line: id, filled: z.boolean() }),
  absent: z.strictObject({ kind: z.literal('absent'), person, at: ms }),
  returned: z.strictObject({ kind: z.literal('returned'), person }),
  waiting: z.strictObject({ kind: z.literal('waiting'), person }),
  notChoosing: z.strictObject({ kind: z.literal('notChoosing'), person }),
  joined: z.strictObject({
    kind: z.literal('joined'),
    person,
    callOrder: z.number().positive(),
    state: z.enum(['waiting', 'absent']),
    at: ms,
    edition: z.int().nullable(),
  }),
  postBlocked: z.strictObject({
    kind: z.literal('postBlocked'),
    post: id,
    line: id,
    blocked: z.boolean(),
    reason: announced,
  }),
  postsAdded: z.strictObject({
    kind: z.literal('postsAdded'),
    posts: z.array(id),
    edition: z.int(),
    at: ms,
    reason: announced,
  }),
  message: z.strictObject({ kind: z.literal('message'), at: ms, text: announced }),
  paused: z.strictObject({
    kind: z.literal('paused'),
    at: ms,
    reason: announced,
    automatic,
    leftMs: z.number().nullable(),
  }),
  resumed: z.strictObject({ kind: z.literal('resumed'), at: ms }),
  idle: z.strictObject({ kind: z.literal('idle'), closesAt: ms.nullable() }),
  credit: z.strictObject({ kind: z.literal('credit'), from: ms, to: ms }),
  closed: z.strictObject({ kind: z.literal('closed'), at: ms, carried: places }),
} as const satisfies Readonly<Record<PublicFact['kind'], z.ZodType>>;

/** Every kind of public fact there is. */
export const publicFactKinds = Object.keys(factsByKind);

const fact = z.union(Object.values(factsByKind));
const delta = {
  pub: z.int().positive(),
  session: id,
  at: ms,
  facts: z.array(fact).min(1),
  hash: z.string().optional(),
};

const session = z.strictObject({
  id,
  number: z.int(),
  rehearsal: z.boolean(),
  startsAt: ms.nullable(),
  state: z.enum(['draft', 'validated', 'open', 'running', 'paused', 'closed']),
  turnMs: z.int(),
  called: z.strictObject({ person, ...clock }).nullable(),
  returned: z.array(person),
  paused: z.strictObject({ at: ms, reason: announced, automatic }).nullable(),
  closesAt: ms.nullable(),
  credit: z.strictObject({ from: ms, to: ms }).nullable(),
  notices: z.array(
    z.union([
      z.strictObject({ kind: z.literal('message'), at: ms, text: announced }),
      z.strictObject({
        kind: z.enum(['postsAdded', 'postBlocked', 'postOffered']),
        at: ms,
        posts: z.array(id),
        reason: announced,
      }),
    ]),
  ),
});

const snapshot = z.strictObject({
  amphitheatre: id,
  pub: z.int(),
  edition: z.int(),
  sessions: z.array(session),
  people: z.array(
    z.tuple([person, z.number().positive(), id.nullable(), state, id.nullable(), ms.nullable()]),
  ),
  posts: z.array(z.tuple([id, z.literal([0, 1]), z.literal([0, 1])])),
  hash: z.string(),
});

/** Frames of the public stream, and those about the line itself. */
export const publicFrame = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('snapshot'), protocol: z.int(), now: ms, state: snapshot }),
  z.strictObject({
    type: z.literal('resumed'),
    protocol: z.int(),
    now: ms,
    pub: z.int(),
    deltas: z.array(z.strictObject(delta)),
  }),
  z.strictObject({ type: z.literal('delta'), ...delta }),
  z.strictObject({ type: z.literal('head'), pub: z.int() }),
  z.strictObject({ type: z.literal('gone'), code: z.string() }),
  z.strictObject({ type: z.literal('notice'), kind: z.enum(['suspended', 'restored']), session: id }),
  z.strictObject({ type: z.literal('pong'), t: z.number(), now: ms }),
]);

/** What an intern, or the holder of their mandate, is told of that one person (domain §6, §8). */
export const ownFrame = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('you'),
    person,
    session: id.nullable(),
    status: z.enum(['classic', 'supernumeraryValidating', 'supernumeraryNonValidating']),
    chooser: z.boolean(),
    mandatary: z.string().nullable(),
    extraTurnMs: z.int(),
    plannedAbsence: z.string().nullable(),
    outcome: z.enum(['passed', 'withoutPost']).nullable(),
    absence: z
      .strictObject({
        cause: z.enum(['notConnected', 'timeRanOut', 'byModerator']),
        at: ms,
        endedAt: ms.nullable(),
        canReturn: z.boolean(),
      })
      .nullable(),
    choice: z.strictObject({ post: id, at: ms, seq: z.int() }).nullable(),
    closedLines: z.array(id),
    cappedServices: z.array(id),
    messages: z.array(z.strictObject({ at: ms, text: z.string() })),
  }),
  z.strictObject({ type: z.literal('ahead'), n: z.int().min(0).max(5) }),
  z.strictObject({ type: z.literal('favourites'), version: z.int() }),
  z.strictObject({ type: z.literal('bell') }),
  z.strictObject({ type: z.literal('changed'), what: z.enum(['status', 'mandate']) }),
  z.strictObject({ type: z.literal('accepted'), id: z.string(), seq: z.int() }),
  z.strictObject({
    type: z.literal('refused'),
    id: z.string(),
    refusal: z.looseObject({ code: z.string() }),
  }),
]);
