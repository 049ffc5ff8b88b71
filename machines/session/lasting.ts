/**
 * What the moderators' room keeps of a journal however many rows came after: a late choice stands beside the absence
 * (domain §3). Folded from rows in their order, by the gateway as a room is opened and by the client as rows come.
 */
import type { Ms, PersonId, PostId, SessionId } from '../ids.ts';
import type { Sealed } from '../sealed.ts';
import type { Evidence, Fact } from './facts.ts';

export interface Lasting {
  /** Whose messages, pause and closing these are. Of a person it is known from the sessions before it too. */
  readonly session: SessionId;
  /** Of whom anything is. */
  readonly people: readonly LastingOfPerson[];
  /** Oldest first; the last 200. */
  readonly messages: readonly SentMessage[];
  /** The moderator who paused it last; null where it paused itself. */
  readonly pausedBy: string | null;
  /** Whom its closing handed on without a choice; nobody before. */
  readonly carried: readonly PersonId[];
}

export interface LastingOfPerson {
  readonly person: PersonId;
  /** The last one, whoever or whatever noted it. */
  readonly absence:
    | (Line & { readonly evidence: Sealed<Evidence> | null; readonly reason: Sealed | null })
    | null;
  /** Oldest first. */
  readonly late: readonly (Line & { readonly post: PostId; readonly receivedAt: Ms })[];
  /** When their telephone was last read, and by whom. */
  readonly phoneRead: (Line & { readonly who: string }) | null;
}

/** Where it stands in the record. */
export interface Line {
  readonly session: SessionId;
  readonly seq: number;
  readonly at: Ms;
}

/** A journal row as moderators are shown it. */
interface Row extends Line {
  readonly who: string;
  readonly facts: readonly Fact[];
}

export interface SentMessage extends Line {
  readonly who: string;
  /** Null: to everybody. */
  readonly to: PersonId | null;
  readonly text: Sealed;
}

/** More is read by nobody at once; the journal has them all. */
const MESSAGES_KEPT = 200;

export const nothingLasting = (session: SessionId): Lasting => ({
  session,
  people: [],
  messages: [],
  pausedBy: null,
  carried: [],
});

/** @param rows ascending, each once: of earlier sessions first, then of its own. */
export function lastingAfter(before: Lasting, rows: readonly Row[]): Lasting {
  const people = new Map(before.people.map(one => [one.person, one]));
  const messages: SentMessage[] = [];
  let { pausedBy, carried } = before;
  for (const row of rows)
    for (const fact of row.facts) {
      foldPerson(people, fact, row);
      if (row.session !== before.session) continue;
      if (fact.kind === 'message')
        messages.push({ ...lineOf(row), who: row.who, to: fact.to, text: fact.text });
      if (fact.kind === 'paused') pausedBy = fact.automatic === null ? row.who : null;
      if (fact.kind === 'closed') carried = fact.carried.map(({ person }) => person);
    }
  return {
    session: before.session,
    people: [...people.values()],
    messages:
      messages.length === 0 ? before.messages : [...before.messages, ...messages].slice(-MESSAGES_KEPT),
    pausedBy,
    carried,
  };
}

function foldPerson(people: Map<PersonId, LastingOfPerson>, fact: Fact, row: Row): void {
  if (fact.kind !== 'absent' && fact.kind !== 'lateChoice' && fact.kind !== 'phoneRead') return;
  const { person } = fact;
  const one = people.get(person) ?? { person, absence: null, late: [], phoneRead: null };
  people.set(person, { ...one, ...changeOf(fact, one, row) });
}

function changeOf(
  fact: Extract<Fact, { kind: 'absent' | 'lateChoice' | 'phoneRead' }>,
  { late }: LastingOfPerson,
  row: Row,
): Partial<LastingOfPerson> {
  const line = lineOf(row);
  switch (fact.kind) {
    case 'absent':
      return { absence: { ...line, evidence: fact.evidence, reason: fact.reason } };
    case 'lateChoice':
      return { late: [...late, { ...line, post: fact.post, receivedAt: fact.receivedAt }] };
    case 'phoneRead':
      return { phoneRead: { ...line, who: row.who } };
    default:
      return fact satisfies never;
  }
}

const lineOf = ({ session, seq, at }: Row): Line => ({ session, seq, at });
