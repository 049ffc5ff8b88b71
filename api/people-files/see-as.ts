/** «Voir comme cet interne»: a login of the intern's account that reads and does nothing else, the moderator's own at its root. */
import type { AccountId, LoginId, PersonId } from '../../machines/ids.ts';
import type { Database } from '../../migrations/open.ts';
import { recordDeskAct } from '../moderators/record.ts';
import { newRefreshToken, refreshFamily, refreshHash } from '../sign-in/refresh-token.ts';

const SEE_AS_MIN = 30;

const DEVICE = 'Consultation par l’ARS';

export interface Seeing {
  readonly login: LoginId;
  readonly account: AccountId;
  readonly refresh: string;
}

/** It ends after half an hour, and with the moderator's login. Null: the person has no account. */
export function seeAs(
  database: Pick<Database, 'transaction'>,
  asked: {
    readonly person: PersonId;
    readonly reason: string;
    readonly by: { readonly account: number; readonly login: LoginId };
  },
): Promise<Seeing | null> {
  const { person, reason, by } = asked;
  return database.transaction(async sql => {
    const refresh = newRefreshToken();
    const [row] = await sql<Pick<Seeing, 'login' | 'account'>>(
      `insert into login (account_id, refresh_hash, refresh_family, expires_at, device, seen_by)
      select account.id, ?, ?, now() + make_interval(mins => ?::int), ?, ?::int from account
      where account.realm = 'intern'
        and account.intern_id = (select intern_id from roster_entry where roster_entry.person = ?)
      returning id as login, account_id as account`,
      [refreshHash(refresh), refreshFamily(refresh), SEE_AS_MIN, DEVICE, by.login, person],
    );
    if (row === undefined) return null;
    await recordDeskAct(sql, { act: 'seeAs', by: by.account, person, reason });
    return { ...row, refresh };
  });
}
