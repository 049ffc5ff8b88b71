/** The groups of a corrected line ranked anew, and their call lists written; what is called already stays as it is. */
import type { AmphitheatreId, PersonId } from '../../machines/ids.ts';
import { callList, rankRoster } from '../../machines/rank/call-list.ts';
import { parseSemester } from '../../machines/rank/semester.ts';
import type { Sql } from '../../migrations/open.ts';
import { recordAct } from '../acts/record.ts';
import { orderSettings } from '../desk/listed.ts';
import { placing } from '../import/places.ts';
import type { Amphitheatre } from '../import/store/amphitheatres.ts';
import { writeRoster } from '../import/store/roster.ts';
import type { RankedEntry, StoredEntry } from '../import/store/roster.ts';
import { readHours, writeCallList } from '../import/store/sessions.ts';
import { raiseEdition } from '../live/edition.ts';
import { queueSessionTimes } from '../worker/queue.ts';

export interface RankAnew {
  readonly semesterId: number;
  /** `2027-05`. */
  readonly semester: string;
  readonly person: PersonId;
  readonly by: number;
  readonly mailDomain: string;
  /** As corrected. */
  readonly entries: readonly StoredEntry[];
  /** As stored, whole groups. */
  readonly roster: ReadonlyMap<string, StoredEntry>;
  /** Locked. */
  readonly amphitheatres: ReadonlyMap<AmphitheatreId, Amphitheatre>;
  /** Where the corrected one stood and stands: their names or particulars changed, whatever the order does. */
  readonly places: ReadonlySet<AmphitheatreId>;
}

/** Lists that have started keep their headcounts, as with an import. */
export async function rankAnew(sql: Sql, anew: RankAnew): Promise<void> {
  const { semesterId, entries, roster, amphitheatres } = anew;
  const semester = parseSemester(anew.semester);
  if (semester === null) throw new Error(`semester ${anew.semester} has no season`);
  const placeOf = placing(amphitheatres);
  const corrected = new Map(entries.map(entry => [entry.ine, entry]));
  const ranked = rankRoster(
    [...roster.values()].map(entry => corrected.get(entry.ine) ?? entry),
    semester,
  );
  const changed = ranked.filter(
    entry =>
      amphitheatres.get(placeOf(entry))?.started === false &&
      JSON.stringify(entry) !== JSON.stringify(roster.get(entry.ine)),
  );
  await writeRoster(sql, semesterId, changed);
  const open = [...amphitheatres.values()].filter(({ started }) => !started);
  // The one that is left last: the line of whoever leaves it goes over first.
  for (const place of open.toSorted((a, b) => Number(isLeft(anew, a)) - Number(isLeft(anew, b)))) {
    const settings = await orderSettings(sql, place.id);
    const listed = (entries: Iterable<RankedEntry>): readonly string[] =>
      callList(
        [...entries].filter(entry => placeOf(entry) === place.id),
        settings,
      ).map(({ ine }) => ine);
    const [before, after] = [listed(roster.values()), listed(ranked)];
    if (anew.places.has(place.id) || before.join() !== after.join()) await writeList(sql, anew, place, after);
  }
}

const isLeft = ({ entries, amphitheatres, places }: RankAnew, { id }: Amphitheatre): boolean =>
  places.has(id) && entries[0] !== undefined && placing(amphitheatres)(entries[0]) !== id;

async function writeList(
  sql: Sql,
  { semesterId, person, by, mailDomain }: RankAnew,
  place: Amphitheatre,
  ines: readonly string[],
): Promise<void> {
  const hours = await readHours(sql, place.id);
  await writeCallList(sql, semesterId, place.id, ines, place);
  await raiseEdition(sql, place.id);
  const act = await recordAct(sql, {
    amphitheatre: place.id,
    act: 'correctRoster',
    account: by,
    detail: { person },
  });
  if (place.timetablePublished) await queueSessionTimes(sql, place.id, act, mailDomain, hours);
}
