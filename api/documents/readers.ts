/** Named people who may read who comes to their establishment: granted and ended by moderators, found by the mailed link. */
import { randomBytes } from 'node:crypto';
import type { Ms } from '../../machines/ids.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import { readerToken, tokenHash } from './reader-token.ts';

export interface Grant {
  readonly establishment: number;
  readonly name: string;
  readonly email: string;
  /** The last day, in Paris. */
  readonly until: string;
  readonly by: number;
}

export type Granted =
  | { readonly kind: 'granted'; readonly id: number }
  | { readonly kind: 'unknownEstablishment' }
  /** The day is over, or more than a year away. */
  | { readonly kind: 'outOfRange' };

interface GrantParts {
  readonly database: Pick<Database, 'transaction'>;
  readonly secret: string;
  readonly mailDomain: string;
}

/** Grant, hash and mail in one transaction: whoever is granted is told. */
export async function grantReader(
  { database, secret, mailDomain }: GrantParts,
  grant: Grant,
): Promise<Granted> {
  return await database.transaction(async sql => {
    const [place] = await sql<{ semester: number | null; soon: boolean }>(
      `select (select semester.id from semester where semester.current and exists (
          select from service join post on post.service_id = service.id
          join amphitheatre on amphitheatre.id = post.amphitheatre_id and amphitheatre.semester_id = semester.id
          where service.establishment_id = ?::int)) as semester,
        ?::date between (now() at time zone 'Europe/Paris')::date
          and (now() at time zone 'Europe/Paris')::date + 366 as soon`,
      [grant.establishment, grant.until],
    );
    if (!place || place.semester === null) return { kind: 'unknownEstablishment' };
    if (!place.soon) return { kind: 'outOfRange' };
    const { id, grantedAt } = await insertReader(sql, grant, place.semester);
    const token = readerToken(secret, id, grantedAt);
    await sql('update establishment_reader set token_hash = ? where id = ?::int', [tokenHash(token), id]);
    await queueReaderMail(sql, id, grant.email, mailDomain);
    return { kind: 'granted', id };
  });
}

async function insertReader(
  sql: Sql,
  { establishment, name, email, until, by }: Grant,
  semester: number,
): Promise<{ readonly id: number; readonly grantedAt: Ms }> {
  const [row] = await sql<{ id: number; grantedAt: Ms }>(
    `insert into establishment_reader (establishment_id, semester_id, name, email, token_hash, granted_by, granted_at, expires_at)
    values (?::int, ?::int, ?, ?, ?, ?::int, date_trunc('milliseconds', now()), (?::date + 1)::timestamp at time zone 'Europe/Paris')
    returning id, (extract(epoch from granted_at) * 1000)::float8 as "grantedAt"`,
    [establishment, semester, name, email, randomBytes(32), by, until],
  );
  if (row === undefined) throw new Error('the grant was not written');
  return row;
}

const queueReaderMail = (sql: Sql, reader: number, email: string, mailDomain: string): Promise<unknown> =>
  sql(
    `with queued as (
      insert into mail (message_id, kind, recipient, data)
      values ('reader-' || ?::text || '@' || ?::text, 'establishmentReader', ?, jsonb_build_object('reader', ?::int))
      returning id, message_id
    ) select count((graphile_worker.add_job('mail', json_build_object('mail', queued.id),
      job_key => queued.message_id, max_attempts => 8)).id) from queued`,
    [String(reader), mailDomain, email, reader],
  );

/** @returns false where there is none, or it has ended. */
export async function endReader(sql: Sql, reader: number, by: number): Promise<boolean> {
  const ended = await sql(
    `update establishment_reader set ended_at = now(), ended_by = ?::int
    where id = ?::int and ended_at is null returning id`,
    [by, reader],
  );
  return ended.length > 0;
}

export interface Reader {
  readonly id: number;
  readonly name: string;
  readonly establishmentId: number;
  readonly semesterId: number;
  readonly establishment: string;
  readonly city: string;
  readonly semester: string;
  readonly coming: number;
  readonly expiresAt: Ms;
}

/** Null: no such link, or one that has expired or was ended; which of them is told to nobody. */
export async function findReader(sql: Sql, token: string): Promise<Reader | null> {
  const [row] = await sql<Reader>(
    `select reader.id, reader.name, establishment.id as "establishmentId", semester.id as "semesterId",
      establishment.name as establishment, establishment.city, semester.code as semester,
      (extract(epoch from reader.expires_at) * 1000)::float8 as "expiresAt",
      (select count(*)::int from assignment join post on post.id = assignment.post_id
        join service on service.id = post.service_id and service.establishment_id = establishment.id
        where assignment.ended_at is null and assignment.semester_id = semester.id) as coming
    from establishment_reader reader
    join establishment on establishment.id = reader.establishment_id
    join semester on semester.id = reader.semester_id
    where reader.token_hash = ? and reader.ended_at is null and reader.expires_at > now()`,
    [tokenHash(token)],
  );
  return row ?? null;
}
