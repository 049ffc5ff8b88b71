/**
 * Takes what the API asks of sessions, each session's strictly in its order, whichever host takes it: while one waits
 * those after it wait, for a later change of the same person must not be overtaken by an earlier one. host.ts looks.
 */
import type { SessionId } from '../../machines/ids.ts';
import type { Answer, CommandRequest } from '../bus/messages.ts';
import type { HostParts } from './host-parts.ts';
import { answerInbox, claim, isNoAnswer, waitingInInbox } from './inbox.ts';
import type { Waiting } from './inbox.ts';

/** What this often in a row cannot be decided, by a session that can decide, is refused `RETRY`: nothing behind it may wait for ever. */
const TRIES = 5;

interface Taking {
  /** Decides; always answers. */
  readonly take: (request: CommandRequest) => Promise<Answer>;
  /** Whether the session decides just now, so that no answer is the request's own fault. */
  readonly canDecide: (session: SessionId) => Promise<boolean>;
}

/** @returns one look at everything that waits. */
export function inboxTaker(
  { database, name, log }: Pick<HostParts, 'database' | 'name' | 'log'>,
  { take, canDecide }: Taking,
): () => Promise<void> {
  let tries = new Map<number, number>(); // by the row's id

  const isOver = async ({ id, session, command }: Waiting): Promise<boolean> => {
    if (!(await canDecide(session))) return false;
    tries.set(id, (tries.get(id) ?? 0) + 1);
    if ((tries.get(id) ?? 0) < TRIES) return false;
    log.error({ session, command: command.type, row: id }, 'inbox.givenUp');
    return true;
  };
  /** @returns whether the row is answered now. */
  const answerOne = (waiting: Waiting): Promise<boolean> =>
    database.transaction(async sql => {
      if (!(await claim(sql, waiting))) return false;
      const { session, command_id: id, who, command: body } = waiting;
      const answer = await take({ session, id, who, body });
      if (isNoAnswer(answer) && !(await isOver(waiting))) return false;
      await answerInbox(sql, waiting, answer);
      return true;
    });

  return async () => {
    const waiting = await waitingInInbox(database.sql, name);
    tries = new Map([...tries].filter(([row]) => waiting.some(({ id }) => id === row)));
    const held = new Set<SessionId>();
    for (const row of waiting) if (!held.has(row.session) && !(await answerOne(row))) held.add(row.session);
  };
}
