/** How many posts stand against how many people, amphitheatre by amphitheatre; of those published only. */
import { amphitheatreTitle } from '../../machines/amphitheatre-title.ts';
import type { Phase } from '../../machines/directory.ts';
import type { Sql } from '../../migrations/open.ts';
import type { AdequacyRow } from './answers.ts';

export async function readAdequacy(sql: Sql): Promise<readonly AdequacyRow[]> {
  const rows = await sql<Omit<AdequacyRow, 'title'> & { readonly group: string; readonly phase: Phase }>(
    `select amphitheatre.id as amphitheatre, specialty_group.name as "group", amphitheatre.phase,
      (select count(*)::int from post where post.amphitheatre_id = amphitheatre.id and not blocked) as posts,
      (select count(*)::int from call_list_entry
        left join planned_absence on planned_absence.roster_entry_id = call_list_entry.roster_entry_id and lifted_at is null
        where call_list_entry.amphitheatre_id = amphitheatre.id and planned_absence.id is null) as people
    from amphitheatre
    join semester on semester.id = amphitheatre.semester_id and semester.current
    join specialty_group on specialty_group.id = amphitheatre.group_id
    where offer_published_at is not null and call_list_published_at is not null
    order by specialty_group.name collate "fr-x-icu", amphitheatre.phase`,
  );
  return rows.map(({ group, phase, ...row }) => ({ ...row, title: amphitheatreTitle(group, phase) }));
}
