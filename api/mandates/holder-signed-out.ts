/**
 * A mandate's end signs its holder out: the account acts for nobody. Part of the statement that records the end, in the
 * tables or in the journal, so that it holds however late a session answers the cancelling.
 */
import { loginsEnded } from '../sign-in/logins.ts';

/** SQL. @param ended name of a CTE with the mandates' `account_id`. */
export const holderSignedOut = (ended: string): string =>
  loginsEnded(`${ended}_out`, `login.account_id in (select account_id from ${ended})`, 'MANDATE_ENDED');
