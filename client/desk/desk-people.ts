/** The moderators' private side kept up to date: each journal row's facts, folded into what is known of each person. Pure. */
import type { Ms, PersonId } from '../../machines/ids.ts';
import type { Fact } from '../../machines/session/facts.ts';
import type { PersonState } from '../../machines/session/state.ts';
import type { Desk, DeskPerson, DeskRow } from '../../machines/wire/frames.ts';

/** What is known of everybody, and up to which row. */
export interface DeskPeople {
  /** The list of the desk frame it began with: another list begins anew. */
  readonly origin: readonly DeskPerson[];
  readonly seq: number;
  readonly people: ReadonlyMap<PersonId, DeskPerson>;
}

/** @param before null, or what this function gave last. */
export function withDesk(before: DeskPeople | null, desk: Desk): DeskPeople {
  const kept = before?.origin === desk.people ? before : null;
  if (kept === null)
    return { origin: desk.people, seq: desk.seq, people: new Map(desk.people.map(one => [one.person, one])) };
  const rows = desk.rows.filter(row => row.seq > kept.seq);
  if (rows.length === 0) return kept;
  const people = new Map(kept.people);
  for (const row of rows) foldRow(people, row);
  return { origin: kept.origin, seq: desk.seq, people };
}

function foldRow(people: Map<PersonId, DeskPerson>, { at, facts }: DeskRow): void {
  for (const fact of facts) {
    if (!('person' in fact)) continue;
    const known = people.get(fact.person);
    if (known !== undefined) people.set(fact.person, { ...known, ...changed(fact, at, facts) });
  }
}

type PersonFact = Extract<Fact, { readonly person: PersonId }>;

function changed(fact: PersonFact, at: Ms, facts: readonly Fact[]): Partial<DeskPerson> {
  const now = (state: PersonState): Partial<DeskPerson> => ({ state });
  switch (fact.kind) {
    case 'called':
      return now({ kind: 'called' });
    case 'chosen': {
      const assigned = facts.find(other => other.kind === 'assigned' && other.person === fact.person);
      return assigned?.kind === 'assigned'
        ? now({ kind: 'chosen', post: assigned.post, at: fact.at, turn: fact.turn })
        : {};
    }
    case 'absent':
      return now({ kind: 'absent', cause: fact.cause, at: fact.at });
    case 'returned':
      return now({ kind: 'returned' });
    case 'waiting':
      return now({ kind: 'waiting' });
    case 'excused':
      return now({ kind: 'excused', reason: fact.reason });
    case 'presence':
      return { connected: fact.connected, since: at };
    case 'status':
      return { status: fact.status };
    case 'mandate':
      return { mandate: fact.held };
    case 'clock':
    case 'assigned':
    case 'lateChoice':
      return {};
    default:
      return fact satisfies never;
  }
}
