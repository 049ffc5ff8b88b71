/** What an import found and did, amphitheatre by amphitheatre: the command prints it, the moderators' room may show it. */
import type { AmphitheatreId, Ms } from '../../machines/ids.ts';
import { amphitheatreTitle } from '../../machines/amphitheatre-title.ts';
import type { Phase } from '../../machines/directory.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Ledger, Tally } from './ledger.ts';

export interface ImportSummary {
  readonly semester: string;
  /** False: the files say what was already there, and nothing was written. */
  readonly changed: boolean;
  /** The semester that is open now, where the files are of another one. */
  readonly openNow: string | null;
  /** Those the files name, by title. */
  readonly amphitheatres: readonly AmphitheatreSummary[];
}

export interface AmphitheatreSummary {
  readonly id: AmphitheatreId;
  readonly title: string;
  readonly outcome: 'made' | 'changed' | 'unchanged';
  readonly changes: Tally;
  /** On the call list. */
  readonly people: number;
  /** On the roster only: `choisit` non. */
  readonly notChoosing: number;
  readonly posts: number;
  readonly sessions: number;
  readonly firstAt: Ms | null;
  readonly published: boolean;
}

export async function readSummary(
  sql: Sql,
  ids: readonly AmphitheatreId[],
  made: readonly AmphitheatreId[],
  ledger: Ledger,
): Promise<readonly AmphitheatreSummary[]> {
  const rows = await sql<SummaryRow>(
    `select amphitheatre.id, specialty_group.name as "group", phase,
       (select count(*)::int from call_list_entry where amphitheatre_id = amphitheatre.id) as people,
       (select count(*)::int from roster_entry entry where entry.semester_id = amphitheatre.semester_id
         and entry.group_id = amphitheatre.group_id and entry.phase = amphitheatre.phase
         and not chooses) as "notChoosing",
       (select count(*)::int from post where amphitheatre_id = amphitheatre.id) as posts,
       (select count(*)::int from session where amphitheatre_id = amphitheatre.id and not rehearsal) as sessions,
       (extract(epoch from first_at) * 1000)::float8 as "firstAt", call_list_published_at is not null as published
     from amphitheatre join specialty_group on specialty_group.id = group_id
     where amphitheatre.id in (select value::int from jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(ids)],
  );
  return rows
    .map(({ group, phase, ...row }) => ({
      ...row,
      title: amphitheatreTitle(group, phase),
      outcome: outcomeOf(row.id, made, ledger),
      changes: ledger.tally(row.id),
    }))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'fr'));
}

interface SummaryRow extends Omit<AmphitheatreSummary, 'title' | 'outcome' | 'changes'> {
  readonly group: string;
  readonly phase: Phase;
}

function outcomeOf(
  id: AmphitheatreId,
  made: readonly AmphitheatreId[],
  ledger: Ledger,
): AmphitheatreSummary['outcome'] {
  if (made.includes(id)) return 'made';
  return ledger.changed(id) ? 'changed' : 'unchanged';
}
