/**
 * What the call list says of those without a post: passed, or settled «sans poste»; nothing of anybody else. Written
 * with the row (projection-parts.ts), and worked out again by the verification.
 */
import type { PersonId } from '../../machines/ids.ts';
import type { Fact } from '../../machines/session/facts.ts';
import type { StatementPart } from './statement-part.ts';

export type Outcome = 'passed' | 'withoutPost' | null;

/**
 * The outcome that these facts leave to each person they give or take one, the last one standing. A turn's own choice
 * says nothing of it: whoever is called has none, and a pick is to cost one table less.
 */
export function outcomesOf(facts: readonly Fact[]): ReadonlyMap<PersonId, Outcome> {
  return new Map(facts.flatMap(outcomeOf));
}

function outcomeOf(fact: Fact): readonly (readonly [PersonId, Outcome])[] {
  switch (fact.kind) {
    case 'passed':
    case 'withoutPost':
      return [[fact.person, fact.kind]];
    case 'assigned':
      return fact.turn === null ? [[fact.person, null]] : [];
    case 'corrected':
    case 'absent':
    case 'returned':
    case 'waiting':
    case 'excused':
      return [[fact.person, null]];
    default:
      return [];
  }
}

/** One update per person: PostgreSQL carries out one of two updates of the same row in a statement. */
export function outcomeParts(facts: readonly Fact[]): readonly StatementPart[] {
  return [...outcomesOf(facts)].map(([person, outcome], index) => ({
    text: `outcome_${index} as (
      update call_list_entry set outcome = ?::text from own, roster_entry
      where roster_entry.person = ?::text and call_list_entry.roster_entry_id = roster_entry.id
        and call_list_entry.outcome is distinct from ?::text)`,
    params: [outcome, person, outcome],
  }));
}
