/**
 * An account to be confirmed that is not the person's: taken away on the telephone, so that whoever it was made for can
 * sign up (domain §6). What public data alone opened leaves nothing behind.
 */
import type { PersonId } from '../../machines/ids.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import { tell } from '../favourites/entries.ts';
import type { LinkConfig } from '../mailed-links/mail-link.ts';
import { recordDeskAct } from '../moderators/record.ts';
import { queueAccountLetter } from '../sign-in/account-letters.ts';
import { endLoginsOf } from '../sign-in/logins.ts';
import { TO_BE_CONFIRMED } from '../sign-in/own-entry.ts';
import { takeStatusRequestBack } from '../status/ask.ts';

export interface AccountDeletion {
  readonly person: PersonId;
  /** Of the account that the moderator was shown: another one that was made since is not meant. */
  readonly email: string;
  readonly by: number;
  readonly reason: string;
}

export type AccountDeleted =
  | 'done'
  /** No account, or one with another address by now. */
  | 'nothing'
  /** Confirmed, perhaps meanwhile: it is the person's, and stays. */
  | 'confirmed';

/**
 * Its sockets close with its logins; devices, bell, searches and preferences go with the row. In a live session too: it
 * may not choose, and who waits on the telephone may be called next. A mandate stays, for it was given while the
 * account was vouched for.
 */
export function deleteAccount(
  database: Pick<Database, 'transaction'>,
  config: LinkConfig,
  { person, email, by, reason }: AccountDeletion,
): Promise<AccountDeleted> {
  return database.transaction(async sql => {
    const entries = await holdEntries(sql, person);
    const account = await holdAccount(sql, person, email);
    if (account === null) return 'nothing';
    if (!account.toBeConfirmed) return 'confirmed';
    await queueAccountLetter(sql, config, 'accountDeleted', account.id);
    await takeStatusRequestBack(sql, account.id);
    await undoArrangements(sql, entries);
    await endItsLinks(sql, account.id);
    await endLoginsOf(sql, account.id);
    await sql('delete from account where id = ?::int', [account.id]);
    await recordDeskAct(sql, { act: 'deleteAccount', by, person, account: account.id, reason });
    return 'done';
  });
}

/** Before the account, as a change of favourites does: the person's own, of every semester. */
async function holdEntries(sql: Sql, person: PersonId): Promise<readonly number[]> {
  const rows = await sql<{ id: number }>(
    `select id from roster_entry where intern_id = (select intern_id from roster_entry where person = ?)
    order by id for no key update`,
    [person],
  );
  return rows.map(({ id }) => id);
}

/** Of a confirmation at the same time the second sees the first. */
async function holdAccount(
  sql: Sql,
  person: PersonId,
  email: string,
): Promise<{ readonly id: number; readonly toBeConfirmed: boolean } | null> {
  const [row] = await sql<{ id: number; toBeConfirmed: boolean }>(
    `select account.id, ${TO_BE_CONFIRMED} as "toBeConfirmed" from account
    where realm = 'intern' and lower(email) = lower(?)
      and intern_id = (select intern_id from roster_entry where person = ?) for update`,
    [email, person],
  );
  return row ?? null;
}

/**
 * What stands with the person and was done in the account: favourites, the call order said to be right. It may be a
 * stranger's: nobody is to find in their own turn what they have not arranged.
 */
async function undoArrangements(sql: Sql, entries: readonly number[]): Promise<void> {
  for (const entry of entries) {
    await sql('update roster_entry set order_checked = null where id = ?::int', [entry]);
    await sql('delete from favourite_operation where roster_entry_id = ?::int', [entry]);
    const gone = await sql('delete from favourite where roster_entry_id = ?::int returning id', [entry]);
    if (gone.length > 0) await tell(sql, entry);
  }
}

/** The account's own, and those that would make it anew without the INE; one that was asked for with the INE stays good. */
async function endItsLinks(sql: Sql, account: number): Promise<void> {
  await sql(
    `update mailed_link set ended_at = now() from account
    where account.id = ?::int and used_at is null and ended_at is null and (subject = 'account:' || account.id
      or purpose = 'confirmEmail' and detail ->> 'intern' = account.intern_id::text
        and detail ->> 'byIne' is distinct from 'true')`,
    [account],
  );
}
