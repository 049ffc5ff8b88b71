/**
 * Recomputes a session from its journal alone and holds everything that was written beside it against that: for
 * `npm run verify`, and for every journal that the tests make. It reads and changes nothing.
 */
import type { SessionId } from '../../../machines/ids.ts';
import type { Sql } from '../../../migrations/open.ts';
import { chainOf } from '../read.ts';
import { restoreSession } from '../restore.ts';
import type { JournalRow } from '../row.ts';
import { assignmentFaults, assignmentsBegun } from './assignments.ts';
import { mailFaults } from './mails.ts';
import { additionFaults, addedIn, lastOutcomeRows, messageFaults, outcomeFaults } from './messages.ts';
import type { Disagreement, Report } from './report.ts';
import { chainFaults, headFaults, isPurged, numberFaults, refold, rowOf, stateFaults } from './rows.ts';
import * as tables from './tables.ts';
import type { SessionHead } from './tables.ts';

/**
 * @param sql of a transaction that sees one moment (`repeatable read`) where the session may be live.
 * @returns null where there is no such session.
 */
export async function verifySession(sql: Sql, session: SessionId): Promise<Report | null> {
  const head = await tables.headOfSession(sql, session);
  if (!head) return null;
  const links = await chainOf(sql, session);
  const rows = links.map(rowOf);
  const purged = links.filter(isPurged).length;
  const folded = refold(rows);
  const numbers = await tables.numbersOf(sql, session, head);
  const states = await tables.statesOf(sql, session);
  const restored = await restoreSession(sql, session).catch(() => null);
  const beside = await besideTheJournal(sql, session, head, rows);
  return {
    session,
    amphitheatre: head.amphitheatre,
    number: head.number,
    rehearsal: head.rehearsal,
    rows: rows.length,
    span: spanOf(rows),
    purged,
    states: states.length,
    ...beside.counts,
    disagreements: [
      ...chainFaults(links),
      ...headFaults(head, links, folded),
      ...numberFaults(rows, numbers),
      ...folded.faults,
      ...stateFaults(rows, folded, states, restored, purged > 0),
      ...beside.faults,
    ],
  };
}

/** Assignments, mails, messages, call list. A rehearsal leaves none of them. */
async function besideTheJournal(
  sql: Sql,
  session: SessionId,
  head: SessionHead,
  rows: readonly JournalRow[],
) {
  const written = head.rehearsal ? [] : rows;
  const facts = head.rehearsal ? [] : await tables.seatFacts(sql, head.amphitheatre);
  const outcomes = lastOutcomeRows(session, facts);
  const mailed = written.flatMap(row =>
    row.facts.flatMap(fact => (fact.kind === 'assigned' || fact.kind === 'corrected' ? [fact.person] : [])),
  );
  const listed = [...outcomes.keys(), ...written.flatMap(row => addedIn(row.facts))];
  const callList = await tables.callListOf(sql, listed);
  const mails = await tables.mailsOf(sql, session);
  const messages = await tables.messagesOf(sql, session);
  const faults: readonly Disagreement[] = [
    ...assignmentFaults(session, facts, await tables.assignmentsOf(sql, session, head.amphitheatre)),
    ...mailFaults(session, written, await tables.reachable(sql, mailed), mails),
    ...messageFaults(written, messages),
    ...additionFaults(written, callList),
    ...outcomeFaults(session, facts, callList),
  ];
  return {
    faults,
    counts: {
      assignments: assignmentsBegun(session, facts),
      mails: mails.length,
      messages: messages.length,
      outcomes: callList.filter(({ outcome }) => outcome !== null).length,
    },
  };
}

function spanOf(rows: readonly JournalRow[]): Report['span'] {
  const [first] = rows;
  const last = rows.at(-1);
  return first && last ? { from: first.at, to: last.at } : null;
}
