/** The amphitheatres an import concerns: made where missing, and locked, so that nothing falls between (architecture §2.6). */
import { amphitheatreTitle } from '../../../machines/amphitheatre-title.ts';
import type { Phase } from '../../../machines/directory.ts';
import type { AmphitheatreId, Ms, ServiceId } from '../../../machines/ids.ts';
import type { Sql } from '../../../migrations/open.ts';

export interface Amphitheatre {
  readonly id: AmphitheatreId;
  readonly groupId: number;
  readonly group: string;
  readonly phase: Phase;
  readonly title: string;
  /** How it is cut; null = not cut yet. */
  readonly perSession: number | null;
  readonly firstAt: Ms | null;
  /** Hours that move are then told by mail (domain §6). */
  readonly timetablePublished: boolean;
  /** A session has started: nothing of it may change any more. */
  readonly started: boolean;
}

/** One import at a time: what is compared before the rows' locks stays as it was compared. Freed with the transaction. */
export async function waitForOtherImports(sql: Sql): Promise<void> {
  await sql('select pg_advisory_xact_lock(?)', [IMPORT_LOCK]);
}

const IMPORT_LOCK = 4244;

/** @returns the ids of those that are new. */
export async function makeAmphitheatres(
  sql: Sql,
  semesterId: number,
  named: readonly { readonly groupId: number; readonly phase: Phase }[],
): Promise<readonly AmphitheatreId[]> {
  const made = await sql<{ id: AmphitheatreId }>(
    `insert into amphitheatre (semester_id, group_id, phase)
     select ?::int, "groupId", phase from jsonb_to_recordset(?::jsonb) as row("groupId" int, phase text)
     on conflict (semester_id, group_id, phase) do nothing returning id`,
    [semesterId, JSON.stringify(named)],
  );
  return made.map(({ id }) => id);
}

/**
 * Every amphitheatre of the semester that the import may touch, locked in the order of their ids: those of the groups
 * that the files name or that one of their interns stands in now, and those that offer one of `services`.
 */
export async function lockAmphitheatres(
  sql: Sql,
  semesterId: number,
  groupIds: readonly number[],
  ines: readonly string[],
  services: readonly ServiceId[],
): Promise<ReadonlyMap<AmphitheatreId, Amphitheatre>> {
  const rows = await sql<Omit<Amphitheatre, 'title' | 'started'>>(
    `select amphitheatre.id, group_id as "groupId", specialty_group.name as "group", phase,
       per_session as "perSession", (extract(epoch from first_at) * 1000)::float8 as "firstAt",
       timetable_published_at is not null as "timetablePublished"
     from amphitheatre join specialty_group on specialty_group.id = group_id
     where semester_id = ? and (
       group_id in (select value::int from jsonb_array_elements_text(?::jsonb))
       or group_id in (select group_id from roster_entry join intern on intern.id = intern_id
         where semester_id = ? and ine in (select jsonb_array_elements_text(?::jsonb)))
       or amphitheatre.id in (select amphitheatre_id from post
         where service_id in (select value::int from jsonb_array_elements_text(?::jsonb))))
     order by amphitheatre.id for update of amphitheatre`,
    [semesterId, JSON.stringify(groupIds), semesterId, JSON.stringify(ines), JSON.stringify(services)],
  );
  const started = await startedAmphitheatres(sql);
  return new Map(
    rows.map(row => [
      row.id,
      { ...row, title: amphitheatreTitle(row.group, row.phase), started: started.has(row.id) },
    ]),
  );
}

async function startedAmphitheatres(sql: Sql): Promise<ReadonlySet<AmphitheatreId>> {
  const rows = await sql<{ id: AmphitheatreId }>(
    `select distinct amphitheatre_id as id from session
     where not rehearsal and (state in ('running', 'paused', 'closed') or seq > 0)`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** @returns whether anything was written: dates already there stay. */
export async function publishAmphitheatre(sql: Sql, id: AmphitheatreId): Promise<boolean> {
  const published = await sql(
    `update amphitheatre set offer_published_at = coalesce(offer_published_at, now()),
       timetable_published_at = coalesce(timetable_published_at, now()),
       call_list_published_at = coalesce(call_list_published_at, now())
     where id = ? and (offer_published_at is null or timetable_published_at is null or call_list_published_at is null)
     returning id`,
    [id],
  );
  return published.length > 0;
}

/** Raises what watchers and directories go by, writes the act, and wakes the gateways. @returns the act's number. */
export async function recordImport(
  sql: Sql,
  id: AmphitheatreId,
  raise: { readonly pub: boolean; readonly edition: boolean },
  detail: object,
): Promise<number> {
  await sql('update amphitheatre set pub = pub + ?, edition = edition + ? where id = ?', [
    raise.pub ? 1 : 0,
    raise.edition ? 1 : 0,
    id,
  ]);
  const [act] = await sql<{ id: number }>(
    `insert into amphitheatre_act (amphitheatre_id, act, detail) values (?, 'import', ?::jsonb) returning id`,
    [id, JSON.stringify(detail)],
  );
  if (raise.pub)
    await sql(`select pg_notify('amphitheatre_changed', ?)`, [JSON.stringify({ amphitheatre: id })]);
  return act?.id ?? 0;
}
