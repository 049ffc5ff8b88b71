/**
 * What stands outside every stream and is shown on open pages: that it has changed is said by NOTIFY `changed`, at the
 * commit of the caller's transaction; the gateway tells the pages concerned, which read it again over HTTP.
 */
import type { OwnChange } from '../../machines/wire/frames.ts';
import type { Sql } from '../../migrations/open.ts';

/** Every page of that intern; nobody where there is no account. */
export async function tellIntern(
  sql: Sql,
  rosterEntry: number,
  what: Exclude<OwnChange, 'requests'>,
): Promise<void> {
  await sql(
    `select pg_notify('changed', json_build_object('account', account.id, 'what', ?::text)::text)
    from roster_entry join account on account.realm = 'intern' and account.intern_id = roster_entry.intern_id
    where roster_entry.id = ?::int`,
    [what, rosterEntry],
  );
}

/** Every moderator in a room: another number of requests waits. */
export async function tellModerators(sql: Sql): Promise<void> {
  await sql(`select pg_notify('changed', '{"what":"requests"}')`);
}
