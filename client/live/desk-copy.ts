/** The moderators' side as rows come in: presence, states, statuses, what is possible and what lasts folded in, the last hundred rows kept. */
import type { Fact } from '../../machines/session/facts.ts';
import { lastingAfter } from '../../machines/session/lasting.ts';
import type { PersonState } from '../../machines/session/state.ts';
import type { Ms, PersonId } from '../../machines/ids.ts';
import type { Desk, DeskPerson, DeskRow } from '../../machines/wire/frames.ts';

const ROWS_KEPT = 100;

/** Whether rows are missing between the desk held and this one: then `hello` brings it whole again. */
export function missesRows(desk: Desk | null, row: DeskRow): boolean {
  if (desk === null) return true;
  return row.session === desk.session ? row.seq > desk.seq + 1 : true;
}

/** A row already there changes nothing. Somebody new comes with a whole desk (session-server/gateway/followed.ts). */
export function withRow(desk: Desk, row: DeskRow): Desk {
  if (row.session !== desk.session || row.seq <= desk.seq) return desk;
  const people = new Map(desk.people.map(person => [person.person, person]));
  let { noPost } = desk;
  for (const fact of row.facts) {
    noPost = noPostAfter(fact, noPost);
    for (const person of concernedBy(fact)) {
      const before = people.get(person);
      if (before) people.set(person, { ...before, ...changeOf(fact, before, row.at) });
    }
  }
  return {
    ...desk,
    seq: row.seq,
    rows: [...desk.rows, row].slice(-ROWS_KEPT),
    lasting: lastingAfter(desk.lasting, [row]),
    people: desk.people.map(person => people.get(person.person) ?? person),
    noPost,
  };
}

/** Of the called one: whoever is called next is said anew to have none. */
function noPostAfter(fact: Fact, before: boolean): boolean {
  if (fact.kind === 'possible') return !fact.any;
  return fact.kind === 'called' || fact.kind === 'idle' || fact.kind === 'closed' ? false : before;
}

function concernedBy(fact: Fact): readonly PersonId[] {
  if (fact.kind === 'closed') return fact.carried.map(({ person }) => person);
  return 'person' in fact ? [fact.person] : [];
}

function changeOf(fact: Fact, before: DeskPerson, at: Ms): Partial<DeskPerson> {
  switch (fact.kind) {
    case 'presence':
      return { connected: fact.connected, since: fact.at, where: fact.where ?? null };
    case 'status':
      return { status: fact.status };
    case 'mandate':
      return { mandate: fact.held };
    case 'returned': // those that a moderator brings are not of their own (domain §3)
      return { state: { kind: 'returned' }, returns: before.returns + (fact.how === 'moderator' ? 0 : 1) };
    case 'joined': // of an earlier session: their choice was taken back
      return { elsewhere: false };
    case 'closed': // a forced one lets go of the called one and of the returned
      return before.state.kind === 'called' || before.state.kind === 'returned'
        ? { state: { kind: 'waiting' } }
        : {};
    default: {
      const state = stateOf(fact, at);
      if (state === null) return {};
      // Of those who chose in an earlier session: taken back, also after the closing, they are this one's to settle.
      return state.kind === 'absent' ? { state, elsewhere: false } : { state };
    }
  }
}

function stateOf(fact: Fact, at: Ms): PersonState | null {
  switch (fact.kind) {
    case 'assigned':
      return { kind: 'chosen', post: fact.post, at, turn: fact.turn };
    case 'corrected': // taken back: what they are since, absent, is a fact of its own
      return fact.to === null ? null : { kind: 'chosen', post: fact.to, at, turn: fact.turn };
    case 'called':
      return { kind: 'called' };
    case 'waiting':
    case 'passed':
    case 'withoutPost':
      return { kind: fact.kind };
    case 'absent':
      return { kind: 'absent', cause: fact.cause, at: fact.at };
    case 'excused':
      return { kind: 'excused', reason: fact.reason };
    default:
      return null;
  }
}
