/** Makes a link and queues its letter in the caller's transaction: commit = one link and one mail, rollback = none. */
import { randomBytes } from 'node:crypto';
import type { Ms } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import { mailDomainOf } from '../kit/config.ts';
import type { Config } from '../kit/config.ts';
import { linkHash, linkToken } from './link-token.ts';
import { LINK_LIFE_S, MAILS_A_DAY, RESEND_AFTER_S } from './purposes.ts';
import type { LinkPurpose } from './purposes.ts';

export interface WantedLink {
  readonly purpose: LinkPurpose;
  /** What it is about, e.g. `account:12`: a link of the same purpose and subject is useless from now on. */
  readonly subject: string;
  readonly email: string;
  /** Ids and what else its user needs; read by the letter and by whoever opens the link, never shown whole. */
  readonly detail: Readonly<Record<string, unknown>>;
  /** A moderator's act, which need not wait: the person is on the telephone. */
  readonly atOnce?: boolean;
}

export type LinkConfig = Pick<Config, 'tokenSecret' | 'publicUrl'>;

export type Mailed =
  | { readonly kind: 'mailed'; readonly link: number }
  /** Less than a minute after the last one. The former link stays good. */
  | { readonly kind: 'tooSoon' }
  /** The fifth of the day has left. The former link stays good. */
  | { readonly kind: 'enoughToday' };

export type NotMailed = Exclude<Mailed['kind'], 'mailed'>;

/**
 * The letter's kind is the purpose, its data `{link}`; the limits are the address's, so that nobody fills another's
 * mailbox, and that none is locked out by what is sent elsewhere.
 * @param sql of a transaction: two at once stand in line.
 */
export async function mailLink(sql: Sql, config: LinkConfig, wanted: WantedLink): Promise<Mailed> {
  const { purpose, subject, email, detail, atOnce = false } = wanted;
  await standInLine(sql, `${purpose} ${subject}`);
  const refused = await mayNotMail(sql, purpose, email);
  if (refused !== null && !atOnce) return { kind: refused };
  await endLinks(sql, purpose, subject);
  const { id, createdAt } = await insertLink(sql, purpose, subject, email, detail);
  const token = linkToken(config.tokenSecret, id, createdAt);
  await sql('update mailed_link set token_hash = ? where id = ?::int', [linkHash(token), id]);
  await queueLetter(sql, purpose, id, email, mailDomainOf(config));
  return { kind: 'mailed', link: id };
}

/** Replaced, or taken back: whoever opens them is told that they are over. */
export async function endLinks(sql: Sql, purpose: LinkPurpose, subject: string): Promise<void> {
  await sql(
    `update mailed_link set ended_at = now()
    where purpose = ? and subject = ? and used_at is null and ended_at is null`,
    [purpose, subject],
  );
}

/**
 * Counts what was asked for an address that is mailed nothing, so that asking again is answered as if it had been.
 * @returns why it would not have been mailed; null where it would.
 */
export async function countAsked(sql: Sql, purpose: LinkPurpose, email: string): Promise<NotMailed | null> {
  const refused = await mayNotMail(sql, purpose, email);
  if (refused !== null) return refused;
  await insertLink(sql, purpose, 'nobody', email, {}, true);
  return null;
}

async function standInLine(sql: Sql, name: string): Promise<void> {
  await sql('select pg_advisory_xact_lock(hashtextextended(?::text, 0))', [name]);
}

async function mayNotMail(sql: Sql, purpose: LinkPurpose, email: string): Promise<NotMailed | null> {
  await standInLine(sql, `${purpose} to ${email.toLowerCase()}`);
  const [row] = await sql<{ lately: number; today: number }>(
    `select count(*)::int as today,
      (count(*) filter (where created_at > now() - make_interval(secs => ?::int)))::int as lately
    from mailed_link where purpose = ? and lower(email) = lower(?) and created_at > now() - interval '24 hours'`,
    [RESEND_AFTER_S, purpose, email],
  );
  if (row !== undefined && row.lately > 0) return 'tooSoon';
  return row !== undefined && row.today >= MAILS_A_DAY ? 'enoughToday' : null;
}

async function insertLink(
  sql: Sql,
  purpose: LinkPurpose,
  subject: string,
  email: string,
  detail: WantedLink['detail'],
  ended = false,
): Promise<{ readonly id: number; readonly createdAt: Ms }> {
  const [row] = await sql<{ id: number; createdAt: Ms }>(
    `insert into mailed_link (purpose, subject, email, detail, token_hash, created_at, expires_at, ended_at)
    values (?, ?, ?, ?::jsonb, ?, date_trunc('milliseconds', now()), now() + make_interval(secs => ?::int),
      case when ?::boolean then now() end)
    returning id, (extract(epoch from created_at) * 1000)::float8 as "createdAt"`,
    [purpose, subject, email, JSON.stringify(detail), randomBytes(32), LINK_LIFE_S[purpose], ended],
  );
  if (row === undefined) throw new Error('an insert returned no row');
  return row;
}

/** Before mass mails (priority 0): somebody waits for it in front of a screen. */
async function queueLetter(
  sql: Sql,
  purpose: LinkPurpose,
  link: number,
  email: string,
  mailDomain: string,
): Promise<void> {
  await sql(
    `with queued as (
      insert into mail (message_id, kind, recipient, data)
      values ('link-' || ?::text || '@' || ?::text, ?, ?, jsonb_build_object('link', ?::int))
      returning id, message_id
    ) select count((graphile_worker.add_job('mail', json_build_object('mail', queued.id),
      job_key => queued.message_id, max_attempts => 8)).id) from queued`,
    [String(link), mailDomain, purpose, email, link],
  );
}
