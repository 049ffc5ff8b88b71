/** Whose place in the present semester an account stands for: an intern's own, a holder's by the accepted mandate (domain §6). */

/**
 * SQL. In a statement that reads `account`: the roster entry's id; null for who is on no roster of the current semester,
 * and for a holder without an accepted mandate. By indices alone: 5,500 people ask in the minute of opening.
 */
export const OWN_ENTRY = `(
    select entry.id from mandate
    join roster_entry entry on entry.id = mandate.roster_entry_id
    join semester on semester.id = entry.semester_id and semester.current
    where account.realm = 'mandatary' and mandate.account_id = account.id
      and mandate.accepted_at is not null and mandate.ended_at is null
    union all
    select entry.id from semester
    join roster_entry entry on entry.semester_id = semester.id and entry.intern_id = account.intern_id
    where account.realm = 'intern' and semester.current
  )`;

/**
 * SQL. In a statement that reads `account`: whether it signed up without the INE and neither a moderator nor the
 * roster's address, confirmed by link, has vouched for it since: it may not choose nor give a mandate (domain §6).
 * Every account's e-mail was confirmed by a link, so that being the roster's is enough, also where the roster changed.
 */
export const TO_BE_CONFIRMED = `(account.to_be_confirmed and not exists (
    select from roster_entry entry join semester on semester.id = entry.semester_id and semester.current
    where entry.intern_id = account.intern_id and lower(entry.email) = lower(account.email)))`;
