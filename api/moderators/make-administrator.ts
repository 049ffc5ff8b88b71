/** What `npm run admin` does: the first administrator, or one more, from the machine itself. */
import type { Database } from '../../migrations/open.ts';
import type { Config } from '../kit/config.ts';
import { readLetterLink } from '../worker/letters/mailed-link.ts';
import { invite, mailInvitation } from './invite.ts';
import { recordDeskAct } from './record.ts';

type AdminConfig = Pick<Config, 'publicUrl' | 'tokenSecret'>;

/**
 * A new account gets its invitation; one that has not accepted yet, another; one that has, the right alone.
 * @returns what to print: who, and where there is one the link, which is mailed too.
 */
export async function makeAdministrator(
  database: Database,
  config: AdminConfig,
  asked: { readonly email: string; readonly name: string },
): Promise<string> {
  const invited = await invite(database, config, { ...asked, administrator: true }, null);
  if (invited.kind === 'invited') return told(database, config, asked.email, invited.link);
  const link = await database.transaction(async sql => {
    const [account] = await sql<{ id: number; email: string; active: boolean }>(
      `update account set administrator = true where realm = 'moderator' and lower(email) = lower(?)
      returning id, email, password_hash is not null as active`,
      [asked.email],
    );
    if (account === undefined) throw new Error('the account that stood in the way is gone');
    await recordDeskAct(sql, { act: 'giveAdministrator', by: null, account: account.id });
    const mailed = account.active ? null : await mailInvitation(sql, config, account, true);
    return mailed?.kind === 'mailed' ? mailed.link : null;
  });
  return told(database, config, asked.email, link);
}

async function told(
  { sql }: Database,
  { publicUrl, tokenSecret }: AdminConfig,
  email: string,
  link: number | null,
): Promise<string> {
  if (link === null) return `${email} est administrateur, avec le mot de passe que ce compte a déjà.`;
  const made = await readLetterLink(sql, link, publicUrl, tokenSecret);
  if (made === null) throw new Error('the link just made is over');
  const [label, until] = made.until;
  return [
    `${email} est administrateur. Ce lien, envoyé aussi par mail, ouvre le compte\u00a0:`,
    `  ${made.href('/invitation')}`,
    `  ${label}\u00a0: ${until}`,
  ].join('\n');
}
