/** Compares the interns' file with the roster: who comes, goes, changes, and each amphitheatre's call list (domain §5, §11). */
import type { AmphitheatreId } from '../../machines/ids.ts';
import { callList, rankRoster } from '../../machines/rank/call-list.ts';
import type { CallOrderSettings } from '../../machines/rank/call-order.ts';
import type { Semester } from '../../machines/rank/semester.ts';
import type { InternRow } from './files/interns.ts';
import type { FilePlace, Ledger } from './ledger.ts';
import { idOfName, type Placing } from './places.ts';
import type { Amphitheatre } from './store/amphitheatres.ts';
import { type InternRecord, internOf } from './store/interns.ts';
import type { Entry, RankedEntry, StoredEntry } from './store/roster.ts';

export interface PeopleFound {
  readonly file: string;
  readonly rows: readonly InternRow[];
  readonly semester: Semester;
  readonly settings: CallOrderSettings;
  readonly groups: ReadonlyMap<string, number>;
  readonly specialties: ReadonlyMap<string, number>;
  readonly amphitheatres: ReadonlyMap<AmphitheatreId, Amphitheatre>;
  readonly placeOf: Placing;
  /** Those the files describe whole: whoever stands there and is not in the file leaves. */
  readonly named: ReadonlySet<AmphitheatreId>;
  readonly interns: ReadonlyMap<string, InternRecord>;
  readonly roster: ReadonlyMap<string, StoredEntry>;
}

export interface PeoplePlan {
  readonly interns: readonly InternRecord[];
  readonly entries: readonly RankedEntry[];
  /** Ids of the roster entries that leave. */
  readonly removed: readonly number[];
  /** INEs in call order, of each amphitheatre whose list is to be written. */
  readonly lists: ReadonlyMap<AmphitheatreId, readonly string[]>;
}

export function planPeople(found: PeopleFound, ledger: Ledger): PeoplePlan {
  const { amphitheatres, placeOf: standsIn, named, roster } = found;
  const rows = new Map(found.rows.map(row => [row.ine, row]));
  const others = [...roster.values()].filter(entry => !rows.has(entry.ine));
  const removed = others.filter(entry => named.has(standsIn(entry)));
  const staying = others.filter(entry => !named.has(standsIn(entry)));
  const ranked = rankRoster([...found.rows.map(row => entryOf(row, found)), ...staying], found.semester);

  for (const entry of removed) {
    const place = { file: found.file, line: null };
    ledger.note(standsIn(entry), 'peopleRemoved', place, `${called(entry)} n’est plus dans le fichier`);
  }
  const entries = ranked.filter(entry => {
    const row = rows.get(entry.ine);
    const place = { file: found.file, line: row?.line ?? null };
    const before = roster.get(entry.ine);
    const intern = found.interns.get(entry.ine);
    return noteDifference({ entry, before, intern, row, place, standsIn }, ledger, amphitheatres);
  });

  // A list that somebody left for an amphitheatre of the file closes up, though the file does not name it.
  const left = ranked.flatMap(entry => roster.get(entry.ine) ?? []).map(standsIn);
  const disturbed = new Set([...named, ...left.filter(id => ledger.tally(id).peopleRemoved > 0)]);
  const lists = [...disturbed]
    .filter(id => amphitheatres.get(id)?.started === false)
    .map(id => {
      const people = ranked.filter(entry => standsIn(entry) === id);
      return [id, callList(people, found.settings).map(entry => entry.ine)] as const;
    });
  return {
    interns: found.rows.map(internOf).filter(intern => !same(intern, found.interns.get(intern.ine))),
    entries,
    removed: removed.map(entry => entry.id),
    lists: new Map(lists),
  };
}

interface Compared {
  readonly entry: RankedEntry;
  readonly before: StoredEntry | undefined;
  readonly intern: InternRecord | undefined;
  readonly row: InternRow | undefined;
  readonly place: FilePlace;
  readonly standsIn: Placing;
}

/** Notes what is new about one person. @returns whether the roster entry is to be written. */
function noteDifference(
  { entry, before, intern, row, place, standsIn }: Compared,
  ledger: Ledger,
  amphitheatres: ReadonlyMap<AmphitheatreId, Amphitheatre>,
): boolean {
  const here = standsIn(entry);
  if (before === undefined) {
    const who = row === undefined ? entry.ine : `${row.name} ${row.firstName}`;
    ledger.note(here, 'peopleAdded', place, `${who} ne peut plus y entrer`);
    return true;
  }
  if (standsIn(before) !== here) {
    ledger.note(standsIn(before), 'peopleRemoved', place, `${called(before)} ne peut plus en sortir`);
    ledger.note(here, 'peopleAdded', place, `${called(before)} ne peut plus y entrer`);
    return true;
  }
  const decisive = !same(decisiveOf(entry), decisiveOf(before));
  const renamed = row !== undefined && intern !== undefined && !same(namesOf(row), namesOf(intern));
  // The headcounts of a list that has started stay as it was called.
  const headcount = entry.presentHeadcount !== before.presentHeadcount && !amphitheatres.get(here)?.started;
  const reach = !same(reachOf(entry), reachOf(before));
  const intrinsic = row !== undefined && !same(internOf(row), intern);
  if (decisive || renamed)
    ledger.note(here, 'peopleChanged', place, `la ligne de ${called(before)} ne peut plus changer`);
  else if (headcount || reach || intrinsic) ledger.note(here, 'particulars', place, '');
  return decisive || headcount || reach;
}

function entryOf(row: InternRow, { groups, specialties }: PeopleFound): Entry {
  const groupId = idOfName(groups, row.group);
  const specialtyId = idOfName(specialties, row.specialty);
  const { ine, phase, promotion, semesters, nationalRank, localRank, localHeadcount, chooses } = row;
  const rank = { promotion, semesters, nationalRank, localRank, localHeadcount, chooses };
  const reach = { faculty: row.faculty, email: row.email, phone: row.phone };
  return { ine, group: `${groupId}`, groupId, phase, specialtyId, ...rank, ...reach, fileStatus: row.status };
}

const namesOf = ({ name, firstName, promotion }: { name: string; firstName: string; promotion: number }) => [
  name,
  firstName,
  promotion,
];

const decisiveOf = (entry: Entry) => [
  entry.specialtyId,
  entry.semesters,
  entry.nationalRank,
  entry.localRank,
  entry.localHeadcount,
  entry.fileStatus,
  entry.chooses,
];

const reachOf = (entry: Entry) => [entry.faculty, entry.email, entry.phone];

const called = (entry: StoredEntry): string => `${entry.name} ${entry.firstName}`;

/** Plain values whose keys are written in one order. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
