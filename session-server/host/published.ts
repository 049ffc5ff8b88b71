/** A recorded row as the gateways are told it, with what those whom it is about now see of themselves. */
import type { PersonId } from '../../machines/ids.ts';
import type { Fact } from '../../machines/session/facts.ts';
import type { PublishedRow } from '../bus/messages.ts';
import { headOf } from '../journal/row.ts';
import type { JournalRow } from '../journal/row.ts';
import type { Held } from './held.ts';
import { personView } from './views.ts';

export function published(row: JournalRow, held: Held): PublishedRow {
  const people = new Set(row.facts.flatMap(fact => concerned(fact, held)));
  return {
    ...headOf(row),
    command: row.command.type,
    facts: row.facts,
    about: [...people].flatMap(person => personView(held, person) ?? []),
  };
}

/** Those who see something of themselves change that the public stream does not say. */
function concerned(fact: Fact, { snapshot }: Held): readonly PersonId[] {
  switch (fact.kind) {
    case 'assigned':
    case 'absent':
    case 'returned':
    case 'waiting':
    case 'excused':
    case 'status':
    case 'mandate':
      return [fact.person];
    // Everyone's: which session is theirs now, and whether they may come back. Twice in a session's life.
    case 'started':
    case 'closed':
      return snapshot.context.world?.people.map(({ id }) => id) ?? [];
    default:
      return [];
  }
}
