/**
 * Posts added to the offer (domain §4): where a session decides, the live one or between two sessions the last closed
 * one, they are written blocked, for nobody to see before it has, and its `addPosts` unblocks them; where it refuses
 * they are taken out again.
 */
import type { AmphitheatreId, PostId, ServiceId } from '../../machines/ids.ts';
import { seal } from '../../machines/sealed.ts';
import type { WorldPost } from '../../machines/session/world.ts';
import type { Sql } from '../../migrations/open.ts';
import { lockAmphitheatre } from '../acts/lock.ts';
import type { LockedAmphitheatre } from '../acts/lock.ts';
import { DONE, refused } from '../acts/outcome.ts';
import type { Outcome } from '../acts/outcome.ts';
import { recordAct } from '../acts/record.ts';
import type { AddPostsBody } from '../desk-bodies.ts';
import type { Api } from '../http/api.ts';
import { answerOf, askSession } from './ask-session.ts';
import { nextEdition, raiseEdition } from './edition.ts';
import { removeRefused } from './refused-posts.ts';

export type PostsAdded =
  | Outcome
  /** Fields of the body, `posts.2.service`: a service or DES that does not exist. */
  | { readonly kind: 'invalid'; readonly fields: readonly string[] }
  /** Fields whose number the offer, or the body itself, has already. */
  | { readonly kind: 'taken'; readonly fields: readonly string[] };

export async function addPosts(
  { database, clock }: Api,
  id: number,
  body: AddPostsBody,
  account: number,
): Promise<PostsAdded> {
  const asked = await database.transaction<PostsAdded | number>(async sql => {
    const amphitheatre = await lockAmphitheatre(sql, id);
    if (amphitheatre === null) return { kind: 'unknown' };
    await removeRefused(sql, amphitheatre.id);
    return (await faultIn(sql, amphitheatre.id, body)) ?? addLocked(sql, amphitheatre, body, account);
  });
  if (typeof asked !== 'number') return asked;
  const outcome = await answerOf(database.sql, asked, clock);
  if (outcome.kind === 'refused') await removeRefused(database.sql, id as AmphitheatreId);
  return outcome;
}

async function addLocked(
  sql: Sql,
  { id, sessions }: LockedAmphitheatre,
  { posts, reason }: AddPostsBody,
  account: number,
): Promise<Outcome | number> {
  if (sessions.length > 0 && sessions.every(({ state }) => state === 'closed'))
    return refused({ code: 'WRONG_STATE', state: 'closed', command: 'addPosts' });
  const live = sessions.find(({ state }) => state === 'running' || state === 'paused');
  const deciding = live ?? sessions.findLast(({ state }) => state === 'closed');
  const ids = await insertPosts(sql, id, posts, deciding !== undefined);
  if (deciding !== undefined) {
    const edition = await nextEdition(sql, id);
    const added = await worldPostsOf(sql, id, ids);
    const command = { type: 'addPosts', posts: added, edition, reason: seal(reason) } as const;
    return askSession(sql, deciding.id, command, { realm: 'moderator', account });
  }
  await raiseEdition(sql, id);
  await recordAct(sql, { amphitheatre: id, act: 'addPosts', account, detail: { posts: ids, reason } });
  return DONE;
}

type NewPosts = AddPostsBody['posts'];

/** As the import numbers the seats of a row (domain §11). */
const numbersOf = ({ number, seats }: NewPosts[number]): readonly string[] =>
  seats === 1 ? [number] : Array.from({ length: seats }, (_seat, index) => `${number}-${index + 1}`);

async function faultIn(
  sql: Sql,
  amphitheatre: AmphitheatreId,
  { posts }: AddPostsBody,
): Promise<PostsAdded | null> {
  const services = await existing(
    sql,
    'service',
    posts.map(({ service }) => service),
  );
  const specialties = await existing(
    sql,
    'specialty',
    posts.flatMap(({ reservedFor }) => reservedFor ?? []),
  );
  const unknown = posts.flatMap(({ service, reservedFor }, index) => [
    ...(services.has(service) ? [] : [`posts.${index}.service`]),
    ...(reservedFor === null || specialties.has(reservedFor) ? [] : [`posts.${index}.reservedFor`]),
  ]);
  if (unknown.length > 0) return { kind: 'invalid', fields: unknown };
  const offered = await sql<{ number: string }>('select number from post where amphitheatre_id = ?::int', [
    amphitheatre,
  ]);
  const taken = new Set(offered.map(({ number }) => number));
  const twice = posts.flatMap((post, index) => {
    const numbers = numbersOf(post);
    const clash = numbers.some(number => taken.has(number));
    for (const number of numbers) taken.add(number);
    return clash ? [`posts.${index}.number`] : [];
  });
  return twice.length > 0 ? { kind: 'taken', fields: twice } : null;
}

async function existing(
  sql: Sql,
  table: 'service' | 'specialty',
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await sql<{ id: number }>(
    `select id from ${table} where id in (select value::int from jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(ids)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** In the order given, so that their ids are above those of the offer and ascend. */
async function insertPosts(
  sql: Sql,
  amphitheatre: AmphitheatreId,
  posts: NewPosts,
  blocked: boolean,
): Promise<readonly PostId[]> {
  const rows = posts.flatMap(post => numbersOf(post).map(number => ({ ...post, number })));
  const inserted = await sql<{ id: PostId }>(
    `insert into post (amphitheatre_id, number, service_id, accreditation, reserved_for_id, earmark, blocked)
    select ?::int, number, service, accreditation, "reservedFor", earmark, ?::boolean
    from rows from (jsonb_to_recordset(?::jsonb) as (number text, service int, accreditation text,
      "reservedFor" int, earmark text)) with ordinality
    order by ordinality returning id`,
    [amphitheatre, blocked, JSON.stringify(rows)],
  );
  return inserted.map(({ id }) => id);
}

interface AddedRow extends Omit<WorldPost, 'blocked'> {
  readonly service: ServiceId;
}

/** As `start` would read them (host/load-world.ts), on the offer as they make it. */
async function worldPostsOf(
  sql: Sql,
  amphitheatre: AmphitheatreId,
  ids: readonly PostId[],
): Promise<readonly WorldPost[]> {
  const rows = await sql<AddedRow>(
    `select id, service, line, "reservedFor" from (
      select id, service_id as service, reserved_for_id as "reservedFor",
        min(id) over (partition by service_id, accreditation, reserved_for_id, earmark) as line
      from post where amphitheatre_id = ?::int) post
    where id in (select value::int from jsonb_array_elements_text(?::jsonb)) order by id`,
    [amphitheatre, JSON.stringify(ids)],
  );
  return rows.map(row => ({ ...row, blocked: false }));
}
