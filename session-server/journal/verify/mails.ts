/** The mails that the journal owes, against those of the table (verify-session.ts). */
import type { Ms, PersonId, SessionId } from '../../../machines/ids.ts';
import type { JournalRow } from '../row.ts';
import type { Disagreement } from './report.ts';
import type { MailAboutChoice, Reachable } from './tables.ts';

/** One row that mails: to whom it must have, and to whom it may have. */
interface Owed {
  readonly seq: number;
  /** All of the Message-ID but who it is for and the house's domain. */
  readonly begins: string;
  readonly must: readonly Realm[];
  readonly may: readonly Realm[];
}

type Realm = 'intern' | 'mandatary';

export function mailFaults(
  session: SessionId,
  rows: readonly JournalRow[],
  people: readonly Reachable[],
  found: readonly MailAboutChoice[],
): readonly Disagreement[] {
  const owed = owedBy(session, rows, new Map(people.map(each => [each.person, each])));
  const sent = new Set(found.map(({ messageId }) => messageId.slice(0, messageId.indexOf('@'))));
  const fine = new Set(owed.flatMap(({ begins, may }) => may.map(realm => `${begins}${realm}`)));
  return [
    ...owed.flatMap(({ seq, begins, must }) =>
      must
        .filter(realm => !sent.has(`${begins}${realm}`))
        .map(which => ({ about: 'mail' as const, seq, why: 'missing' as const, which })),
    ),
    ...found
      .filter(({ messageId }) => !fine.has(messageId.slice(0, messageId.indexOf('@'))))
      .map(({ messageId, seq }) => ({
        about: 'mail' as const,
        seq,
        why: 'surplus' as const,
        which: messageId,
      })),
  ];
}

function owedBy(
  session: SessionId,
  rows: readonly JournalRow[],
  people: ReadonlyMap<PersonId, Reachable>,
): readonly Owed[] {
  const held = new Set<PersonId>();
  let closed = false;
  return rows.flatMap(row => {
    for (const person of mandatesBegun(row)) held.add(person);
    for (const fact of row.facts) if (fact.kind === 'mandate' && !fact.held) held.delete(fact.person);
    const owed = row.facts.flatMap((fact): Owed[] => {
      if (fact.kind !== 'assigned' && fact.kind !== 'corrected') return [];
      const begins = `${fact.kind === 'assigned' ? 'choice' : 'correction'}-${session}-${row.seq}-`;
      const person = people.get(fact.person);
      // While a session lives its journal says who holds a mandate; after it the tables alone do (architecture §2.6).
      const isHeld = closed ? isHeldAt(person, row.at) : held.has(fact.person);
      const mayBeHeld = isHeld || (person?.mandates.length ?? 0) > 0;
      const hasAccount = person?.internSince !== null && (person?.internSince ?? Infinity) <= row.at;
      return [
        {
          seq: row.seq,
          begins,
          must: [...(hasAccount ? (['intern'] as const) : []), ...(isHeld ? (['mandatary'] as const) : [])],
          may: ['intern', ...(mayBeHeld ? (['mandatary'] as const) : [])],
        },
      ];
    });
    closed ||= row.facts.some(({ kind }) => kind === 'closed');
    return owed;
  });
}

function mandatesBegun({ command, facts }: JournalRow): readonly PersonId[] {
  const told = facts.flatMap(fact => (fact.kind === 'mandate' && fact.held ? [fact.person] : []));
  if (command.type === 'start')
    return command.world.people.filter(({ mandate }) => mandate).map(({ id }) => id);
  return command.type === 'add' && command.person.mandate ? [command.person.id, ...told] : told;
}

const isHeldAt = (person: Reachable | undefined, at: Ms): boolean =>
  (person?.mandates ?? []).some(({ from, to }) => from <= at && (to === null || to > at));
