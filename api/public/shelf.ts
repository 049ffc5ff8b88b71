/**
 * The public lists as text, each written once per change and shared by all who ask: at the minute of opening 5,500
 * people and their families read the same bytes. For the routes of public answers.
 */
import type { Ms } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import { packedText } from '../http/packed-text.ts';
import type { PackedText } from '../http/packed-text.ts';
import type { Clock } from '../kit/clock.ts';
import { publicVersion } from './version.ts';

/** What a list says, and until when where time alone changes it: null = until something happens. */
export interface Written {
  readonly answer: unknown;
  readonly until: Ms | null;
}

/** @returns the text of that key; null where `write` finds nothing. A fault is the callers' alone, the next one tries again. */
export type PublicShelf = (key: string, write: () => Promise<Written | null>) => Promise<PackedText | null>;

interface Kept {
  readonly version: string;
  readonly writing: Promise<{ readonly text: PackedText | null; readonly until: Ms | null }>;
}

const KEPT = 512; // lists: searches too, of which the oldest go

/** @param version what changes whenever a public list may have changed; a parameter so that tests can count. */
export function publicShelf(
  sql: Sql,
  clock: Clock,
  version = (): Promise<string> => publicVersion(sql),
): PublicShelf {
  const shelf = new Map<string, Kept>();
  const now = neverStale(version);
  return async (key, write) => {
    const asked = await now();
    const kept = shelf.get(key);
    if (kept?.version === asked) {
      const { text, until } = await kept.writing;
      if (until === null || clock.now() < until) return text;
      if (shelf.get(key) !== kept) return (await (shelf.get(key) ?? kept).writing).text; // another asker was quicker
    }
    const writing = write().then(written => ({
      text: written === null ? null : packedText(JSON.stringify(written.answer)),
      until: written?.until ?? null,
    }));
    shelf.delete(key); // to the end: the oldest ones go
    shelf.set(key, { version: asked, writing });
    for (const oldest of shelf.keys()) if (shelf.size > KEPT) shelf.delete(oldest);
    writing.catch(() => shelf.delete(key));
    return (await writing).text;
  };
}

/**
 * One question at a time, whoever asks: those who come while it is under way share the next one, so that nobody is
 * given what was so before they asked.
 */
function neverStale<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> | null = null;
  let following: Promise<T> | null = null;
  const begin = (): Promise<T> => {
    const asking = ask();
    const over = asking.then(
      () => undefined,
      () => undefined,
    );
    running = over;
    const forget = (): void => {
      if (running === over) running = null;
    };
    void over.then(forget);
    return asking;
  };
  return () => {
    if (running === null) return begin();
    following ??= running.then(() => {
      following = null;
      return begin();
    });
    return following;
  };
}
