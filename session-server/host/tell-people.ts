/**
 * Hands whoever a recorded row concerns closely to the tables, for their bell and their telephone: after the commit,
 * beside the queue of commands. It neither delays a choice nor fails one; what is lost here is seen on the page.
 */
import type { Fact } from '../../machines/session/facts.ts';
import { toldAfter } from '../../machines/session/told.ts';
import { queueNews, queueTold } from '../../api/kit/told-queue.ts';
import type { JournalRow } from '../journal/row.ts';
import type { Held } from './held.ts';
import type { HostParts } from './host-parts.ts';
import { within } from './within.ts';

const TELL_WITHIN_MS = 5_000;

/** Nothing of a rehearsal. */
export function tellPeople(
  { database, log }: Pick<HostParts, 'database' | 'log'>,
  { session, rehearsal, snapshot }: Held,
  { facts, at, seq }: JournalRow,
): void {
  if (rehearsal) return;
  const notQueued = (error: unknown): void => log.warn({ session, err: error }, 'told.notQueued');
  const told = toldAfter(facts, snapshot.context);
  if (told.length > 0) within(queueTold(database.sql, told, at), TELL_WITHIN_MS).catch(notQueued);
  if (facts.some(isNews)) within(queueNews(database.sql, { session, seq }), TELL_WITHIN_MS).catch(notQueued);
}

const isNews = ({ kind }: Fact): boolean =>
  kind === 'message' || kind === 'postBlocked' || kind === 'postsAdded';
