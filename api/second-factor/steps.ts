/** The step between a moderator's password and their second factor: no login exists yet, and nothing else opens with it. */
import { createHash, randomBytes } from 'node:crypto';
import type { AccountId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';

/** `enrol`: there is no second factor yet; `add`: one more, asked for by who is signed in. */
export type StepKind = 'verify' | 'enrol' | 'add';

export const STEP_S = 600;

/** Wrong answers before the password is asked for again. */
const MOST_TRIES = 5;

export interface Step {
  readonly account: AccountId;
  readonly kind: StepKind;
  readonly email: string;
  readonly name: string;
  /** Of the application being enrolled, sealed. */
  readonly secret: Buffer | null;
}

/** @returns what the browser holds, in a cookie that no script reads. */
export async function openStep(sql: Sql, account: AccountId, kind: StepKind): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await sql(
    `insert into sign_in_step (hash, account_id, kind, expires_at)
    values (?, ?::int, ?, now() + make_interval(secs => ?::int))`,
    [hashOf(token), account, kind, STEP_S],
  );
  return token;
}

/** Null where it is over: too old, answered, or tried too often. */
export async function readStep(sql: Sql, token: string): Promise<Step | null> {
  const [row] = await sql<Step>(
    `select account.id as account, sign_in_step.kind, account.email, account.name, sign_in_step.secret
    from sign_in_step join account on account.id = sign_in_step.account_id
    where sign_in_step.hash = ? and sign_in_step.expires_at > now() and sign_in_step.tries < ?::int`,
    [hashOf(token), MOST_TRIES],
  );
  return row ?? null;
}

/** Counted before the answer is looked at: a thousand at once are no more than a thousand in a row. */
export async function countTry(sql: Sql, token: string): Promise<boolean> {
  const counted = await sql(
    `update sign_in_step set tries = tries + 1
    where hash = ? and expires_at > now() and tries < ?::int returning tries`,
    [hashOf(token), MOST_TRIES],
  );
  return counted.length > 0;
}

export async function keepChallenge(sql: Sql, token: string, challenge: string): Promise<void> {
  await sql('update sign_in_step set challenge = ? where hash = ?', [challenge, hashOf(token)]);
}

/** Answered once at most: the same response shown again finds no challenge. */
export async function takeChallenge(sql: Sql, token: string): Promise<string | null> {
  const [row] = await sql<{ challenge: string | null }>(
    `with asked as (select hash, challenge from sign_in_step where hash = ? and expires_at > now() for update)
    update sign_in_step set challenge = null from asked where sign_in_step.hash = asked.hash
    returning asked.challenge`,
    [hashOf(token)],
  );
  return row?.challenge ?? null;
}

export async function keepSecret(sql: Sql, token: string, secret: Buffer): Promise<void> {
  await sql('update sign_in_step set secret = ? where hash = ?', [secret, hashOf(token)]);
}

/**
 * Of two enrolments of one account at once the second finds its step gone: a forgotten one adds nothing later.
 * @param sql of the transaction that writes the factor. @returns whether this step is still open.
 */
export async function aloneAtStep(sql: Sql, account: number, token: string): Promise<boolean> {
  await sql('select from account where id = ?::int for update', [account]);
  const open = await sql('select kind from sign_in_step where hash = ?', [hashOf(token)]);
  if (open.length > 0)
    await sql('delete from sign_in_step where account_id = ?::int and hash <> ?', [account, hashOf(token)]);
  return open.length > 0;
}

/** @returns whether it was still open: of two right answers at once only one signs in. */
export async function endStep(sql: Sql, token: string): Promise<boolean> {
  return (await sql('delete from sign_in_step where hash = ? returning kind', [hashOf(token)])).length > 0;
}

/** The password has changed, or the account lost its right: nobody goes on from before. */
export async function endSteps(sql: Sql, account: number): Promise<void> {
  await sql('delete from sign_in_step where account_id = ?::int', [account]);
}

/** Steps never taken to their end; called each minute by the worker. */
export async function purgeSteps(sql: Sql): Promise<void> {
  await sql('delete from sign_in_step where expires_at < now()');
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
