/**
 * A command for a closed session, where corrections and assignments still come (domain §2): taken up, decided and
 * recorded under the amphitheatre's row lock, as `start` is, so that neither falls between the other's reading and
 * writing. Told after the commit. host.ts calls it.
 */
import { isTheLastWord, startedAfter } from '../../machines/session/beside.ts';
import type { NumberedSession } from '../../machines/session/beside.ts';
import { stateName } from '../../machines/session/machine.ts';
import type { SessionStateName } from '../../machines/session/state.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Answer, CommandRequest } from '../bus/messages.ts';
import { append } from '../journal/append.ts';
import type { Appended } from '../journal/append.ts';
import type { JournalRow } from '../journal/row.ts';
import { answerTo, decidedRow } from './decided-row.ts';
import { dryRun } from './dry-run.ts';
import { indexRow, takeUp } from './held.ts';
import type { Held } from './held.ts';
import type { HostParts } from './host-parts.ts';
import { publish } from './published.ts';
import { refusalOfDatabase } from './refusal-of-database.ts';
import { RETRY } from './retry.ts';

interface Taken {
  readonly answer: Answer;
  /** What is to be told once it is committed; null where nothing was recorded. */
  readonly told: { readonly held: Held; readonly row: JournalRow } | null;
}

export async function decideClosed(parts: HostParts, request: CommandRequest): Promise<Answer> {
  try {
    const { answer, told } = await parts.database.transaction(sql => decideLocked(sql, parts, request));
    if (told) publish(parts, told.held, told.row);
    return answer;
  } catch (error) {
    if (!(error instanceof NotAppended)) throw error;
    const { appended, row } = error;
    if (appended?.kind !== 'databaseSaysNo') return RETRY;
    return { kind: 'refused', refusal: await refusalOfDatabase(parts, appended.constraint, row.command) };
  }
}

async function decideLocked(sql: Sql, parts: HostParts, request: CommandRequest): Promise<Taken> {
  const { session, body } = request;
  await sql(
    `select amphitheatre.id from amphitheatre join session on session.amphitheatre_id = amphitheatre.id
    where session.id = ?::int for update of amphitheatre`,
    [session],
  );
  const held = await takeUp(sql, session, parts.name, null);
  if (!held || stateName(held.snapshot) !== 'closed') return answered(RETRY);
  const now = Math.max(parts.clock.now(), held.at);
  const run = dryRun(held, request, now, now, parts.presence);
  if (run.kind === 'answered') return answered(run.answer);
  const later = isTheLastWord(body) ? await startedLater(sql, held) : null;
  if (later) return answered({ kind: 'refused', refusal: { code: 'STALE', now: later } });

  const { command, decision } = run;
  const row = decidedRow(held, request, command, decision);
  const { epoch, hash, rehearsal } = held;
  const { mailDomain } = parts;
  const [appended] = await append(sql, [
    { row, epoch, previous: hash, state: stateName(decision.next), rehearsal, mailDomain },
  ]);
  if (appended?.kind !== 'appended') throw new NotAppended(appended, row);
  indexRow(held.index, row);
  const after = { ...held, snapshot: decision.next, seq: row.seq, hash: appended.hash, at: row.at };
  return { answer: answerTo(decision, row.seq), told: { held: after, row } };
}

const answered = (answer: Answer): Taken => ({ answer, told: null });

/** State of a later session that has started: it decides for the people of this one too (architecture §2.7). */
async function startedLater(sql: Sql, { session, rehearsal }: Held): Promise<SessionStateName | null> {
  if (rehearsal) return null;
  const sessions = await sql<NumberedSession & { readonly own: boolean }>(
    `select other.number, other.state, other.id = session.id as own
    from session join session other on other.amphitheatre_id = session.amphitheatre_id and not other.rehearsal
    where session.id = ?::int`,
    [session],
  );
  return startedAfter(sessions, sessions.find(({ own }) => own)?.number ?? 0);
}

/** Rolls the transaction back, the epoch with it. */
class NotAppended extends Error {
  readonly appended: Appended | undefined;
  readonly row: JournalRow;
  constructor(appended: Appended | undefined, row: JournalRow) {
    super(`a closed session's row was not appended: ${JSON.stringify(appended ?? null)}`);
    this.name = 'NotAppended';
    this.appended = appended;
    this.row = row;
  }
}
