/**
 * What a roster entry says, corrected by a moderator with a reason: reach at any time; names and what rank is made of
 * until the amphitheatre's first start, as the import (domain §2, §5, §11). The group's headcounts are counted anew.
 */
import type { PersonId } from '../../machines/ids.ts';
import { callList, rankRoster } from '../../machines/rank/call-list.ts';
import { parseSemester } from '../../machines/rank/semester.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import { recordAct } from '../acts/record.ts';
import { orderSettings } from '../desk/listed.ts';
import type { RosterChanges } from '../file-answers.ts';
import { placing } from '../import/places.ts';
import { lockAmphitheatres, waitForOtherImports } from '../import/store/amphitheatres.ts';
import type { Amphitheatre } from '../import/store/amphitheatres.ts';
import { readRoster, writeRoster } from '../import/store/roster.ts';
import type { StoredEntry } from '../import/store/roster.ts';
import { readHours, writeCallList } from '../import/store/sessions.ts';
import { raiseEdition } from '../live/edition.ts';
import { recordDeskAct } from '../moderators/record.ts';
import { queueSessionTimes } from '../worker/queue.ts';

export interface Correction {
  readonly person: PersonId;
  readonly changes: RosterChanges;
  readonly reason: string;
  readonly by: number;
}

export type Corrected =
  | { readonly kind: 'done'; readonly before: number | null; readonly after: number | null }
  | { readonly kind: 'unknown' }
  /** The list stays as it is called. */
  | { readonly kind: 'frozen' }
  | { readonly kind: 'localRank' };

interface Whose {
  readonly intern: number;
  readonly ine: string;
  readonly semesterId: number;
  readonly semester: string;
  readonly groupId: number;
}

export function correctRoster(
  database: Database,
  mailDomain: string,
  { person, changes, reason, by }: Correction,
): Promise<Corrected> {
  return database.transaction(async sql => {
    await waitForOtherImports(sql);
    const whose = await whoseEntry(sql, person);
    if (whose === null) return { kind: 'unknown' };
    const amphitheatres = await lockAmphitheatres(sql, whose.semesterId, [whose.groupId], [whose.ine], []);
    const roster = await readRoster(sql, whose.semesterId, [whose.groupId], [whose.ine]);
    const entry = roster.get(whose.ine);
    if (entry === undefined) return { kind: 'unknown' };
    const place = amphitheatres.get(placing(amphitheatres)(entry));
    const decisive = DECISIVE.some(field => changes[field] !== undefined);
    if (decisive && place?.started === true) return { kind: 'frozen' };
    const corrected = withRank(entry, changes);
    if (isRankTaken(corrected, roster)) return { kind: 'localRank' };

    const before = await callOrderOf(sql, person);
    await writeReach(sql, person, whose.intern, changes);
    if (decisive && place !== undefined)
      await writeRanks(sql, mailDomain, { whose, corrected, roster, amphitheatres, place, person, by });
    await recordDeskAct(sql, {
      act: 'correctRoster',
      by,
      person,
      detail: { fields: Object.keys(changes) },
      reason,
    });
    return { kind: 'done', before, after: await callOrderOf(sql, person) };
  });
}

const DECISIVE = [
  'name',
  'firstName',
  'validatedSemesters',
  'supernumerarySemesters',
  'researchYearSemesters',
  'researchLeaveSemesters',
  'nationalRank',
  'localRank',
] as const satisfies readonly (keyof RosterChanges)[];

function withRank(entry: StoredEntry, changes: RosterChanges): StoredEntry {
  const { semesters } = entry;
  return {
    ...entry,
    email: changes.email ?? entry.email,
    phone: changes.phone ?? entry.phone,
    faculty: changes.faculty ?? entry.faculty,
    nationalRank: changes.nationalRank ?? entry.nationalRank,
    localRank: changes.localRank ?? entry.localRank,
    semesters: {
      validated: changes.validatedSemesters ?? semesters.validated,
      supernumerary: changes.supernumerarySemesters ?? semesters.supernumerary,
      researchYear: changes.researchYearSemesters ?? semesters.researchYear,
      researchLeave: changes.researchLeaveSemesters ?? semesters.researchLeave,
    },
  };
}

/** Within (promotion, group): not above the headcount, not twice (domain §11). */
const isRankTaken = (entry: StoredEntry, roster: ReadonlyMap<string, StoredEntry>): boolean =>
  entry.localRank > entry.localHeadcount ||
  [...roster.values()].some(
    other =>
      other.ine !== entry.ine &&
      other.promotion === entry.promotion &&
      other.groupId === entry.groupId &&
      other.localRank === entry.localRank,
  );

interface Ranks {
  readonly whose: Whose;
  readonly corrected: StoredEntry;
  readonly roster: ReadonlyMap<string, StoredEntry>;
  readonly amphitheatres: ReadonlyMap<Amphitheatre['id'], Amphitheatre>;
  readonly place: Amphitheatre;
  readonly person: PersonId;
  readonly by: number;
}

/** The whole group ranked anew; lists that have started keep their headcounts, as with an import. */
async function writeRanks(sql: Sql, mailDomain: string, ranks: Ranks): Promise<void> {
  const { whose, corrected, roster, amphitheatres, place, person, by } = ranks;
  const semester = parseSemester(whose.semester);
  if (semester === null) throw new Error(`semester ${whose.semester} has no season`);
  const placeOf = placing(amphitheatres);
  const entries = [...roster.values()].map(entry => (entry.ine === corrected.ine ? corrected : entry));
  const ranked = rankRoster(entries, semester);
  const moved = ranked.filter(
    entry =>
      amphitheatres.get(placeOf(entry))?.started === false &&
      JSON.stringify(entry) !== JSON.stringify(roster.get(entry.ine)),
  );
  await writeRoster(sql, whose.semesterId, moved);
  const listed = ranked.filter(entry => placeOf(entry) === place.id);
  const ines = callList(listed, await orderSettings(sql, place.id)).map(({ ine }) => ine);
  const hours = await readHours(sql, place.id);
  await writeCallList(sql, whose.semesterId, place.id, ines, place);
  await raiseEdition(sql, place.id);
  const act = await recordAct(sql, {
    amphitheatre: place.id,
    act: 'correctRoster',
    account: by,
    detail: { person },
  });
  if (place.timetablePublished) await queueSessionTimes(sql, place.id, act, mailDomain, hours);
}

async function whoseEntry(sql: Sql, person: PersonId): Promise<Whose | null> {
  const [row] = await sql<Whose>(
    `select intern.id as intern, intern.ine, semester.id as "semesterId", semester.code as semester,
      roster_entry.group_id as "groupId"
    from roster_entry join intern on intern.id = roster_entry.intern_id
    join semester on semester.id = roster_entry.semester_id and semester.current
    where roster_entry.person = ?`,
    [person],
  );
  return row ?? null;
}

async function callOrderOf(sql: Sql, person: PersonId): Promise<number | null> {
  const [row] = await sql<{ callOrder: number }>(
    `select call_order as "callOrder" from call_list_entry
    join roster_entry on roster_entry.id = roster_entry_id where person = ?`,
    [person],
  );
  return row?.callOrder ?? null;
}

async function writeReach(sql: Sql, person: PersonId, intern: number, changes: RosterChanges): Promise<void> {
  const { name, firstName, birthName, email, phone, faculty } = changes;
  await sql(
    `update roster_entry set email = coalesce(?::text, email), phone = coalesce(?::text, phone),
      faculty = coalesce(?::text, faculty) where person = ?`,
    [email ?? null, phone ?? null, faculty ?? null, person],
  );
  await sql(
    `update intern set name = coalesce(?::text, name), first_name = coalesce(?::text, first_name),
      birth_name = case when ?::boolean then ?::text else birth_name end where id = ?::int`,
    [name ?? null, firstName ?? null, birthName !== undefined, birthName ?? null, intern],
  );
}
