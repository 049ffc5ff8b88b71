/**
 * The import's one transaction, called by `import.ts` with rows that are sound in themselves: lock, compare, refuse
 * what an amphitheatre that has started does not take, and only then write.
 */
import type { Sql } from '../../migrations/open.ts';
import { Ledger } from './ledger.ts';
import { idOfName, placesOf, placing } from './places.ts';
import { planAbsences } from './plan-absences.ts';
import { planPeople } from './plan-people.ts';
import { planPosts } from './plan-posts.ts';
import { restFaults } from './rest-of-group.ts';
import type { SoundImport } from './sound-import.ts';
import { addAbsences, liftAbsences, readAbsences } from './store/absences.ts';
import { lockAmphitheatres, makeAmphitheatres, waitForOtherImports } from './store/amphitheatres.ts';
import { readInterns, writeInterns } from './store/interns.ts';
import { storeGroups, storeSemester, storeSpecialties } from './store/names.ts';
import { readPosts, removePosts, writePosts } from './store/posts.ts';
import { readRoster, removeFromRoster, writeRoster } from './store/roster.ts';
import { planServices, readOffering, writeServices } from './store/services.ts';
import { type AmphitheatreSummary, readSummary } from './summary.ts';
import { writeLists } from './write-lists.ts';

/** @throws ImportRefused where a row would change an amphitheatre that has started, or contradicts the roster. */
export async function bringUpToDate(sql: Sql, wanted: SoundImport): Promise<readonly AmphitheatreSummary[]> {
  const { interns, posts } = wanted;
  await waitForOtherImports(sql);
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
  const made = await makeAmphitheatres(sql, semesterId, places);
  const changedServices = services.changed.map(({ id }) => id);
  const groupIds = [...new Set(places.map(place => place.groupId))];
  const amphitheatres = await lockAmphitheatres(sql, semesterId, groupIds, ines, changedServices);
  const placeOf = placing(amphitheatres);
  const named = new Set(places.map(placeOf));

  const ledger = new Ledger(amphitheatres);
  const lockedGroups = [...new Set([...amphitheatres.values()].map(({ groupId }) => groupId))];
  const roster = await readRoster(sql, semesterId, lockedGroups, ines);
  const known = await readInterns(sql, ines);
  const found = { ...interns, semester: wanted.semester, settings: wanted.settings, groups, specialties };
  const people = planPeople({ ...found, amphitheatres, placeOf, named, interns: known, roster }, ledger);
  for (const fault of restFaults(interns, roster, people, groups)) ledger.fault(fault);
  const stored = await readPosts(sql, [...named]);
  const offer = planPosts({ ...posts, groups, specialties, placeOf, stored }, ledger);
  const absences = planAbsences(interns.rows, await readAbsences(sql, semesterId, ines), row =>
    ledger.note(
      placeOf({ groupId: idOfName(groups, row.group), phase: row.phase }),
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
  await writeLists(sql, { semesterId, wanted, amphitheatres, named }, people, ledger);
  return readSummary(sql, [...named], made, ledger);
}
