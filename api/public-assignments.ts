/** The statement behind the public list of assignments. */
import { amphitheatreTitle } from '../machines/amphitheatre-title.ts';
import type { Phase } from '../machines/directory.ts';
import type { Sql } from '../migrations/open.ts';
import type { PublicAssignment } from './answers.ts';
import { ASSIGNMENTS, PUBLIC_ASSIGNMENT } from './public/assignment-rows.ts';

export interface FoundAssignments {
  readonly total: number;
  readonly items: readonly PublicAssignment[];
}

interface AssignmentQuery {
  readonly amphitheatre: number | null;
  /** Every word must be found; case, accents and ligatures forgiven. */
  readonly words: string;
  /** From 1. */
  readonly page: number;
  readonly size: number;
  readonly order: 'name' | 'recent';
}

// Fifty words cost what one does: a row's text is bared once, not once a word.
// `unaccent` would do it, but an extension is not to be had on every PostgreSQL.
const bare = (text: string): string =>
  `regexp_replace(normalize(replace(replace(lower(${text}), 'œ', 'oe'), 'æ', 'ae'), nfd), '[\u0300-\u036f]', '', 'g')`;

const FOUND_IN = `concat_ws(' ', intern.name, intern.first_name, service.name, establishment.name, establishment.city, specialty.name)`;

const ORDERS = {
  name: 'name collate "fr-x-icu", "firstName" collate "fr-x-icu", "callOrder"',
  recent: 'at desc, "callOrder"',
} as const;

export async function findAssignments(sql: Sql, query: AssignmentQuery): Promise<FoundAssignments> {
  const words = query.words.split(/[\s-]+/).filter(word => word !== '');
  const rows = await sql<AssignmentRow>(
    `with listed as materialized (
      select ${PUBLIC_ASSIGNMENT}, ${words.length === 0 ? `''` : bare(FOUND_IN)} as text
      from ${ASSIGNMENTS}
      join semester on semester.id = assignment.semester_id and semester.current
      where assignment.ended_at is null and amphitheatre.call_list_published_at is not null
        and (?::int is null or amphitheatre.id = ?::int)
    ), found as (
      select * from listed where true ${words.map(() => `and strpos(text, ${bare('?::text')}) > 0`).join(' ')}
    ), page as (
      select * from found order by ${ORDERS[query.order]} limit ?::int offset ?::int
    )
    select page.*, (select count(*)::int from found) as total
    from (select 1) always left join page on true order by ${ORDERS[query.order]}`,
    [query.amphitheatre, query.amphitheatre, ...words, query.size, (query.page - 1) * query.size],
  );
  // A page past the end still says how many there are: one row of nulls carries the total.
  const items = rows
    .filter(row => row.person !== null)
    .map(({ total: _total, text: _text, group, phase, ...item }) => ({
      ...item,
      amphitheatre: amphitheatreTitle(group, phase),
    }));
  return { total: rows[0]?.total ?? 0, items };
}

interface AssignmentRow extends Omit<PublicAssignment, 'amphitheatre'> {
  readonly group: string;
  readonly phase: Phase;
  readonly total: number;
  readonly text: string;
}
