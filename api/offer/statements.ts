/** The two statements behind the public offer: its text, written by PostgreSQL whole, and which seats are taken now. */
import type { PostId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';

// What is public of posts, from the publication of each amphitheatre's offer on (domain §2).
const SHOWN = `
  shown as (
    select amphitheatre.id, amphitheatre.edition, specialty_group.name as "group", amphitheatre.phase
    from amphitheatre
    join semester on semester.id = amphitheatre.semester_id and semester.current
    join specialty_group on specialty_group.id = amphitheatre.group_id
    where amphitheatre.offer_published_at is not null
  ), edition as (
    select coalesce(string_agg(id || '.' || edition, '-' order by id), '0') as name from shown
  )`;

// And their order (domain §7).
const OFFERED = `${SHOWN}, numbered as (
    select post.id, post.number, post.service_id, post.amphitheatre_id, post.accreditation, post.reserved_for_id,
      post.earmark, post.blocked, shown."group", shown.phase,
      row_number() over (partition by post.amphitheatre_id
        order by nullif(substring(post.number from '^\\d{1,15}'), '')::bigint nulls last, length(post.number), post.number) as place
    from post join shown on shown.id = post.amphitheatre_id
  ), lined as (
    select numbered.*, min(id) over line as line, min(place) over line as line_place
    from numbered window line as (partition by amphitheatre_id, service_id, accreditation, reserved_for_id, earmark)
  ), offered as (
    select lined.*, row_number() over (order by establishment.department, establishment.name collate "fr-x-icu", establishment.id,
        service.name collate "fr-x-icu", service.id, lined."group" collate "fr-x-icu", lined.phase, lined.amphitheatre_id,
        lined.line_place, lined.line, lined.place) as shown_at,
      service.name, service.head, establishment.name as establishment, establishment.city, establishment.department
    from lined
    join service on service.id = lined.service_id
    join establishment on establishment.id = service.establishment_id
  )`;

export interface WrittenOffer {
  readonly edition: string;
  readonly text: string;
  /** In the text's order. */
  readonly posts: readonly PostId[];
}

/** Names and descriptions; the shape is `PublicOffer` of machines/public-offer.ts. */
export async function writeOffer(sql: Sql): Promise<WrittenOffer> {
  const [row] = await sql<WrittenOffer>(
    `with ${OFFERED}
    select edition.name as edition, json_build_object(
      'edition', edition.name,
      'semester', (select code from semester where current),
      'amphitheatres', coalesce((
        select json_agg(json_build_object('id', id, 'group', "group", 'phase', phase)
          order by "group" collate "fr-x-icu", phase, id) from shown), '[]'),
      'services', coalesce((
        select json_agg(json_build_array(service_id, name, head, establishment, city, department) order by shown_at)
        from (select distinct on (service_id) * from offered order by service_id, shown_at) one), '[]'),
      'specialties', coalesce((
        select json_agg(json_build_array(specialty.id, specialty.name) order by specialty.name collate "fr-x-icu")
        from specialty where specialty.id in (select reserved_for_id from offered)), '[]'),
      'lines', coalesce((
        select json_agg(json_build_array(line, service_id, amphitheatre_id, accreditation, reserved_for_id, earmark, posts)
          order by first)
        from (
          select line, service_id, amphitheatre_id, accreditation, reserved_for_id, earmark, min(shown_at) as first,
            json_agg(json_build_array(id, number) order by shown_at) as posts
          from offered group by 1, 2, 3, 4, 5, 6
        ) lines), '[]')
    )::text as text, (select coalesce(json_agg(id order by shown_at), '[]') from offered) as posts
    from edition`,
  );
  if (row === undefined) throw new Error('the offer was not written');
  return row;
}

export interface SeatsNow {
  readonly edition: string;
  readonly filled: readonly PostId[];
  readonly blocked: readonly PostId[];
}

/** Asked each second while anybody looks: no order, no names. Seats alone: who sits there is not read (domain §8). */
export async function readSeats(sql: Sql): Promise<SeatsNow> {
  const [row] = await sql<SeatsNow>(
    `with ${SHOWN}
    select edition.name as edition,
      (select coalesce(json_agg(post_id), '[]') from assignment
        join post on post.id = post_id join shown on shown.id = post.amphitheatre_id
        where ended_at is null and status = 'classic') as filled,
      (select coalesce(json_agg(post.id), '[]') from post join shown on shown.id = post.amphitheatre_id
        where blocked) as blocked
    from edition`,
  );
  if (row === undefined) throw new Error('the seats were not read');
  return row;
}
