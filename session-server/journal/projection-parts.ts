/**
 * What a live session's decisions change in the tables (architecture §2.6): the next `start`, the pages and the lists
 * read them there. The same statement writes them, so that journal and tables never part.
 */
import type { Fact } from '../../machines/session/facts.ts';
import type { Who } from '../../machines/session/commands.ts';
import type { JournalRow } from './row.ts';
import type { StatementPart } from './statement-part.ts';

/** CTE names are numbered: one row may hold several facts of a kind. */
export function projectionParts(row: JournalRow): readonly StatementPart[] {
  return [
    ...row.facts.flatMap((fact, index) => projectionOf(row, fact, `projected_${index}`)),
    ...liftedParts(row),
  ];
}

function projectionOf(row: JournalRow, fact: Fact, name: string): readonly StatementPart[] {
  switch (fact.kind) {
    case 'status':
      return [
        {
          text: `${name} as (update roster_entry set status = ?::text from own where roster_entry.person = ?::text)`,
          params: [fact.status, fact.person],
        },
      ];
    case 'postBlocked':
      return [
        {
          text: `${name} as (update post set blocked = ?::boolean from own where post.id = ?::int)`,
          params: [fact.blocked, fact.post],
        },
      ];
    case 'mandate':
      return [mandatePart(row, fact.person, fact.held, name)];
    case 'excused':
      return [
        {
          text: `${name} as (
            insert into planned_absence (roster_entry_id, reason, set_at, set_by)
            select roster_entry.id, ?::text, to_timestamp(?::bigint / 1000.0), ?::int
            from own, roster_entry where roster_entry.person = ?::text
            on conflict (roster_entry_id) where lifted_at is null do update set reason = excluded.reason,
              set_by = excluded.set_by)`,
          params: [fact.reason.sealed ?? '', row.at, accountOf(row.who), fact.person],
        },
      ];
    default:
      return [];
  }
}

function liftedParts({ command, at, who }: JournalRow): readonly StatementPart[] {
  if (command.type !== 'lift') return [];
  return [
    {
      text: `lifted as (
        update planned_absence set lifted_at = to_timestamp(?::bigint / 1000.0), lifted_by = ?::int
        from own, roster_entry where roster_entry.person = ?::text
          and planned_absence.roster_entry_id = roster_entry.id and planned_absence.lifted_at is null)`,
      params: [at, accountOf(who), command.person],
    },
  ];
}

function mandatePart(row: JournalRow, person: string, held: boolean, name: string): StatementPart {
  const change = held
    ? 'accepted_at = to_timestamp(?::bigint / 1000.0)'
    : 'ended_at = to_timestamp(?::bigint / 1000.0)';
  const which = held ? 'accepted_at is null' : 'accepted_at is not null';
  return {
    text: `${name} as (
      update mandate set ${change} from own, roster_entry
      where roster_entry.person = ?::text and mandate.roster_entry_id = roster_entry.id
        and mandate.ended_at is null and mandate.${which})`,
    params: [row.at, person],
  };
}

const accountOf = (who: Who): number | null => (who.realm === 'system' ? null : who.account);
