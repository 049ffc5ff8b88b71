/** The mail of a sign-up: the link to the address that was given, or word to the account that is there already. */
import type { Database, Sql } from '../../migrations/open.ts';
import { countAsked, mailLink } from '../mailed-links/mail-link.ts';
import type { LinkConfig, Mailed } from '../mailed-links/mail-link.ts';
import type { Match } from './roster.ts';

/**
 * The answer is the same whether or not the person or the address has an account: the limits count what was asked for
 * the address that was given. A person with an account is told at the account's own address, and so is the account
 * that has this address already; a link leaves to nobody then.
 */
export function askSignUpMail(
  database: Pick<Database, 'transaction'>,
  config: LinkConfig,
  { intern, byIne }: Match,
  email: string,
): Promise<Mailed['kind']> {
  return database.transaction(async sql => {
    const known = await knownAccounts(sql, intern, email);
    if (known.length === 0) {
      const subject = `intern:${intern} ${email.toLowerCase()}`;
      const detail = { intern, byIne };
      return (await mailLink(sql, config, { purpose: 'confirmEmail', subject, email, detail })).kind;
    }
    const asked = await countAsked(sql, 'confirmEmail', email);
    if (asked !== null) return asked;
    for (const account of known)
      await mailLink(sql, config, {
        purpose: 'accountExists',
        subject: `account:${account.id}`,
        email: account.email,
        detail: { account: account.id },
      });
    return 'mailed';
  });
}

/** The person's, and the one that has this address. */
const knownAccounts = (sql: Sql, intern: number, email: string) =>
  sql<{ id: number; email: string }>(
    `select id, email from account where realm = 'intern' and (intern_id = ?::int or lower(email) = lower(?))`,
    [intern, email],
  );
