/** Makes accounts in bulk: the demonstration's and the robots', many with one hash that the caller made. */
import type { SignInRealm } from '../machines/wire/frames.ts';
import type { Sql } from '../migrations/open.ts';

export interface NewAccount {
  readonly realm: SignInRealm;
  readonly email: string;
  /** Of holders and moderators; an intern's name is the intern's. */
  readonly name?: string;
  /** Of interns: whose account it is, by the roster entry's opaque id. */
  readonly person?: string;
}

/**
 * Makes the accounts, or gives those of the same realm and e-mail this password and person.
 * @param passwordHash of `hashPassword`, the same for all
 * @param demo refused in production
 * @returns their ids, in no order
 */
export async function makeAccounts(
  sql: Sql,
  accounts: readonly NewAccount[],
  passwordHash: string,
  demo: boolean,
): Promise<readonly { id: number; email: string }[]> {
  return sql<{ id: number; email: string }>(
    `insert into account (realm, email, password_hash, name, intern_id, demo)
    select wanted.realm, wanted.email, ?, coalesce(wanted.name, ''), roster_entry.intern_id, ?::boolean
    from jsonb_to_recordset(?::jsonb) as wanted(realm text, email text, name text, person text)
    left join roster_entry on roster_entry.person = wanted.person
    on conflict (realm, lower(email)) do update
      set password_hash = excluded.password_hash, intern_id = excluded.intern_id, name = excluded.name, demo = excluded.demo
    returning account.id, account.email`,
    [passwordHash, demo, JSON.stringify(accounts)],
  );
}
