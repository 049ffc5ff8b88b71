/** A forgotten password: the link to the account's own address, and what it opens. */
import type { SignInRealm } from '../../machines/wire/frames.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import { mailLink } from '../mailed-links/mail-link.ts';
import type { LinkConfig } from '../mailed-links/mail-link.ts';
import { lookAtLink, useLink } from '../mailed-links/open-link.ts';
import { queueAccountLetter } from './account-letters.ts';
import { endLoginsOf } from './logins.ts';
import { hashPassword } from './passwords.ts';

/** Nothing where there is no such account, or its password was never set: the caller answers alike. */
export async function mailReset(
  database: Pick<Database, 'transaction'>,
  config: LinkConfig,
  realm: SignInRealm,
  email: string,
): Promise<void> {
  await database.transaction(async sql => {
    const [account] = await sql<{ id: number; email: string }>(
      `select id, email from account where realm = ? and lower(email) = lower(?) and password_hash is not null`,
      [realm, email],
    );
    if (account !== undefined) await mailResetTo(sql, config, account);
  });
}

/** @param atOnce a moderator's act, on the telephone (domain §6). */
export const mailResetTo = (
  sql: Sql,
  config: LinkConfig,
  { id, email }: { readonly id: number; readonly email: string },
  atOnce = false,
) =>
  mailLink(sql, config, {
    purpose: 'resetPassword',
    subject: `account:${id}`,
    email,
    detail: { account: id },
    atOnce,
  });

export interface ResettingAccount {
  readonly realm: SignInRealm;
  readonly email: string;
  readonly name: string;
  readonly firstName: string | null;
}

/** Whose password the link sets; null where it is over. */
export async function lookAtReset(sql: Sql, token: string): Promise<ResettingAccount | null> {
  const link = await lookAtLink(sql, 'resetPassword', token);
  return link === null ? null : accountOf(sql, link.detail['account']);
}

async function accountOf(sql: Sql, account: unknown): Promise<ResettingAccount | null> {
  const [row] = await sql<ResettingAccount>(
    `select account.realm, account.email, coalesce(intern.name, account.name) as name, intern.first_name as "firstName"
    from account left join intern on intern.id = account.intern_id where account.id = ?::int`,
    [account],
  );
  return row ?? null;
}

/**
 * Whoever was signed in, perhaps with the password that was lost, is signed out (ASVS 7.4.3). A second factor stays as
 * it was (6.4.3).
 * @param password judged already. @returns false where the link is over.
 */
export async function resetPassword(
  database: Database,
  config: LinkConfig,
  token: string,
  password: string,
): Promise<boolean> {
  const hash = await hashPassword(password);
  return database.transaction(async sql => {
    const link = await useLink(sql, 'resetPassword', token);
    if (link === null) return false;
    const account = Number(link.detail['account']);
    await sql('update account set password_hash = ? where id = ?::int', [hash, account]);
    await endLoginsOf(sql, account);
    await queueAccountLetter(sql, config, 'passwordChanged', account);
    return true;
  });
}
