/** Whose data is asked for: what every part reads from. */
import { TO_BE_CONFIRMED } from '../sign-in/own-entry.ts';

/**
 * SQL. The one row `whose` of every part; one parameter: the account. `intern` is null for who is none, and while the
 * account is to be confirmed: it may be somebody else's who knew what the call lists tell everybody (domain §6).
 */
export const WHOSE = `whose as (
    select id as account, realm, email, ${TO_BE_CONFIRMED} as open,
      case when realm = 'intern' and not ${TO_BE_CONFIRMED} then intern_id end as intern
    from account where id = ?::int
  )`;

/** SQL. The intern's entries of every semester. */
export const ENTRIES = `whose join roster_entry entry on entry.intern_id = whose.intern
  join semester on semester.id = entry.semester_id`;

/** SQL. An instant as the file writes it. */
export const iso = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
