/** A person's searches of the offer under their names: they belong to the account, and are the same on every device. */
import type { AccountId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import type { SavedSearch } from '../saved-search-answers.ts';

export const MOST_SEARCHES = 50; // of one person; nobody looks through more

export async function readSearches(sql: Sql, account: AccountId): Promise<readonly SavedSearch[]> {
  return sql<SavedSearch>(
    `select id, name, query from saved_search where account_id = ?::int order by name collate "fr-x-icu", id`,
    [account],
  );
}

type Saved = 'done' | 'nameTaken' | 'tooMany';

/** Case and accents of a name are its own; the same name twice is refused. In a transaction: the account's row is locked, so that two devices cannot pass the limit together. */
export async function addSearch(
  sql: Sql,
  account: AccountId,
  search: { readonly name: string; readonly query: string },
): Promise<Saved> {
  await sql('select 1 from account where id = ?::int for update', [account]);
  const [before] = await sql<{ count: number; taken: boolean }>(
    `select count(*)::int as count, coalesce(bool_or(name = ?), false) as taken from saved_search where account_id = ?::int`,
    [search.name, account],
  );
  if (before?.taken === true) return 'nameTaken';
  if ((before?.count ?? 0) >= MOST_SEARCHES) return 'tooMany';
  await sql('insert into saved_search (account_id, name, query) values (?::int, ?, ?)', [
    account,
    search.name,
    search.query,
  ]);
  return 'done';
}

/** Another name, another search under the same name, or both. Somebody else's is as good as none. */
export async function changeSearch(
  sql: Sql,
  account: AccountId,
  id: number,
  change: { readonly name: string | null; readonly query: string | null },
): Promise<'done' | 'nameTaken' | 'unknown'> {
  await sql('select 1 from account where id = ?::int for update', [account]);
  const [other] = await sql(
    'select 1 from saved_search where account_id = ?::int and name = ? and id <> ?::int',
    [account, change.name, id],
  );
  if (other !== undefined) return 'nameTaken';
  const changed = await sql(
    `update saved_search set name = coalesce(?, name), query = coalesce(?, query)
    where account_id = ?::int and id = ?::int returning id`,
    [change.name, change.query, account, id],
  );
  return changed.length === 0 ? 'unknown' : 'done';
}

export async function removeSearch(sql: Sql, account: AccountId, id: number): Promise<'done' | 'unknown'> {
  const removed = await sql(
    'delete from saved_search where account_id = ?::int and id = ?::int returning id',
    [account, id],
  );
  return removed.length === 0 ? 'unknown' : 'done';
}
