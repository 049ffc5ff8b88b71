/** Sessions and call list of one amphitheatre: written as computed, ids kept where the number stays. */
import { cut, type Slice } from '../../../machines/cut.ts';
import type { AmphitheatreId, Ms } from '../../../machines/ids.ts';
import { DEFAULT_SETTINGS } from '../../../machines/session/world.ts';
import type { Sql } from '../../../migrations/open.ts';

export interface Cutting {
  /** Null = not cut: everyone on the list, no session yet. */
  readonly perSession: number | null;
  /** Of the first session; provisional while it is not cut. */
  readonly firstAt: Ms | null;
}

interface StoredSession {
  readonly number: number;
  readonly startsAt: Ms | null;
  readonly turnMs: number | null;
}

/**
 * Brings call list and sessions to `ines`, in call order, cut by `cutting`.
 * @returns whether the order, and whether the cut, is another than before.
 */
export async function writeCallList(
  sql: Sql,
  semesterId: number,
  amphitheatre: AmphitheatreId,
  ines: readonly string[],
  cutting: Cutting,
): Promise<{ readonly order: boolean; readonly cut: boolean }> {
  const stored = await readSessions(sql, amphitheatre);
  const turnMs = stored[0]?.turnMs ?? DEFAULT_SETTINGS.turnMs;
  const { perSession, firstAt } = cutting;
  const slices = perSession === null ? [] : cut(ines.length, perSession, firstAt, turnMs);
  await sql(
    `update amphitheatre set per_session = ?::int, first_at = to_timestamp(?::float8 / 1000)
     where id = ? and (per_session, first_at) is distinct from (?::int, to_timestamp(?::float8 / 1000))`,
    [perSession, firstAt, amphitheatre, perSession, firstAt],
  );
  const before = await readOrder(sql, amphitheatre);
  const sameOrder =
    before.length === ines.length &&
    before.every((entry, index) => entry.ine === ines[index] && entry.callOrder === index + 1);
  const sameCut =
    sameSlices(stored, slices) && before.every((entry, index) => entry.session === sessionOf(slices, index));
  if (sameOrder && sameCut) return { order: false, cut: false };
  await writeSessions(sql, amphitheatre, slices);
  await writeOrder(
    sql,
    semesterId,
    amphitheatre,
    ines.map((ine, index) => ({ ine, order: index + 1, session: sessionOf(slices, index) })),
  );
  await dropSessionsAfter(sql, amphitheatre, slices.length);
  return { order: !sameOrder, cut: !sameSlices(stored, slices) };
}

const sessionOf = (slices: readonly Slice[], index: number): number | null =>
  slices.find(slice => index < slice.last)?.number ?? null;

const sameSlices = (stored: readonly StoredSession[], slices: readonly Slice[]): boolean =>
  stored.length === slices.length &&
  slices.every((slice, index) => stored[index]?.startsAt === slice.startsAt);

const readSessions = (sql: Sql, amphitheatre: AmphitheatreId) =>
  sql<StoredSession>(
    `select number, (extract(epoch from starts_at) * 1000)::float8 as "startsAt", (settings->>'turnMs')::int as "turnMs"
     from session where amphitheatre_id = ? and not rehearsal order by number`,
    [amphitheatre],
  );

const readOrder = (sql: Sql, amphitheatre: AmphitheatreId) =>
  sql<{ ine: string; callOrder: number; session: number | null }>(
    `select ine, call_order as "callOrder", session.number as session from call_list_entry entry
     join roster_entry on roster_entry.id = roster_entry_id join intern on intern.id = intern_id
     left join session on session.id = session_id
     where entry.amphitheatre_id = ? order by call_order`,
    [amphitheatre],
  );

/**
 * A new session stands where the others of its amphitheatre stand, with their settings: they are validated and opened
 * together.
 */
async function writeSessions(
  sql: Sql,
  amphitheatre: AmphitheatreId,
  slices: readonly Slice[],
): Promise<void> {
  await sql(
    `insert into session (amphitheatre_id, number, starts_at, state, settings)
     select ?::int, row.number, to_timestamp("startsAt" / 1000), coalesce(first.state, 'draft'),
       coalesce(first.settings, '{}')
     from jsonb_to_recordset(?::jsonb) as row(number int, "startsAt" float8)
     left join lateral (select state, settings from session
       where amphitheatre_id = ? and not rehearsal order by session.number limit 1) first on true
     on conflict (amphitheatre_id, number, rehearsal) do update set starts_at = excluded.starts_at`,
    [amphitheatre, JSON.stringify(slices), amphitheatre],
  );
}

/** What rehearses one of them goes with it; one that has begun stays in the record, and forgets whose people it had. */
async function dropSessionsAfter(sql: Sql, amphitheatre: AmphitheatreId, number: number): Promise<void> {
  const dropped = `select id from session where amphitheatre_id = ?::int and not rehearsal and number > ?::int`;
  await sql(`delete from session where state = 'open' and rehearsal and rehearses_id in (${dropped})`, [
    amphitheatre,
    number,
  ]);
  await sql(`update session set rehearses_id = null where rehearses_id in (${dropped})`, [
    amphitheatre,
    number,
  ]);
  await sql(`delete from session where id in (${dropped})`, [amphitheatre, number]);
}

/** Someone who comes from another amphitheatre keeps their line, which is why it is found by the person. */
async function writeOrder(
  sql: Sql,
  semesterId: number,
  amphitheatre: AmphitheatreId,
  entries: readonly { readonly ine: string; readonly order: number; readonly session: number | null }[],
): Promise<void> {
  await sql(
    `delete from call_list_entry using roster_entry, intern
     where amphitheatre_id = ? and roster_entry.id = roster_entry_id and intern.id = intern_id
       and ine not in (select jsonb_array_elements_text(?::jsonb))`,
    [amphitheatre, JSON.stringify(entries.map(entry => entry.ine))],
  );
  await sql(
    `insert into call_list_entry (amphitheatre_id, roster_entry_id, call_order, session_id)
     select ?::int, entry.id, "order", session.id
     from jsonb_to_recordset(?::jsonb) as row(ine text, "order" int, session int)
     join intern using (ine) join roster_entry entry on entry.intern_id = intern.id and semester_id = ?
     left join session on session.amphitheatre_id = ? and session.number = row.session and not rehearsal
     on conflict (roster_entry_id) do update set amphitheatre_id = excluded.amphitheatre_id,
       call_order = excluded.call_order, session_id = excluded.session_id`,
    [amphitheatre, JSON.stringify(entries), semesterId, amphitheatre],
  );
}

/** Hours in ms by call list entry, as a JSON object: kept before a change, so that only those whose hour moves are told. */
export async function readHours(sql: Sql, amphitheatre: AmphitheatreId): Promise<string> {
  const [row] = await sql<{ hours: string }>(
    `select coalesce(jsonb_object_agg(call_list_entry.id, extract(epoch from session.starts_at) * 1000), '{}')::text as hours
     from call_list_entry join session on session.id = call_list_entry.session_id
     where call_list_entry.amphitheatre_id = ?`,
    [amphitheatre],
  );
  return row?.hours ?? '{}';
}
