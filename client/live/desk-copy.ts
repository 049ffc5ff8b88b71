/** The moderators' side as rows come in: presence, states and statuses folded in, the last hundred rows kept. */
import type { Fact } from '../../machines/session/facts.ts';
import type { PersonState } from '../../machines/session/state.ts';
import type { Ms, PersonId } from '../../machines/ids.ts';
import type { Desk, DeskPerson, DeskRow } from '../../machines/wire/frames.ts';

const ROWS_KEPT = 100;

/** Whether rows are missing between the desk held and this one: then `hello` brings it whole again. */
export function missesRows(desk: Desk | null, row: DeskRow): boolean {
  if (desk === null) return true;
  return row.session === desk.session ? row.seq > desk.seq + 1 : true;
}

/** A row already there changes nothing. */
export function withRow(desk: Desk, row: DeskRow): Desk {
  if (row.session !== desk.session || row.seq <= desk.seq) return desk;
  const changes = new Map<PersonId, Partial<DeskPerson>>();
  for (const fact of row.facts) {
    const change = changeOf(fact, row.at);
    if (change) changes.set(change.person, { ...changes.get(change.person), ...change });
  }
  return {
    ...desk,
    seq: row.seq,
    rows: [...desk.rows, row].slice(-ROWS_KEPT),
    people: desk.people.map(person => ({ ...person, ...changes.get(person.person) })),
  };
}

type Change = Partial<DeskPerson> & { readonly person: PersonId };

function changeOf(fact: Fact, at: Ms): Change | null {
  switch (fact.kind) {
    case 'presence':
      return { person: fact.person, connected: fact.connected, since: fact.at };
    case 'status':
      return { person: fact.person, status: fact.status };
    case 'mandate':
      return { person: fact.person, mandate: fact.held };
    default: {
      const state = stateOf(fact, at);
      return state && 'person' in fact ? { person: fact.person, state } : null;
    }
  }
}

function stateOf(fact: Fact, at: Ms): PersonState | null {
  switch (fact.kind) {
    case 'assigned':
      return { kind: 'chosen', post: fact.post, at, turn: fact.turn };
    case 'called':
      return { kind: 'called' };
    case 'returned':
      return { kind: 'returned' };
    case 'waiting':
      return { kind: 'waiting' };
    case 'absent':
      return { kind: 'absent', cause: fact.cause, at: fact.at };
    case 'excused':
      return { kind: 'excused', reason: fact.reason };
    default:
      return null;
  }
}
