/**
 * Two interns of the roster who are one: the double goes, the other keeps everything (domain §6, support). What the double
 * holds for semesters that the other has none of goes over; in a list that is called already nobody is taken out.
 */
import type { AmphitheatreId, PersonId } from '../../machines/ids.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import { holdAmphitheatre } from '../acts/lock.ts';
import { recordAct } from '../acts/record.ts';
import { waitForOtherImports } from '../import/store/amphitheatres.ts';
import { removeFromRoster } from '../import/store/roster.ts';
import { readHours, writeCallList } from '../import/store/sessions.ts';
import { raiseEdition } from '../live/edition.ts';
import { recordDeskAct } from '../moderators/record.ts';
import { endLoginsOf } from '../sign-in/logins.ts';
import { queueSessionTimes } from '../worker/queue.ts';

export interface Merging {
  readonly double: PersonId;
  readonly into: PersonId;
  readonly reason: string;
  readonly by: number;
}

export type Merged =
  | 'done'
  | 'unknown'
  | 'same'
  /** The double's list has started, or the double has chosen in one of the shared semesters. */
  | 'frozen';

export function mergeDouble(
  database: Database,
  mailDomain: string,
  { double, into, reason, by }: Merging,
): Promise<Merged> {
  return database.transaction(async sql => {
    await waitForOtherImports(sql);
    const [gone, kept] = [await internOf(sql, double), await internOf(sql, into)];
    if (gone === null || kept === null) return 'unknown';
    if (gone === kept) return 'same';
    const place = await listOf(sql, double);
    if (place !== null) await holdAmphitheatre(sql, place);
    if (await isFrozen(sql, gone, kept)) return 'frozen';

    await leaveList(sql, mailDomain, { double, gone, kept, place, by });
    await sql('update roster_entry set intern_id = ?::int where intern_id = ?::int', [kept, gone]);
    await giveAccount(sql, gone, kept);
    await sql('delete from intern where id = ?::int', [gone]);
    for (const person of [double, into])
      await recordDeskAct(sql, { act: 'mergeDuplicate', by, person, detail: { double, into }, reason });
    return 'done';
  });
}

async function internOf(sql: Sql, person: PersonId): Promise<number | null> {
  const [row] = await sql<{ id: number }>('select intern_id as id from roster_entry where person = ?', [
    person,
  ]);
  return row?.id ?? null;
}

async function listOf(sql: Sql, person: PersonId): Promise<AmphitheatreId | null> {
  const [row] = await sql<{ id: AmphitheatreId }>(
    `select amphitheatre_id as id from call_list_entry
    join roster_entry on roster_entry.id = roster_entry_id where person = ?`,
    [person],
  );
  return row?.id ?? null;
}

/** SQL. The double's entries of semesters in which the other has one too: these go. */
const SHARED = `select entry.id from roster_entry entry where entry.intern_id = ?::int
  and exists (select from roster_entry other where other.intern_id = ?::int and other.semester_id = entry.semester_id)`;

async function isFrozen(sql: Sql, gone: number, kept: number): Promise<boolean> {
  const found = await sql(
    `with shared as (${SHARED})
    select from shared where exists (select from assignment where assignment.roster_entry_id = shared.id)
      or exists (select from call_list_entry join session on session.amphitheatre_id = call_list_entry.amphitheatre_id
        where call_list_entry.roster_entry_id = shared.id and not session.rehearsal
          and (session.state in ('running', 'paused', 'closed') or session.seq > 0))`,
    [gone, kept],
  );
  return found.length > 0;
}

interface Leaving {
  readonly double: PersonId;
  readonly gone: number;
  readonly kept: number;
  readonly place: AmphitheatreId | null;
  readonly by: number;
}

/** The list closes up; whose hour moves is told. */
async function leaveList(sql: Sql, mailDomain: string, leaving: Leaving): Promise<void> {
  const { double, gone, kept, place, by } = leaving;
  const shared = await sql<{ id: number; person: PersonId }>(
    `select id, person from roster_entry where id in (${SHARED})`,
    [gone, kept],
  );
  const hours = place === null ? '{}' : await readHours(sql, place);
  await removeFromRoster(
    sql,
    shared.map(({ id }) => id),
  );
  if (place === null || !shared.some(({ person }) => person === double)) return;
  const amphitheatre = await cuttingOf(sql, place);
  const listed = await sql<{ ine: string }>(
    `select ine from call_list_entry join roster_entry on roster_entry.id = roster_entry_id
    join intern on intern.id = intern_id where amphitheatre_id = ?::int order by call_order`,
    [place],
  );
  await writeCallList(
    sql,
    amphitheatre.semesterId,
    place,
    listed.map(({ ine }) => ine),
    amphitheatre,
  );
  await raiseEdition(sql, place);
  const act = await recordAct(sql, {
    amphitheatre: place,
    act: 'mergeDuplicate',
    account: by,
    detail: { person: double },
  });
  if (amphitheatre.published) await queueSessionTimes(sql, place, act, mailDomain, hours);
}

interface Cut {
  readonly semesterId: number;
  readonly perSession: number | null;
  readonly firstAt: number | null;
  readonly published: boolean;
}

async function cuttingOf(sql: Sql, amphitheatre: AmphitheatreId): Promise<Cut> {
  const [row] = await sql<Cut>(
    `select semester_id as "semesterId", per_session as "perSession",
      (extract(epoch from first_at) * 1000)::float8 as "firstAt", timetable_published_at is not null as published
    from amphitheatre where id = ?::int`,
    [amphitheatre],
  );
  if (row === undefined) throw new Error(`amphitheatre ${amphitheatre} is gone under its lock`);
  return row;
}

/** One account per intern: the double's where the other has none; else it goes, and whoever is signed in with it. */
async function giveAccount(sql: Sql, gone: number, kept: number): Promise<void> {
  const [double] = await sql<{ id: number }>('select id from account where intern_id = ?::int for update', [
    gone,
  ]);
  if (double === undefined) return;
  const other = await sql('select from account where intern_id = ?::int', [kept]);
  await endLoginsOf(sql, double.id); // what is open with it is the other intern from now on
  if (other.length === 0)
    await sql('update account set intern_id = ?::int where id = ?::int', [kept, double.id]);
  else await sql('delete from account where id = ?::int', [double.id]);
}
