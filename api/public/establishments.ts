/** Establishments with what is offered and filled there, of the offers that are published (domain §2); seats, never who sits there. */
import type { Sql } from '../../migrations/open.ts';
import type { ListedEstablishment } from './answers.ts';

export const readEstablishments = (sql: Sql): Promise<readonly ListedEstablishment[]> =>
  sql<ListedEstablishment>(
    `select finess, establishment.name, city, department, count(distinct service.id)::int as services,
      count(*)::int as offered, count(holder.id)::int as filled
    from post
    join amphitheatre on amphitheatre.id = post.amphitheatre_id and amphitheatre.offer_published_at is not null
    join semester on semester.id = amphitheatre.semester_id and semester.current
    join service on service.id = post.service_id
    join establishment on establishment.id = service.establishment_id
    left join assignment holder on holder.post_id = post.id and holder.ended_at is null and holder.status = 'classic'
    where not post.blocked
    group by establishment.id
    order by department, establishment.name collate "fr-x-icu"`,
  );
