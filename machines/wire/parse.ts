/** The door of the wire: what a client sends is read strictly here and trusted inside (architecture §2.1, §3). */
import * as z from 'zod/mini';
import { PERSON_KINDS } from '../session/person-kinds.ts';
import { visibleText } from '../visible-text.ts';
import type { ClientFrame } from './frames.ts';

/** Longer frames are refused unread. The gateway's `maxPayloadLength` is four times this, so that they get their close code. */
export const MAX_FRAME_CHARS = 4_096;

export type ParsedFrame =
  | { readonly kind: 'frame'; readonly frame: ClientFrame }
  /** `problem` names what is wrong without repeating what was sent: `command.body.post: …`. */
  | { readonly kind: 'bad'; readonly problem: string };

const id = z.int().check(z.positive(), z.maximum(2 ** 31 - 1)); // PostgreSQL's int
const person = z.string().check(z.regex(/^[0-9a-z]{10}$/));
// Halves of a character and U+0000 are no text: neither UTF-8 nor PostgreSQL can hold them.
const read = z.overwrite(visibleText);
const reason = z.string().check(read, z.maxLength(500), z.regex(/^[^\0\p{Surrogate}]*$/u));
// Not said in protocol 2 of before, which we still take: then it is refused as one that says nothing.
const newReason = z.prefault(reason, '');
const turn = z.int().check(z.nonnegative(), z.maximum(2 ** 31 - 1));
const commandId = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));
const personState = z.enum(PERSON_KINDS);
const text = z.string().check(read, z.maxLength(1_000), z.regex(/^[^\0\p{Surrogate}]*$/u));
const calledMode = z.enum(['awaited', 'choosing', 'recovering']);

const seenClock = z.strictObject({ endsAt: z.nullable(z.number()), leftMs: z.number() });
const sessionState = z.enum(['running', 'paused']);
// `during` is not said by pages of before: then it is not checked, as in journals of that time.
const aboutCalled = { person, turn, on: calledMode, during: z.optional(sessionState), reason };

const wireCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choose'), post: id, turn }),
  z.strictObject({ type: z.literal('rejoin') }),
  z.strictObject({ type: z.literal('start') }),
  z.strictObject({ type: z.literal('pause'), reason, on: z.literal('running') }),
  z.strictObject({ type: z.literal('resume'), on: z.literal('paused') }),
  z.strictObject({
    type: z.literal('close'),
    // Not said in protocol 1, which we still take: then it is not checked, as in journals of that time.
    on: z.optional(sessionState),
    force: z.nullable(z.strictObject({ unchosen: z.int().check(z.nonnegative()), reason })),
  }),
  z.strictObject({ type: z.literal('excuse'), person, reason, on: personState }),
  z.strictObject({ type: z.literal('lift'), person, on: personState, reason: newReason }),
  z.strictObject({ type: z.literal('callBack'), person, on: personState, reason: newReason }),
  z.strictObject({ type: z.literal('markAbsent'), ...aboutCalled }),
  z.strictObject({ type: z.literal('prolong'), ...aboutCalled, byMs: z.int(), was: seenClock }),
  z.strictObject({ type: z.literal('pass'), ...aboutCalled }),
  z.strictObject({ type: z.literal('chooseOnBehalf'), ...aboutCalled, post: id }),
  z.strictObject({ type: z.literal('message'), to: z.nullable(person), text }),
]);

const clientFrame = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    protocol: z.int(),
    amphitheatre: id,
    rehearsal: z.optional(z.nullable(id)),
    aside: z.optional(z.boolean()),
    last: z.nullable(z.int().check(z.nonnegative())),
  }),
  z.strictObject({ type: z.literal('command'), id: commandId, session: id, body: wireCommand }),
  z.strictObject({ type: z.literal('inspect'), id: commandId, session: id }),
  z.strictObject({ type: z.literal('ping'), t: z.number() }),
]);

/** Never throws. A `hello` of another protocol number parses: it has its own answer, `gone`. */
export function parseClientFrame(text: string): ParsedFrame {
  if (text.length > MAX_FRAME_CHARS) return { kind: 'bad', problem: 'longer than a frame may be' };
  const value = readJson(text);
  if (value === undefined) return { kind: 'bad', problem: 'not JSON' };
  const parsed = z.safeParse(clientFrame, value);
  if (parsed.success) return { kind: 'frame', frame: parsed.data as ClientFrame };
  const [issue] = parsed.error.issues;
  return { kind: 'bad', problem: issue ? `${issue.path.join('.') || 'frame'}: ${issue.code}` : 'unknown' };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
