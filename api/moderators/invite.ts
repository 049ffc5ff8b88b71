/** Inviting a moderator by mail: an account without a password, and a link that sets it once. */
import type { Database, Sql } from '../../migrations/open.ts';
import { mailLink } from '../mailed-links/mail-link.ts';
import type { LinkConfig, Mailed } from '../mailed-links/mail-link.ts';
import { lookAtLink, useLink } from '../mailed-links/open-link.ts';
import { hashPassword } from '../sign-in/passwords.ts';
import type { AccountId } from '../../machines/ids.ts';
import { recordDeskAct } from './record.ts';

export interface Invited {
  readonly email: string;
  readonly name: string;
  readonly administrator: boolean;
}

export type Invitation =
  | { readonly kind: 'exists' }
  | { readonly kind: 'invited'; readonly account: number; readonly link: number };

/** A removed account of the same address is taken up again, as new. @param by null: a command of the terminal. */
export function invite(
  database: Pick<Database, 'transaction'>,
  config: LinkConfig,
  { email, name, administrator }: Invited,
  by: number | null,
): Promise<Invitation> {
  return database.transaction(async sql => {
    const [row] = await sql<{ id: number }>(
      `insert into account (realm, email, name, administrator) values ('moderator', ?, ?, ?::boolean)
      on conflict (realm, lower(email)) do update
        set email = excluded.email, name = excluded.name, administrator = excluded.administrator, removed_at = null
        where account.removed_at is not null
      returning id`,
      [email, name, administrator],
    );
    if (row === undefined) return { kind: 'exists' };
    await recordDeskAct(sql, { act: 'inviteModerator', by, account: row.id, detail: { administrator } });
    const mailed = await mailInvitation(sql, config, { id: row.id, email }, true);
    if (mailed.kind !== 'mailed') throw new Error('an invitation at once was kept back');
    return { kind: 'invited', account: row.id, link: mailed.link };
  });
}

/** @param atOnce with a new account, or from the terminal: else at most one a minute. */
export const mailInvitation = (
  sql: Sql,
  config: LinkConfig,
  { id, email }: { readonly id: number; readonly email: string },
  atOnce = false,
): Promise<Mailed> =>
  mailLink(sql, config, {
    purpose: 'inviteModerator',
    subject: `account:${id}`,
    email,
    detail: { account: id },
    atOnce,
  });

/** As long as mailed links are kept (mailed-links/open-link.ts): by then nobody comes any more. */
const KEPT_DAYS = 30;

/** Accounts that nobody ever opened go with their invitation; one that was open before its removal stays for the records that name it. */
export async function purgeInvitations(sql: Sql): Promise<void> {
  await sql(
    `delete from account where realm = 'moderator' and password_hash is null and removed_at is null
      and created_at < now() - make_interval(days => ?::int)
      and not exists (select from mailed_link where purpose = 'inviteModerator' and subject = 'account:' || account.id)
      and not exists (select from desk_act where subject_account_id = account.id and act = 'removeModerator')`,
    [KEPT_DAYS],
  );
}

export interface InvitedModerator {
  readonly account: AccountId;
  readonly email: string;
  readonly name: string;
}

/** Null: the link is over. */
export async function lookAtInvitation(sql: Sql, token: string): Promise<InvitedModerator | null> {
  const link = await lookAtLink(sql, 'inviteModerator', token);
  return link === null ? null : invitedOf(sql, link.detail['account']);
}

/** Sets the password, once. @param password judged already. @returns null: the link is over. */
export async function acceptInvitation(
  database: Database,
  token: string,
  password: string,
): Promise<AccountId | null> {
  const hash = await hashPassword(password);
  return database.transaction(async sql => {
    const link = await useLink(sql, 'inviteModerator', token);
    const invited = link === null ? null : await invitedOf(sql, link.detail['account']);
    if (invited === null) return null;
    await sql('update account set password_hash = ? where id = ?::int', [hash, invited.account]);
    return invited.account;
  });
}

async function invitedOf(sql: Sql, account: unknown): Promise<InvitedModerator | null> {
  const [row] = await sql<InvitedModerator>(
    `select id as account, email, name from account
    where id = ?::int and realm = 'moderator' and removed_at is null and password_hash is null`,
    [account],
  );
  return row ?? null;
}
