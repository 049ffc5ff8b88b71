/** The last writes of an import: call lists with their cut, publication, and the acts that record what changed. */
import type { AmphitheatreId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import { queueSessionTimes } from '../worker/queue.ts';
import type { Ledger } from './ledger.ts';
import type { PeoplePlan } from './plan-people.ts';
import type { SoundImport } from './sound-import.ts';
import { type Amphitheatre, publishAmphitheatre, recordImport } from './store/amphitheatres.ts';
import { readHours, writeCallList } from './store/sessions.ts';

export interface Written {
  readonly semesterId: number;
  readonly wanted: SoundImport;
  readonly amphitheatres: ReadonlyMap<AmphitheatreId, Amphitheatre>;
  /** Those that the files name. */
  readonly named: ReadonlySet<AmphitheatreId>;
}

/** After people and posts: notes in `ledger` what becomes of lists, cuts and publication, then writes it all down. */
export async function writeLists(
  sql: Sql,
  written: Written,
  people: PeoplePlan,
  ledger: Ledger,
): Promise<void> {
  const before = await hoursToTell(sql, written, people);
  await cutLists(sql, written, people, ledger);
  if (written.wanted.publish) await publish(sql, written.named, ledger);
  await record(sql, written, before, ledger);
}

/** The hours as they stood, of the amphitheatres whose people were told them. */
async function hoursToTell(
  sql: Sql,
  { wanted, amphitheatres }: Written,
  people: PeoplePlan,
): Promise<ReadonlyMap<AmphitheatreId, string>> {
  const before = new Map<AmphitheatreId, string>();
  for (const id of wanted.mailDomain === null ? [] : people.lists.keys())
    if (amphitheatres.get(id)?.timetablePublished) before.set(id, await readHours(sql, id));
  return before;
}

const PLACE = { file: '', line: null }; // what follows from the rows is no fault of one

async function cutLists(
  sql: Sql,
  { semesterId, wanted, amphitheatres, named }: Written,
  people: PeoplePlan,
  ledger: Ledger,
): Promise<void> {
  for (const [id, list] of people.lists) {
    const asIs = amphitheatres.get(id);
    const perSession = (named.has(id) ? wanted.perSession : null) ?? asIs?.perSession ?? null;
    const firstAt = (named.has(id) ? wanted.firstAt : null) ?? asIs?.firstAt ?? null;
    const changed = await writeCallList(sql, semesterId, id, list, { perSession, firstAt });
    if (changed.order) ledger.note(id, 'callOrder', PLACE, '');
    if (changed.cut) ledger.note(id, 'sessions', PLACE, '');
  }
}

async function publish(sql: Sql, named: ReadonlySet<AmphitheatreId>, ledger: Ledger): Promise<void> {
  for (const id of named) if (await publishAmphitheatre(sql, id)) ledger.note(id, 'published', PLACE, '');
}

/** One act for each amphitheatre in which anything changed, none for the others. */
async function record(
  sql: Sql,
  { wanted, amphitheatres }: Written,
  before: ReadonlyMap<AmphitheatreId, string>,
  ledger: Ledger,
): Promise<void> {
  const files = { interns: wanted.interns.file, posts: wanted.posts.file };
  for (const id of amphitheatres.keys()) {
    if (!ledger.changed(id)) continue;
    const counts = Object.fromEntries(Object.entries(ledger.tally(id)).filter(([, count]) => count > 0));
    const raise = { pub: ledger.visible(id), edition: ledger.directoryChanged(id) };
    const act = await recordImport(sql, id, raise, { files, ...counts, ...wanted.settings });
    const hours = before.get(id);
    if (hours !== undefined && wanted.mailDomain !== null)
      await queueSessionTimes(sql, id, act, wanted.mailDomain, hours);
  }
}
