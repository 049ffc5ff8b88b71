/** What an account was told, what it wants to be told, what it keeps for itself, and the mails that left for it. */
import { iso } from './whose.ts';

/** SQL, each of `whose` (whose.ts). */
export const SAVED_SEARCHES = `select name, query, ${iso('created_at')} as "createdAt"
  from whose join saved_search on account_id = account order by id`;

export const NOTIFICATIONS = `select kind, key, detail, ${iso('at')} as at
  from whose join notification on account_id = account order by id`;

export const NOTIFICATIONS_READ = `select key, ${iso('at')} as at
  from whose join notification_read mark on account_id = account order by mark.at, key`;

export const NOTIFICATION_CHOICES = `select kind, channel, wanted
  from whose join notification_choice on account_id = account order by kind, channel`;

/** That they left, never what they said: to the account's address, those it had before, and the roster's. */
export const MAILS = `select kind, recipient, ${iso('created_at')} as "createdAt", ${iso('sent_at')} as "sentAt", unwanted
  from mail where recipient <> '' and lower(recipient) in (
    select lower(email) from whose
    union select lower(link.email) from whose
      join mailed_link link on purpose = 'leaveEmail' and subject = 'account:' || account
    union select lower(entry.email) from whose join roster_entry entry on entry.intern_id = whose.intern
  ) order by id`;
