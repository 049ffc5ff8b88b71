/**
 * The import's one transaction, called by `import.ts` with rows that are sound in themselves: lock, compare, refuse
 * what an amphitheatre that has started does not take, and only then write.
 */
import type { Phase } from '../../machines/directory.ts';
import type { AmphitheatreId, Ms } from '../../machines/ids.ts';
import type { CallOrderSettings } from '../../machines/rank/call-order.ts';
import type { Semester } from '../../machines/rank/semester.ts';
import type { Sql } from '../../migrations/open.ts';
import { fold } from './files/fold.ts';
import type { InternRow } from './files/interns.ts';
import type { PostRow } from './files/posts.ts';
import { Ledger } from './ledger.ts';
import { planAbsences } from './plan-absences.ts';
import { type PeoplePlan, planPeople } from './plan-people.ts';
import { planPosts } from './plan-posts.ts';
import { restFaults } from './rest-of-group.ts';
import { addAbsences, liftAbsences, readAbsences } from './store/absences.ts';
import * as amphitheatreStore from './store/amphitheatres.ts';
import type { Amphitheatre } from './store/amphitheatres.ts';
import { readInterns, writeInterns } from './store/interns.ts';
import { storeGroups, storeSemester, storeSpecialties } from './store/names.ts';
import { readPosts, removePosts, writePosts } from './store/posts.ts';
import { readRoster, removeFromRoster, writeRoster } from './store/roster.ts';
import { planServices, readOffering, writeServices } from './store/services.ts';
import { writeCallList } from './store/sessions.ts';
import { readSummary, type AmphitheatreSummary } from './summary.ts';

export interface SoundImport {
  readonly code: string;
  readonly semester: Semester;
  readonly interns: { readonly file: string; readonly rows: readonly InternRow[] };
  readonly posts: { readonly file: string; readonly rows: readonly PostRow[] };
  /** Null leaves the cut, or the hour, as it is. */
  readonly perSession: number | null;
  readonly firstAt: Ms | null;
  readonly publish: boolean;
  readonly settings: CallOrderSettings;
}

/** @throws ImportRefused where a row would change an amphitheatre that has started, or contradicts the roster. */
export async function bringUpToDate(sql: Sql, wanted: SoundImport): Promise<readonly AmphitheatreSummary[]> {
  const { interns, posts } = wanted;
  await amphitheatreStore.waitForOtherImports(sql);
  const semesterId = await storeSemester(sql, wanted.code);
  const groups = await storeGroups(
    sql,
    [...interns.rows, ...posts.rows].map(row => row.group),
  );
  const specialties = await storeSpecialties(
    sql,
    interns.rows.map(row => row.specialty),
  );
  const services = await planServices(sql, posts.rows);
  const ines = interns.rows.map(row => row.ine);

  const places = placesOf([...interns.rows, ...posts.rows], groups);
  const made = await amphitheatreStore.makeAmphitheatres(sql, semesterId, places);
  const changedServices = services.changed.map(({ id }) => id);
  const groupIds = [...new Set(places.map(place => place.groupId))];
  const amphitheatres = await amphitheatreStore.lockAmphitheatres(
    sql,
    semesterId,
    groupIds,
    ines,
    changedServices,
  );
  const amphitheatreOf = finding(amphitheatres, groups);
  const named = new Set([...interns.rows, ...posts.rows].map(row => amphitheatreOf(row.group, row.phase)));

  const ledger = new Ledger(amphitheatres);
  const lockedGroups = [...new Set([...amphitheatres.values()].map(({ groupId }) => groupId))];
  const roster = await readRoster(sql, semesterId, lockedGroups, ines);
  const known = await readInterns(sql, ines);
  const found = { ...interns, semester: wanted.semester, settings: wanted.settings, groups, specialties };
  const people = planPeople({ ...found, amphitheatres, named, interns: known, roster }, ledger);
  for (const fault of restFaults(interns, roster, people, groups)) ledger.fault(fault);
  const stored = await readPosts(sql, [...named]);
  const offer = planPosts({ ...posts, specialties, amphitheatreOf, stored }, ledger);
  const absences = planAbsences(interns.rows, await readAbsences(sql, semesterId, ines), row =>
    ledger.note(
      amphitheatreOf(row.group, row.phase),
      'absences',
      { file: interns.file, line: row.line },
      `l’absence prévue de ${row.name} ${row.firstName} ne peut plus changer`,
    ),
  );
  const rowOf = new Map(services.changed.map(({ id, row }) => [id, row]));
  for (const { amphitheatre, service } of await readOffering(sql, semesterId, changedServices)) {
    const row = rowOf.get(service);
    const place = { file: posts.file, line: row?.line ?? null };
    ledger.note(
      amphitheatre,
      'services',
      place,
      `le service «\u00a0${row?.service ?? ''}\u00a0» ne peut plus changer`,
    );
  }
  ledger.refuseFaults();

  await liftAbsences(sql, semesterId, absences.lift);
  await removeFromRoster(sql, people.removed);
  await writeInterns(sql, people.interns);
  await writeRoster(sql, semesterId, people.entries);
  await addAbsences(sql, semesterId, absences.add);
  await removePosts(sql, offer.removed);
  await writePosts(sql, offer.posts, await writeServices(sql, services));
  await writeLists(sql, semesterId, wanted, amphitheatres, named, people, ledger);
  if (wanted.publish) await publish(sql, named, ledger);
  await record(sql, wanted, amphitheatres, ledger);
  return readSummary(sql, [...named], made, ledger);
}

/** The (group, phase) pairs that the files name, once each, in the order they come. */
function placesOf(rows: readonly { group: string; phase: Phase }[], groups: ReadonlyMap<string, number>) {
  const places = new Map<string, { readonly groupId: number; readonly phase: Phase }>();
  for (const { group, phase } of rows) {
    const groupId = groupIdOf(groups, group);
    places.set(`${groupId} ${phase}`, { groupId, phase });
  }
  return [...places.values()];
}

function finding(
  amphitheatres: ReadonlyMap<AmphitheatreId, Amphitheatre>,
  groups: ReadonlyMap<string, number>,
): (group: string, phase: Phase) => AmphitheatreId {
  const ids = new Map(
    [...amphitheatres.values()].map(({ id, groupId, phase }) => [`${groupId} ${phase}`, id]),
  );
  return (group, phase) => {
    const id = ids.get(`${groupIdOf(groups, group)} ${phase}`);
    if (id === undefined) throw new Error('an amphitheatre of the files was not made');
    return id;
  };
}

function groupIdOf(groups: ReadonlyMap<string, number>, group: string): number {
  const id = groups.get(fold(group));
  if (id === undefined) throw new Error('a group of the files was not stored');
  return id;
}

async function writeLists(
  sql: Sql,
  semesterId: number,
  wanted: SoundImport,
  amphitheatres: ReadonlyMap<AmphitheatreId, Amphitheatre>,
  named: ReadonlySet<AmphitheatreId>,
  people: PeoplePlan,
  ledger: Ledger,
): Promise<void> {
  const place = { file: '', line: null };
  for (const [id, list] of people.lists) {
    const asIs = amphitheatres.get(id);
    const perSession = (named.has(id) ? wanted.perSession : null) ?? asIs?.perSession ?? null;
    const firstAt = (named.has(id) ? wanted.firstAt : null) ?? asIs?.firstAt ?? null;
    const written = await writeCallList(sql, semesterId, id, list, { perSession, firstAt });
    if (written.order) ledger.note(id, 'callOrder', place, '');
    if (written.cut) ledger.note(id, 'sessions', place, '');
  }
}

async function publish(sql: Sql, named: ReadonlySet<AmphitheatreId>, ledger: Ledger): Promise<void> {
  for (const id of named)
    if (await amphitheatreStore.publishAmphitheatre(sql, id))
      ledger.note(id, 'published', { file: '', line: null }, '');
}

/** One act for each amphitheatre in which anything changed, none for the others. */
async function record(
  sql: Sql,
  wanted: SoundImport,
  amphitheatres: ReadonlyMap<AmphitheatreId, Amphitheatre>,
  ledger: Ledger,
): Promise<void> {
  const files = { interns: wanted.interns.file, posts: wanted.posts.file };
  for (const id of amphitheatres.keys()) {
    if (!ledger.changed(id)) continue;
    const counts = Object.fromEntries(Object.entries(ledger.tally(id)).filter(([, count]) => count > 0));
    const raise = { pub: ledger.visible(id), edition: ledger.directoryChanged(id) };
    await amphitheatreStore.recordImport(sql, id, raise, { files, ...counts, ...wanted.settings });
  }
}
