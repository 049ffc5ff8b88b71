/** The statements of `gateway_alive` and `person_connected`: a gateway writes its own rows; readers pass over silent ones. */
import type { Ms, PersonId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Actor } from './connection.ts';

export type ActorRealm = Actor['realm'];

export interface PersonHere {
  readonly person: PersonId;
  readonly realm: ActorRealm;
  readonly since: Ms;
}

/** Readers pass over a gateway after 15 s of silence (`api/desk/connected.ts`); its rows go with it after a minute. */
const FORGOTTEN = "interval '1 minute'";

/** Says that this gateway lives. @returns whether nobody knew of it: none of its people is in the table. */
export async function sayAlive(sql: Sql, gateway: string): Promise<boolean> {
  const [row] = await sql<{ isNew: boolean }>(
    `insert into gateway_alive (gateway) values (?::text)
    on conflict (gateway) do update set seen_at = now() returning xmax = 0 as "isNew"`,
    [gateway],
  );
  return row?.isNew === true;
}

/** Those who came and those who went since the last time, in one statement: 1,500 cost what one costs. */
export async function writePeople(
  sql: Sql,
  gateway: string,
  here: readonly PersonHere[],
  gone: readonly Omit<PersonHere, 'since'>[],
): Promise<void> {
  await sql(
    `with gone as (
      delete from person_connected
      using jsonb_to_recordset(?::jsonb) as those (person text, realm text), roster_entry
      where roster_entry.person = those.person and person_connected.roster_entry_id = roster_entry.id
        and person_connected.realm = those.realm and person_connected.gateway = ?::text)
    insert into person_connected (gateway, roster_entry_id, realm, since)
    select ?::text, roster_entry.id, those.realm, to_timestamp(those.since / 1000.0)
    from jsonb_to_recordset(?::jsonb) as those (person text, realm text, since float8)
    join roster_entry on roster_entry.person = those.person
    on conflict (gateway, roster_entry_id, realm) do update set since = excluded.since`,
    [JSON.stringify(gone), gateway, gateway, JSON.stringify(here)],
  );
}

/** Whatever stands there of this gateway: before everybody is written anew. */
export async function deletePeople(sql: Sql, gateway: string): Promise<void> {
  await sql('delete from person_connected where gateway = ?::text', [gateway]);
}

export async function deleteGateway(sql: Sql, gateway: string): Promise<void> {
  await sql('delete from gateway_alive where gateway = ?::text', [gateway]);
}

/** Gateways that ended without a word, their people with them. */
export async function deleteForgotten(sql: Sql): Promise<void> {
  await sql(`delete from gateway_alive where seen_at < now() - ${FORGOTTEN}`);
}
