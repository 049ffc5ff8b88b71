/** Changes of one person's favourites: held, merged, written and told in one transaction. For routes/favourites.ts. */
import { favouriteKey, mayArrangeFavourites, merged } from '../../machines/favourites.ts';
import type { FavouriteOperation, FavouriteOutcome, ListedFavourite } from '../../machines/favourites.ts';
import type { AccountId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import type { FavouritesMerged } from '../favourites-answers.ts';
import { readEntries, tell, writeEntries } from './entries.ts';
import { offeredAmong } from './offered.ts';
import { knownOutcomes, noteExplained, writeOutcomes } from './operations.ts';
import { holdOwner, readOwner } from './owner.ts';
import type { FavouritesOwner } from './owner.ts';

export type Changed<Done> =
  | { readonly kind: 'done'; readonly answer: Done }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What one device has done, in the order it did it. @param device by its own name, the same after a reload. */
export function changeFavourites(
  database: Pick<Database, 'transaction'>,
  account: AccountId,
  realm: 'intern' | 'mandatary',
  device: string,
  operations: readonly FavouriteOperation[],
): Promise<Changed<FavouritesMerged>> {
  return withOwner(database, account, realm, async (sql, owner) => {
    const [before, known, offered] = [
      await readEntries(sql, owner.id, owner.amphitheatre),
      await knownOutcomes(sql, owner.id, operations),
      await offeredAmong(
        sql,
        owner.amphitheatre,
        operations.map(({ of }) => of),
      ),
    ];
    const outcomes = new Map<string, FavouriteOutcome>(known);
    const made = { device, version: owner.version + 1 };
    let list = before;
    for (const operation of operations) {
      if (outcomes.has(operation.id)) continue;
      if (operation.kind === 'add' && !offered.has(favouriteKey(operation.of))) {
        outcomes.set(operation.id, 'notOffered');
        continue;
      }
      const next = merged(list, operation, made);
      outcomes.set(operation.id, next.outcome);
      ({ list } = next);
    }
    const fresh = [...outcomes].filter(([id]) => !known.has(id));
    if (fresh.length > 0) await writeOutcomes(sql, owner.id, fresh);
    const explained = operations.some(one => one.kind === 'add' && one.explained === true);
    if (explained && !owner.explained) await noteExplained(sql, account);
    return {
      ...(await written(sql, owner, before, list)),
      explained: owner.explained || explained,
      outcomes: operations.map(({ id }) => ({ id, outcome: outcomes.get(id) ?? 'same' })),
    };
  });
}

/** Of two changes at once the second sees the first. */
export function withOwner<Done>(
  { transaction }: Pick<Database, 'transaction'>,
  account: AccountId,
  realm: 'intern' | 'mandatary',
  change: (sql: Sql, owner: FavouritesOwner) => Promise<Done>,
): Promise<Changed<Done>> {
  return transaction(async (sql): Promise<Changed<Done>> => {
    const found = await readOwner(sql, account);
    if (found === null) return { kind: 'refused', refusal: { code: 'UNKNOWN_PERSON' } };
    await holdOwner(sql, found.id);
    const owner = await readOwner(sql, account); // the version as it is now that the row is ours
    if (owner === null) return { kind: 'refused', refusal: { code: 'UNKNOWN_PERSON' } }; // the account went meanwhile
    const refusal = mayArrangeFavourites(realm, owner.sessions);
    if (refusal !== null) return { kind: 'refused', refusal };
    return { kind: 'done', answer: await change(sql, owner) };
  });
}

/** Writes the list where it differs, raises its version and tells of it. */
export async function written(
  sql: Sql,
  owner: FavouritesOwner,
  before: readonly ListedFavourite[],
  list: readonly ListedFavourite[],
) {
  const entries = list.map(({ of }) => of);
  if (JSON.stringify(list) === JSON.stringify(before)) return { version: owner.version, entries };
  await writeEntries(sql, owner.id, before, list);
  return { version: await tell(sql, owner.id), entries };
}
