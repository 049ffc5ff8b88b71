/** Last semester's favourites, taken over into the present list: what it would bring, and the act itself. For routes/favourites.ts. */
import { mayReadFavourites, takenOver } from '../../machines/favourites.ts';
import type { FavouriteOf, TakenOver } from '../../machines/favourites.ts';
import type { AccountId } from '../../machines/ids.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import type { FavouritesBefore, FavouritesImported } from '../favourites-answers.ts';
import { withOwner, written } from './change.ts';
import type { Changed } from './change.ts';
import { readEntries } from './entries.ts';
import { readLastList } from './last-list.ts';
import type { LastList, OldEntry } from './last-list.ts';
import { readOwner } from './owner.ts';

/** Changes nothing. */
export async function readBefore(sql: Sql, account: AccountId): Promise<Changed<FavouritesBefore>> {
  const owner = await readOwner(sql, account);
  if (owner === null) return { kind: 'refused', refusal: { code: 'UNKNOWN_PERSON' } };
  const refusal = mayReadFavourites(owner.sessions);
  if (refusal !== null) return { kind: 'refused', refusal };
  const last = await readLastList(sql, owner);
  const present = (await readEntries(sql, owner.id, owner.amphitheatre)).map(({ of }) => of);
  return { kind: 'done', answer: { last: last && summed(last, takenFrom(last, present)) } };
}

/** Appends; what stands in the list already stays where it is, so that asking twice brings nothing twice. */
export function importFavourites(
  database: Pick<Database, 'transaction'>,
  account: AccountId,
): Promise<Changed<FavouritesImported>> {
  return withOwner(database, account, 'intern', async (sql, owner) => {
    const before = await readEntries(sql, owner.id, owner.amphitheatre);
    const last = await readLastList(sql, owner);
    const taken =
      last &&
      takenFrom(
        last,
        before.map(({ of }) => of),
      );
    const additions = { import: owner.version + 1 }; // as a device of its own: a removal made before it did not know of it
    const list = [...before, ...(taken?.added ?? []).map(of => ({ of, additions }))];
    return {
      ...(await written(sql, owner, before, list)),
      explained: owner.explained,
      last: last && taken && summed(last, taken),
    };
  });
}

const takenFrom = (last: LastList, present: readonly FavouriteOf[]): TakenOver<OldEntry> =>
  takenOver(last.entries, present);

const summed = (
  { semester, entries }: LastList,
  { added, already, asService, notOffered }: TakenOver<OldEntry>,
) => ({
  semester,
  count: entries.length,
  added: added.length,
  already: already.length,
  asService: asService.map(({ title }) => title),
  notOffered: notOffered.map(({ title }) => title),
});
