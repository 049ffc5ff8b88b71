/** The moderators as administrators see them: who has accepted, since when, and what guards the account. */
import type { Sql } from '../../migrations/open.ts';
import type { ListedModerator } from '../moderator-answers.ts';

export const listModerators = (sql: Sql): Promise<readonly ListedModerator[]> =>
  sql<ListedModerator>(
    `select account.id, account.name, account.email, account.administrator,
      case when account.demo then 'demo'
        when account.password_hash is not null then 'active'
        when exists (select from mailed_link where purpose = 'inviteModerator'
          and subject = 'account:' || account.id and used_at is null and ended_at is null and expires_at > now()) then 'invited'
        else 'expired' end as state,
      (extract(epoch from account.created_at) * 1000)::float8 as "createdAt",
      (select (extract(epoch from max(last_used_at)) * 1000)::float8 from login where account_id = account.id) as "lastUsedAt",
      exists (select from passkey where account_id = account.id)
        or exists (select from authenticator where account_id = account.id) as "secondFactor"
    from account where realm = 'moderator' and removed_at is null
    order by lower(account.name), account.id`,
  );
