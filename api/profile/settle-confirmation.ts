/** An account made without the INE whose confirmed e-mail is the roster's is confirmed for good (domain §6). */
import type { Sql } from '../../migrations/open.ts';
import { TO_BE_CONFIRMED } from '../sign-in/own-entry.ts';

/** To be asked in the transaction that gives the account an address which a link has confirmed. */
export async function settleConfirmation(sql: Sql, account: number): Promise<void> {
  await sql(
    `update account set to_be_confirmed = false, confirmed_at = now()
    where id = ?::int and to_be_confirmed and not ${TO_BE_CONFIRMED}`,
    [account],
  );
}
