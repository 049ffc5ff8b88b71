/** The assignments that the journal gives, against those of the table (verify-session.ts). */
import type { PersonId, SessionId } from '../../../machines/ids.ts';
import type { AssignmentField, Disagreement } from './report.ts';
import type { AssignmentRow, PlacedFact } from './tables.ts';

type Expected = AssignmentRow & { readonly endedBy: PlacedFact | null };

const FIELDS = [
  'person',
  'post',
  'status',
  'by',
  'at',
  'offline',
  'ended',
] as const satisfies AssignmentField[];

/**
 * Those that this session's rows begin or end: a correction ends one of whichever session.
 * @param facts of the whole amphitheatre, in the order recorded.
 */
export function assignmentFaults(
  session: SessionId,
  facts: readonly PlacedFact[],
  found: readonly AssignmentRow[],
): readonly Disagreement[] {
  const expected = expectedAssignments(facts);
  const inTable = new Map(found.map(row => [keyOf(row), row]));
  const known = new Set(expected.map(keyOf));
  const surplus = found.filter(row => row.session === session && !known.has(keyOf(row)));
  return [
    ...expected.flatMap(row => faultsOf(session, row, inTable.get(keyOf(row)))),
    ...surplus.map(({ seq }) => ({ about: 'assignment' as const, seq, why: 'surplus' as const })),
  ];
}

/** How many this session's rows begin. */
export const assignmentsBegun = (session: SessionId, facts: readonly PlacedFact[]): number =>
  expectedAssignments(facts).filter(row => row.session === session).length;

function faultsOf(session: SessionId, expected: Expected, found: AssignmentRow | undefined): Disagreement[] {
  const { endedBy } = expected;
  const begunHere = expected.session === session;
  const here = begunHere ? expected.seq : endedBy?.session === session ? endedBy.seq : null;
  if (here === null) return [];
  if (!found) return begunHere ? [{ about: 'assignment', seq: here, why: 'missing' }] : [];
  const wrong = FIELDS.filter(field => found[field] !== expected[field]);
  return wrong
    .filter(field => begunHere || field === 'ended')
    .map(why => ({
      about: 'assignment',
      seq: why === 'ended' && endedBy?.session === session ? endedBy.seq : here,
      why,
    }));
}

function expectedAssignments(facts: readonly PlacedFact[]): readonly Expected[] {
  const all: Expected[] = [];
  const current = new Map<PersonId, number>();
  for (const placed of facts) {
    const { session, seq, at, fact } = placed;
    if (fact.kind !== 'assigned' && fact.kind !== 'corrected') continue;
    const { person, status } = fact;
    if (fact.kind === 'corrected') {
      const before = current.get(person);
      const ended = before === undefined ? undefined : all[before];
      if (before !== undefined && ended) all[before] = { ...ended, ended: at, endedBy: placed };
      current.delete(person);
    }
    const post = fact.kind === 'assigned' ? fact.post : fact.to;
    if (post === null) continue;
    const by = fact.kind === 'assigned' ? fact.by : 'moderator';
    const offline = fact.kind === 'assigned' && fact.offline === true;
    current.set(person, all.length);
    all.push({ session, seq, person, post, status, by, at, offline, ended: null, endedBy: null });
  }
  return all;
}

const keyOf = ({ session, seq }: AssignmentRow): string => `${session} ${seq}`;
