/** Messages and the call list's outcomes as the journal gives them, against the tables (verify-session.ts). */
import type { PersonId, SessionId } from '../../../machines/ids.ts';
import { outcomesOf } from '../outcome-parts.ts';
import type { JournalRow } from '../row.ts';
import type { Disagreement } from './report.ts';
import type { CallListRow, MessageRow, PlacedFact } from './tables.ts';

export function messageFaults(
  rows: readonly JournalRow[],
  found: readonly MessageRow[],
): readonly Disagreement[] {
  const inTable = new Map(found.map(message => [message.seq, message]));
  const faults: Disagreement[] = [];
  for (const { seq, facts } of rows) {
    const said = facts.find(fact => fact.kind === 'message');
    if (!said) continue;
    const message = inTable.get(seq);
    inTable.delete(seq);
    if (!message) faults.push({ about: 'message', seq, why: 'missing' });
    else if (message.to !== said.to) faults.push({ about: 'message', seq, why: 'to' });
    // Purged in the journal: the table's own text is then the only one.
    else if (said.text.sealed !== null && message.text !== said.text.sealed)
      faults.push({ about: 'message', seq, why: 'text' });
  }
  return [
    ...faults,
    ...[...inTable.keys()].map(seq => ({ about: 'message' as const, seq, why: 'surplus' as const })),
  ];
}

/**
 * Those whose outcome this session said last, with the row that did.
 * @param facts of the whole amphitheatre, in the order recorded.
 */
export function lastOutcomeRows(
  session: SessionId,
  facts: readonly PlacedFact[],
): ReadonlyMap<PersonId, number> {
  const last = new Map<PersonId, PlacedFact>();
  for (const placed of facts) for (const person of outcomesOf([placed.fact]).keys()) last.set(person, placed);
  return new Map(
    [...last].flatMap(([person, placed]) =>
      placed.session === session ? [[person, placed.seq] as const] : [],
    ),
  );
}

/** @param facts as `lastOutcomeRows`. */
export function outcomeFaults(
  session: SessionId,
  facts: readonly PlacedFact[],
  found: readonly CallListRow[],
): readonly Disagreement[] {
  const expected = outcomesOf(facts.map(({ fact }) => fact));
  const inTable = new Map(found.map(row => [row.person, row.outcome]));
  return [...lastOutcomeRows(session, facts)].flatMap(([person, seq]): Disagreement[] =>
    (inTable.get(person) ?? null) === (expected.get(person) ?? null)
      ? []
      : [{ about: 'callList', seq, why: 'outcome' }],
  );
}

/** Whoever was added stands on the call list. */
export function additionFaults(
  rows: readonly JournalRow[],
  found: readonly CallListRow[],
): readonly Disagreement[] {
  const listed = new Set(found.map(({ person }) => person));
  return rows.flatMap(({ seq, facts }) =>
    addedIn(facts).flatMap((person): Disagreement[] =>
      listed.has(person) ? [] : [{ about: 'callList', seq, why: 'missing' }],
    ),
  );
}

export const addedIn = (facts: JournalRow['facts']): readonly PersonId[] =>
  facts.flatMap(fact => (fact.kind === 'joined' && fact.edition !== null ? [fact.person] : []));
