/** What moderators see of the establishments of the semester: who comes, who may read it, who has. */
import { amphitheatreTitle } from '../../machines/amphitheatre-title.ts';
import type { Phase } from '../../machines/directory.ts';
import type { Ms } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import { currentSemester } from '../current-semester.ts';
import type { DeskEstablishment, DeskEstablishments } from '../document-answers.ts';
import type { Format } from './wanted.ts';

export async function readDeskEstablishments(sql: Sql): Promise<DeskEstablishments> {
  const semester = await currentSemester(sql);
  const reads = await agencyReads(sql);
  return {
    semester: semester?.code ?? null,
    establishments: await establishments(sql),
    reads: reads.map(({ group, phase, ...read }) => ({
      ...read,
      amphitheatre: group === null || phase === null ? null : amphitheatreTitle(group, phase),
    })),
  };
}

/** Those with a post in the semester's offer, by department and name; their readers, standing ones first. */
const establishments = (sql: Sql): Promise<readonly DeskEstablishment[]> =>
  sql<DeskEstablishment>(
    `with offered as (
      select service.establishment_id as id, count(assignment.id)::int as coming
      from semester
      join amphitheatre on amphitheatre.semester_id = semester.id
      join post on post.amphitheatre_id = amphitheatre.id
      join service on service.id = post.service_id
      left join assignment on assignment.post_id = post.id and assignment.ended_at is null
      where semester.current group by 1
    ), reads as (
      select establishment_reader_id as reader, json_agg(json_build_object(
        'at', extract(epoch from at) * 1000, 'format', format) order by id desc) as list
      from document_read where establishment_reader_id is not null group by 1
    ), readers as (
      select reader.establishment_id as id, json_agg(json_build_object(
        'id', reader.id, 'name', reader.name, 'email', reader.email, 'grantedBy', granter.name,
        'grantedAt', extract(epoch from reader.granted_at) * 1000,
        'expiresAt', extract(epoch from reader.expires_at) * 1000,
        'endedAt', extract(epoch from reader.ended_at) * 1000, 'endedBy', ender.name,
        'reads', coalesce(reads.list, '[]'))
        order by reader.ended_at is not null, reader.expires_at < now(), reader.id desc) as list
      from establishment_reader reader
      join semester on semester.id = reader.semester_id and semester.current
      join account granter on granter.id = reader.granted_by
      left join account ender on ender.id = reader.ended_by
      left join reads on reads.reader = reader.id
      group by 1
    )
    select establishment.id, establishment.name, establishment.city, establishment.department, offered.coming,
      coalesce(readers.list, '[]') as readers
    from offered
    join establishment on establishment.id = offered.id
    left join readers on readers.id = offered.id
    order by establishment.department, establishment.name collate "fr-x-icu"`,
  );

interface AgencyReadRow {
  readonly at: Ms;
  readonly by: string;
  readonly group: string | null;
  readonly phase: Phase | null;
  readonly format: Format;
}

const agencyReads = (sql: Sql): Promise<readonly AgencyReadRow[]> =>
  sql<AgencyReadRow>(
    `select (extract(epoch from document_read.at) * 1000)::float8 as at, coalesce(account.name, '') as by,
      specialty_group.name as "group", amphitheatre.phase, document_read.format
    from document_read
    join semester on semester.id = document_read.semester_id and semester.current
    left join account on account.id = document_read.account_id
    left join amphitheatre on amphitheatre.id = document_read.amphitheatre_id
    left join specialty_group on specialty_group.id = amphitheatre.group_id
    where document_read.account_id is not null
    order by document_read.id desc limit 100`,
  );
