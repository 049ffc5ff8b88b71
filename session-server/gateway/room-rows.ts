/** The statements of the table `room_moderator`: a gateway writes its own rows, and passes over those of silent ones. */
import type { AccountId, AmphitheatreId, Ms } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import type { StreamId } from '../bus/stream-id.ts';

export interface InRoom {
  readonly account: AccountId;
  readonly name: string;
  readonly since: Ms;
}

/** Judged by the database's clock, which is the same for all. */
const SILENT = "interval '15 seconds'";
const FORGOTTEN = "interval '1 minute'";

/** As the table has it: 0 is the amphitheatre's own room. */
const roomOf = ({ amphitheatre, rehearsal }: StreamId): readonly [AmphitheatreId, number] => [
  amphitheatre,
  rehearsal ?? 0,
];

/** At the other gateways that have said so lately. */
export async function othersIn(sql: Sql, stream: StreamId, gateway: string): Promise<readonly InRoom[]> {
  return await sql<InRoom>(
    `select account.id as account, account.name, (extract(epoch from room_moderator.since) * 1000)::bigint as since
    from room_moderator join account on account.id = room_moderator.account_id
    where room_moderator.amphitheatre_id = ?::int and room_moderator.rehearsal = ?::int
      and room_moderator.gateway <> ?::text and room_moderator.seen_at > now() - ${SILENT}
    order by room_moderator.since`,
    [...roomOf(stream), gateway],
  );
}

/** @param entered tells the other gateways of this room; left out where only the time is renewed. */
export async function writeSeen(
  sql: Sql,
  gateway: string,
  here: readonly (Pick<InRoom, 'account' | 'since'> & { readonly stream: StreamId })[],
  entered?: StreamId,
): Promise<void> {
  const rows = here.map(({ account, since, stream }) => {
    const [amphitheatre, rehearsal] = roomOf(stream);
    return { account, since, amphitheatre, rehearsal };
  });
  await sql(
    `insert into room_moderator (gateway, account_id, amphitheatre_id, rehearsal, since)
    select ?::text, account, amphitheatre, rehearsal, to_timestamp(since / 1000.0)
    from jsonb_to_recordset(?::jsonb) as mine (account int, amphitheatre int, rehearsal int, since bigint)
    on conflict (gateway, account_id, amphitheatre_id, rehearsal) do update set seen_at = now()`,
    [gateway, JSON.stringify(rows)],
  );
  if (entered !== undefined) await tellOthers(sql, gateway, entered);
}

export async function leaveRoom(
  sql: Sql,
  gateway: string,
  account: AccountId,
  stream: StreamId,
): Promise<void> {
  await sql(
    `delete from room_moderator where gateway = ?::text and account_id = ?::int
      and amphitheatre_id = ?::int and rehearsal = ?::int`,
    [gateway, account, ...roomOf(stream)],
  );
  await tellOthers(sql, gateway, stream);
}

/** Our own of a life before, and those of gateways that nobody has seen for a minute. */
export async function deleteOld(sql: Sql, gateway: string): Promise<void> {
  await sql(`delete from room_moderator where gateway = ?::text or seen_at < now() - ${FORGOTTEN}`, [
    gateway,
  ]);
}

async function tellOthers(sql: Sql, gateway: string, { amphitheatre, rehearsal }: StreamId): Promise<void> {
  await sql(
    `select pg_notify('room_moderator',
      json_build_object('amphitheatre', ?::int, 'rehearsal', ?::int, 'gateway', ?::text)::text)`,
    [amphitheatre, rehearsal, gateway],
  );
}
