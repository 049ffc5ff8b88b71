/** What belongs to the account itself, of every realm: its fields, devices, second factors, links. Never a secret. */
import { iso } from './whose.ts';

/** SQL, each of `whose` (whose.ts). */
export const ACCOUNT = `select account.email, name, administrator, demo, ${iso('created_at')} as "createdAt",
    open as "toBeConfirmed", ${iso('confirmed_at')} as "confirmedAt", birth_date::text as "birthDate", phone, address,
    faculty, secret_question as "secretQuestion", ${iso('bell_read_at')} as "bellReadAt",
    single_post_explained as "singlePostExplained"
  from whose join account on account.id = whose.account`;

/** Of a push subscription the service's host: by its whole address a device could be addressed. */
export const LOGINS = `select login.device, ${iso('login.created_at')} as "createdAt",
    ${iso('login.last_used_at')} as "lastUsedAt", ${iso('login.expires_at')} as "expiresAt",
    ${iso('login.ended_at')} as "endedAt", login.seen_by is not null as "byAgency",
    case when push.id is not null then json_build_object('service', split_part(push.endpoint, '/', 3),
      'createdAt', ${iso('push.created_at')}, 'lastSentAt', ${iso('push.last_sent_at')}) end as push
  from whose join login on login.account_id = whose.account
  left join push_subscription push on push.login_id = login.id order by login.id`;

export const PASSKEYS = `select name, ${iso('created_at')} as "createdAt", ${iso('last_used_at')} as "lastUsedAt"
  from whose join passkey on account_id = account order by id`;

export const AUTHENTICATOR_SINCE = `select ${iso('created_at')} from whose join authenticator on account_id = account`;

export const RECOVERY_CODES_LEFT =
  'select count(*)::int from whose join recovery_code on account_id = account';

/** Beside those that name the account, the one by which it was made: mailed before there was an account to name. */
export const MAILED_LINKS = `select purpose, link.email, detail ->> 'to' as "newEmail",
    ${iso('created_at')} as "createdAt", ${iso('expires_at')} as "expiresAt", ${iso('used_at')} as "usedAt",
    ${iso('ended_at')} as "endedAt"
  from whose join mailed_link link on subject = 'account:' || account
    or lower(link.email) = lower(whose.email) and purpose = case realm when 'intern' then 'confirmEmail'
      when 'mandatary' then 'acceptMandate' else 'inviteModerator' end
  order by link.id`;
