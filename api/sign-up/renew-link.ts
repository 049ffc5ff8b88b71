/** A sign-up whose link has run out, taken up again by it: another leaves for the address that the first one went to. */
import type { Database } from '../../migrations/open.ts';
import { linkHash } from '../mailed-links/link-token.ts';
import { mailLink } from '../mailed-links/mail-link.ts';
import type { LinkConfig, Mailed } from '../mailed-links/mail-link.ts';

/**
 * Whoever holds the old link was mailed it. Used, unknown or already forgotten ones (mailed-links/open-link.ts) mail
 * nothing, and neither does one whose person has an account since; the answer is the same.
 */
export function renewLink(
  database: Pick<Database, 'transaction'>,
  config: LinkConfig,
  token: string,
): Promise<Mailed['kind']> {
  return database.transaction(async sql => {
    const [link] = await sql<{
      readonly subject: string;
      readonly email: string;
      readonly detail: Readonly<Record<string, unknown>>;
    }>(
      `select subject, email, detail from mailed_link
      where token_hash = ? and purpose = 'confirmEmail' and used_at is null and subject like 'intern:%'
        and not exists (select from account where realm = 'intern'
          and (intern_id = (detail ->> 'intern')::int or lower(account.email) = lower(mailed_link.email)))`,
      [linkHash(token)],
    );
    return link === undefined
      ? 'mailed'
      : (await mailLink(sql, config, { purpose: 'confirmEmail', ...link })).kind;
  });
}
