/** Tells of a recorded row: the gateways, with what those whom it is about now see of themselves, and whoever is to be woken. */
import type { PersonId } from '../../machines/ids.ts';
import type { Fact } from '../../machines/session/facts.ts';
import type { PublishedRow } from '../bus/messages.ts';
import { streamOf } from '../bus/stream-id.ts';
import { headOf } from '../journal/row.ts';
import type { JournalRow } from '../journal/row.ts';
import type { Held } from './held.ts';
import type { HostParts } from './host-parts.ts';
import { tellPeople } from './tell-people.ts';
import { personView } from './views.ts';

export function publish(
  parts: Pick<HostParts, 'bus' | 'database' | 'log'>,
  held: Held,
  row: JournalRow,
): void {
  parts.bus.publish(streamOf(held), { kind: 'row', row: published(row, held) });
  tellPeople(parts, held, row);
}

function published(row: JournalRow, held: Held): PublishedRow {
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
    case 'corrected':
    case 'passed':
    case 'withoutPost':
    case 'absent':
    case 'returned':
    case 'waiting':
    case 'excused':
    case 'status':
    case 'mandate':
    case 'joined':
      return [fact.person];
    case 'message':
      return fact.to === null ? [] : [fact.to];
    // Everyone's: which session is theirs now, and whether they may come back. Twice in a session's life.
    case 'started':
    case 'closed':
      return snapshot.context.world?.people.map(({ id }) => id) ?? [];
    default:
      return [];
  }
}
