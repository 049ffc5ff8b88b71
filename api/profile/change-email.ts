/** Another e-mail, said yes to at both addresses: the one that is left and the one that comes (domain §6). */
import type { Database, Sql } from '../../migrations/open.ts';
import type { EmailChange } from '../account-answers.ts';
import { countAsked, endLinks, mailLink } from '../mailed-links/mail-link.ts';
import type { LinkConfig, Mailed } from '../mailed-links/mail-link.ts';
import { lookAtLink, useLink } from '../mailed-links/open-link.ts';
import { queueAccountLetter } from '../sign-in/account-letters.ts';
import { settleConfirmation } from './settle-confirmation.ts';

const SIDES = ['leaveEmail', 'changeEmail'] as const;

/**
 * Both links leave together, or none. Where the address has an account already that account is told, and the answer is
 * the same (ASVS 6.3.8).
 */
export function askEmailChange(
  database: Pick<Database, 'transaction'>,
  config: LinkConfig,
  account: { readonly id: number; readonly email: string },
  to: string,
): Promise<Mailed['kind']> {
  return database.transaction(async sql => {
    const [other] = await sql<{ id: number; email: string }>(
      `select id, email from account where realm = 'intern' and lower(email) = lower(?)`,
      [to],
    );
    if (other !== undefined) {
      const subject = `account:${other.id}`;
      const detail = { account: other.id };
      const asked = await countAsked(sql, 'changeEmail', to);
      if (asked === null)
        await mailLink(sql, config, { purpose: 'accountExists', subject, email: other.email, detail });
      return asked ?? 'mailed';
    }
    const subject = `account:${account.id}`;
    const detail = { account: account.id, to };
    const { kind } = await mailLink(sql, config, { purpose: 'changeEmail', subject, email: to, detail });
    if (kind === 'mailed')
      await mailLink(sql, config, {
        purpose: 'leaveEmail',
        subject,
        email: account.email,
        detail,
        atOnce: true, // counted at the other address, in the same transaction
      });
    return kind;
  });
}

/** Null where the link is over. */
export async function lookAtEmailChange(sql: Sql, token: string): Promise<EmailChange | null> {
  for (const side of SIDES) {
    const link = await lookAtLink(sql, side, token);
    if (link !== null) return { to: String(link.detail['to']), at: link.email };
  }
  return null;
}

export type SaidYes = 'changed' | 'otherSide' | 'linkOver' | 'taken';

/** Uses the link up; with the second of the two the address changes, and both are told. */
export async function sayYes(database: Database, config: LinkConfig, token: string): Promise<SaidYes> {
  return database.transaction(async sql => {
    const link = (await useLink(sql, 'leaveEmail', token)) ?? (await useLink(sql, 'changeEmail', token));
    if (link === null) return 'linkOver';
    const [account, to] = [Number(link.detail['account']), String(link.detail['to'])];
    // In line with the other side: of two at once the second one sees the first.
    const [before] = await sql<{ email: string }>('select email from account where id = ?::int for update', [
      account,
    ]);
    if (before === undefined) return 'linkOver';
    if (!(await bothSaidYes(sql, link.id))) return 'otherSide';
    const changed = await sql(
      `update account set email = ? where id = ?::int and not exists (select from account other
        where other.realm = account.realm and lower(other.email) = lower(?) and other.id <> account.id) returning id`,
      [to, account, to],
    );
    if (changed.length === 0) return 'taken';
    await settleConfirmation(sql, account);
    await endLinks(sql, 'resetPassword', `account:${account}`); // it went to the address that was left
    await queueAccountLetter(sql, config, 'emailChanged', account);
    await queueAccountLetter(sql, config, 'emailChanged', account, before.email);
    return 'changed';
  });
}

/** The two of one asking were written at the same instant. */
async function bothSaidYes(sql: Sql, link: number): Promise<boolean> {
  const unsaid = await sql(
    `select 1 from mailed_link one join mailed_link pair on pair.subject = one.subject
      and pair.created_at = one.created_at and pair.purpose in ('leaveEmail', 'changeEmail')
    where one.id = ?::int and pair.used_at is null`,
    [link],
  );
  return unsaid.length === 0;
}
