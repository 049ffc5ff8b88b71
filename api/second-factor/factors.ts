/** Which second factors an account has: asked at signing in and shown on the moderator's own page. */
import type { Sql } from '../../migrations/open.ts';
import type { MySecondFactors, SecondFactorWay } from '../second-factor-answers.ts';

export async function waysOf(sql: Sql, account: number): Promise<readonly SecondFactorWay[]> {
  const [row] = await sql<Readonly<Record<SecondFactorWay, boolean>>>(
    `select exists (select from passkey where account_id = ?::int) as passkey,
      exists (select from authenticator where account_id = ?::int) as application,
      exists (select from recovery_code where account_id = ?::int) as recovery`,
    [account, account, account],
  );
  return (['passkey', 'application', 'recovery'] as const).filter(way => row?.[way] === true);
}

/** A recovery code alone is no second factor: it stands in for one. */
export const isEnrolled = (ways: readonly SecondFactorWay[]): boolean =>
  ways.includes('passkey') || ways.includes('application');

export async function readSecondFactors(sql: Sql, account: number): Promise<Omit<MySecondFactors, 'fresh'>> {
  const [row] = await sql<Omit<MySecondFactors, 'fresh'>>(
    `select
      (select coalesce(json_agg(json_build_object('id', id, 'name', name,
          'createdAt', (extract(epoch from created_at) * 1000)::bigint,
          'lastUsedAt', (extract(epoch from last_used_at) * 1000)::bigint) order by id), '[]')
        from passkey where account_id = ?::int) as passkeys,
      (select (extract(epoch from created_at) * 1000)::float8 from authenticator where account_id = ?::int) as "applicationSince",
      (select count(*)::int from recovery_code where account_id = ?::int) as "recoveryCodes"`,
    [account, account, account],
  );
  if (row === undefined) throw new Error('a select without from returned no row');
  return row;
}

/** @returns false: it is not theirs, or it is the only second factor left. */
export async function removePasskey(sql: Sql, account: number, passkey: number): Promise<boolean> {
  const removed = await sql(
    `delete from passkey where id = ?::int and account_id = ?::int
      and (exists (select from authenticator where account_id = ?::int)
        or exists (select from passkey other where other.account_id = ?::int and other.id <> passkey.id))
    returning id`,
    [passkey, account, account, account],
  );
  return removed.length > 0;
}

/** The same of the application. */
export async function removeAuthenticator(sql: Sql, account: number): Promise<boolean> {
  const removed = await sql(
    `delete from authenticator where account_id = ?::int
      and exists (select from passkey where passkey.account_id = authenticator.account_id) returning account_id`,
    [account],
  );
  return removed.length > 0;
}

/** Everything was lost: the next signing in enrols anew. */
export async function removeAllFactors(sql: Sql, account: number): Promise<void> {
  for (const table of ['passkey', 'authenticator', 'recovery_code', 'sign_in_step'])
    await sql(`delete from ${table} where account_id = ?::int`, [account]);
}
