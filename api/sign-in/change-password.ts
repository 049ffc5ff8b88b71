/** Another password for whoever is signed in and has shown the present one (ASVS 6.2.3). */
import type { PasswordFault } from '../../machines/password.ts';
import type { Database } from '../../migrations/open.ts';
import type { SignedIn } from '../http/api.ts';
import { endLinks } from '../mailed-links/mail-link.ts';
import type { LinkConfig } from '../mailed-links/mail-link.ts';
import { endSteps } from '../second-factor/steps.ts';
import { queueAccountLetter } from './account-letters.ts';
import type { Guessing } from './guessing.ts';
import { readIdentity } from './identities.ts';
import { endOwnLogins } from './own-logins.ts';
import { hashPassword } from './passwords.ts';

interface ChangeParts {
  readonly database: Database;
  readonly config: LinkConfig;
  readonly guessing: Guessing;
}

/** Every other login ends, and what was begun with the former password (ASVS 7.4.3); the account is told by mail. @returns null where it is changed. */
export async function changePassword(
  { database, config, guessing }: ChangeParts,
  signedIn: SignedIn,
  password: string,
): Promise<PasswordFault | null> {
  const identity = await readIdentity(database.sql, signedIn.account);
  const own = [identity?.email ?? '', identity?.name ?? '', identity?.firstName ?? ''];
  const fault = await guessing.fault(password, own);
  if (fault !== null) return fault;
  const hash = await hashPassword(password);
  await database.transaction(async sql => {
    await sql('update account set password_hash = ? where id = ?::int', [hash, signedIn.account]);
    await endOwnLogins(sql, signedIn, null);
    await endSteps(sql, signedIn.account);
    await endLinks(sql, 'resetPassword', `account:${signedIn.account}`);
    await queueAccountLetter(sql, config, 'passwordChanged', signedIn.account);
  });
  return null;
}
