/** Which of the logins whose sockets are open may stay: asked where word of an end may have been lost (architecture §3). */
import { LIVE_LOGIN } from '../../api/sign-in/logins.ts';
import type { LoginId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';

/** Ended, expired, or gone with their account. */
export async function endedLogins(sql: Sql, logins: readonly LoginId[]): Promise<ReadonlySet<LoginId>> {
  if (logins.length === 0) return new Set();
  const rows = await sql<{ id: LoginId }>(
    `select open.id::int as id from jsonb_array_elements_text(?::jsonb) as open (id)
    where not exists (select from login join account on account.id = login.account_id
      where login.id = open.id::int and ${LIVE_LOGIN})`,
    [JSON.stringify(logins)],
  );
  return new Set(rows.map(({ id }) => id));
}
