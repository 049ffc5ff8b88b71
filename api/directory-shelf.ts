/** The directories in use, each written by PostgreSQL once per edition and kept as bytes. */
import { amphitheatreTitle } from '../machines/amphitheatre-title.ts';
import type { Phase } from '../machines/directory.ts';
import type { Sql } from '../migrations/open.ts';
import { packedText } from './http/packed-text.ts';
import type { PackedText } from './http/packed-text.ts';

interface KeptDirectory {
  /** Public from the publication of offer and call list on; before it, moderators only. */
  readonly published: boolean;
  readonly directory: PackedText;
}

const KEPT = 64; // amphitheatres of a semester; some 30 to 200 kB each

export type DirectoryShelf = (
  amphitheatre: number,
  edition: number,
  mayReadEarlier: () => Promise<boolean>,
) => Promise<KeptDirectory | null>;

/**
 * @returns the directory of that edition; null where the amphitheatre is at another one, or it is not published and the
 * asker may not read it earlier: nothing is written for them.
 */
export function directoryShelf(sql: Sql): DirectoryShelf {
  const shelf = new Map<string, Promise<KeptDirectory | null>>();
  const writeShared = (key: string, named: Named, place: Place): Promise<KeptDirectory | null> => {
    const writing = write(sql, named, place);
    shelf.set(key, writing);
    for (const oldest of shelf.keys()) if (shelf.size > KEPT) shelf.delete(oldest);
    const keepOrDrop = (written: KeptDirectory | null): void => {
      if (written?.published !== true) shelf.delete(key);
    };
    writing.then(keepOrDrop, () => shelf.delete(key)); // the callers get the fault, the next one tries again
    return writing;
  };
  return async (amphitheatre, edition, mayReadEarlier) => {
    const key = `${amphitheatre}/${edition}`;
    const place = { amphitheatre, edition };
    const kept = shelf.get(key);
    if (kept !== undefined) return kept;
    const named = await readNamed(sql, place);
    if (named === null) return null;
    if (!named.published) return (await mayReadEarlier()) ? write(sql, named, place) : null;
    return shelf.get(key) ?? writeShared(key, named, place); // a thousand pages ask at once for a new edition
  };
}

interface Place {
  readonly amphitheatre: number;
  readonly edition: number;
}

interface Named {
  readonly group: string;
  readonly phase: Phase;
  readonly published: boolean;
}

async function readNamed(sql: Sql, { amphitheatre, edition }: Place): Promise<Named | null> {
  const [named] = await sql<Named>(
    `select specialty_group.name as "group", phase, ${PUBLISHED} as published from amphitheatre
    join specialty_group on specialty_group.id = group_id where amphitheatre.id = ?::int and edition = ?::int`,
    [amphitheatre, edition],
  );
  return named ?? null;
}

async function write(
  sql: Sql,
  { group, phase }: Named,
  { amphitheatre, edition }: Place,
): Promise<KeptDirectory | null> {
  const [row] = await sql<WrittenDirectory>(DIRECTORY_SQL, [
    amphitheatreTitle(group, phase),
    amphitheatre,
    edition,
  ]);
  if (row === undefined) return null;
  return { published: row.published, directory: packedText(row.text) };
}

/** Once the semester is over nobody's name is public any more (domain §8). */
const PUBLISHED = `amphitheatre.offer_published_at is not null and amphitheatre.call_list_published_at is not null
  and (select current from semester where semester.id = amphitheatre.semester_id)`;

interface WrittenDirectory {
  readonly published: boolean;
  readonly text: string;
}

// One statement, so that edition and content are of the same moment. The shape is `Directory` of machines/directory.ts.
const DIRECTORY_SQL = `
  select ${PUBLISHED} as published,
    json_build_object(
      'amphitheatre', amphitheatre.id,
      'edition', amphitheatre.edition,
      'title', ?::text,
      'group', specialty_group.name,
      'phase', amphitheatre.phase,
      'semester', semester.code,
      'people', coalesce((
        select json_agg(json_build_object('id', roster_entry.person, 'name', intern.name, 'firstName', intern.first_name,
          'callOrder', call_list_entry.call_order, 'specialty', roster_entry.specialty_id) order by call_list_entry.call_order)
        from call_list_entry
        join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
        join intern on intern.id = roster_entry.intern_id
        where call_list_entry.amphitheatre_id = amphitheatre.id), '[]'),
      'services', coalesce((
        select json_agg(json_build_object('id', service.id, 'name', service.name, 'head', service.head,
          'establishment', establishment.name, 'city', establishment.city, 'department', establishment.department)
          order by establishment.department, establishment.name collate "fr-x-icu", service.name collate "fr-x-icu")
        from service join establishment on establishment.id = service.establishment_id
        where service.id in (select service_id from post where post.amphitheatre_id = amphitheatre.id)), '[]'),
      'posts', coalesce((
        select json_agg(json_build_object('id', post.id, 'number', post.number, 'service', post.service_id,
          'line', post.line, 'accreditation', post.accreditation, 'reservedFor', post.reserved_for_id, 'earmark', post.earmark)
          order by nullif(substring(post.number from '^\\d{1,15}'), '')::bigint nulls last, length(post.number), post.number)
        from (
          select *, min(id) over (partition by service_id, accreditation, reserved_for_id, earmark) as line
          from post where post.amphitheatre_id = amphitheatre.id) post), '[]'),
      'specialties', coalesce((
        select json_agg(json_build_object('id', specialty.id, 'name', specialty.name) order by specialty.name collate "fr-x-icu")
        from specialty where specialty.id in (
          select specialty_id from call_list_entry join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
          where call_list_entry.amphitheatre_id = amphitheatre.id
          union select reserved_for_id from post where post.amphitheatre_id = amphitheatre.id)), '[]')
    )::text as text
  from amphitheatre
  join specialty_group on specialty_group.id = amphitheatre.group_id
  join semester on semester.id = amphitheatre.semester_id
  where amphitheatre.id = ?::int and amphitheatre.edition = ?::int`;
