/**
 * One session as its journal tells it to moderators' lists and boards over HTTP, where no live session answers: folded
 * from the facts in their order, mutated in place (a row costs the same at 50 and at 5,000 people). Decides nothing.
 */
import type { Ms, PersonId } from '../ids.ts';
import type { CalledMode, CarriedPerson, Fact } from './facts.ts';
import type { PersonState } from './state.ts';
import type { AbsenceCause } from './world.ts';

export interface SessionRecord {
  startedAt: Ms | null;
  closedAt: Ms | null;
  paused: {
    readonly at: Ms;
    readonly reason: string | null;
    readonly automatic: 'absences' | 'incident' | null;
  } | null;
  resumedAt: Ms | null;
  called: RecordedCall | null;
  /** The called one may choose no post at all. */
  noPost: boolean;
  /** Automatic ones since a turn last ended otherwise, or since a moderator resumed after a series of them. */
  absencesInARow: number;
  readonly people: Map<PersonId, RecordedPerson>;
  readonly connected: Set<PersonId>;
}

interface RecordedCall {
  readonly person: PersonId;
  readonly mode: CalledMode;
  readonly endsAt: Ms | null;
  readonly leftMs: number;
}

export interface RecordedPerson {
  readonly kind: PersonState['kind'];
  /** Of the absent. */
  readonly cause: AbsenceCause | null;
  /** When they came to stand so. */
  readonly at: Ms;
  /** Excused when a session closed, and their place had been reached there: lifting it is late (domain §3). */
  readonly owedReturn: boolean;
}

/** A journal row, as far as it is folded here. */
export interface RecordRow {
  readonly at: Ms;
  readonly facts: readonly Fact[];
  /** Of the first row: those whose chooser was connected at the start. */
  readonly connected: readonly PersonId[] | null;
  /** Of a `credit`: whether presence is known anew only (architecture §4). */
  readonly unseen: boolean;
}

export const emptyRecord = (): SessionRecord => ({
  startedAt: null,
  closedAt: null,
  paused: null,
  resumedAt: null,
  called: null,
  noPost: false,
  absencesInARow: 0,
  people: new Map(),
  connected: new Set(),
});

export function foldRow(record: SessionRecord, row: RecordRow): void {
  for (const person of row.connected ?? []) record.connected.add(person);
  if (row.unseen) record.connected.clear();
  for (const fact of row.facts) foldFact(record, fact, row.at);
}

function foldFact(record: SessionRecord, fact: Fact, at: Ms): void {
  switch (fact.kind) {
    case 'started':
      record.startedAt = fact.at;
      for (const { person, state } of fact.people) stand(record, person, state, at);
      return;
    case 'called':
    case 'clock':
      return call(record, fact, at);
    case 'possible':
      record.noPost = !fact.any;
      return;
    case 'presence':
      if (fact.connected) record.connected.add(fact.person);
      else record.connected.delete(fact.person);
      return;
    case 'joined':
      stand(record, fact.person, fact.state, at);
      return;
    case 'chosen':
      stand(record, fact.person, 'chosen', at);
      return endTurn(record, fact.person, 0);
    case 'passed':
      stand(record, fact.person, 'passed', at);
      return endTurn(record, fact.person, 0);
    case 'absent':
      stand(record, fact.person, 'absent', at, fact.cause);
      return endTurn(record, fact.person, fact.evidence === null ? 0 : record.absencesInARow + 1);
    case 'returned':
    case 'waiting':
    case 'excused':
    case 'withoutPost':
      stand(record, fact.person, fact.kind, at);
      return;
    case 'paused':
      record.paused = { at: fact.at, reason: fact.reason?.sealed ?? null, automatic: fact.automatic };
      freeze(record, fact.leftMs);
      return;
    case 'resumed':
      // A moderator who resumes after a series has looked: the count begins anew, as in absence.ts.
      if (record.paused?.automatic === 'absences') record.absencesInARow = 0;
      record.paused = null;
      record.resumedAt = fact.at;
      return;
    case 'idle':
      record.called = null;
      return;
    case 'closed':
      return close(record, fact.at, fact.carried);
    default:
      return;
  }
}

function call(record: SessionRecord, fact: Extract<Fact, { kind: 'called' | 'clock' }>, at: Ms): void {
  const { person, mode, endsAt, leftMs } = fact;
  record.called = { person, mode, endsAt, leftMs };
  if (fact.kind === 'clock') return;
  record.noPost = false;
  stand(record, person, 'called', at);
}

/** Only of whoever is called: an assignment or an absence after the end is no turn. */
function endTurn(record: SessionRecord, person: PersonId, absencesInARow: number): void {
  if (record.called?.person !== person) return;
  record.called = null;
  record.noPost = false;
  record.absencesInARow = absencesInARow;
}

function freeze(record: SessionRecord, leftMs: number | null): void {
  if (record.called)
    record.called = { ...record.called, endsAt: null, leftMs: leftMs ?? record.called.leftMs };
}

/** Whoever was handed on stands as they were handed; presence is followed no more (domain §3). */
function close(record: SessionRecord, at: Ms, carried: readonly CarriedPerson[]): void {
  for (const { person, state, cause, owedReturn } of carried) {
    const before = record.people.get(person);
    stand(record, person, state, before?.kind === state ? before.at : at, cause, owedReturn);
  }
  record.closedAt = at;
  record.paused = null;
  record.called = null;
  record.noPost = false;
  record.connected.clear();
}

function stand(
  record: SessionRecord,
  person: PersonId,
  kind: PersonState['kind'],
  at: Ms,
  cause: AbsenceCause | null = null,
  owedReturn = false,
): void {
  record.people.set(person, { kind, cause, at, owedReturn });
}
