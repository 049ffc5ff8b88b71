/** An intern asks somebody to choose in their place (M §6.1): nothing counts before that person has accepted. */
import type { Refusal } from '../../machines/refusal.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import { holdAmphitheatre } from '../acts/lock.ts';
import { recordSilently } from '../acts/record.ts';
import type { ProblemCode } from '../http/problem.ts';
import type { Config } from '../kit/config.ts';
import { mailDomainOf } from '../kit/config.ts';
import { tellIntern } from '../kit/own-changes.ts';
import { alreadyChosen } from '../live/tables.ts';
import { mailLink } from '../mailed-links/mail-link.ts';
import type { LinkConfig } from '../mailed-links/mail-link.ts';
import { NOT_MAILED } from '../mailed-links/not-mailed.ts';
import { MAIL_JOBS } from '../worker/queue.ts';
import { mandateOfIntern } from './statements.ts';
import { ownListing } from '../sign-in/own-listing.ts';
import type { OwnListing } from '../sign-in/own-listing.ts';

/** Of one intern within 24 hours: nobody writes to the whole town by our name. */
const ASKED_A_DAY = 10;

export type Asked =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'problem'; readonly code: ProblemCode };

const DONE: Asked = { kind: 'done' };
const no = (code: ProblemCode): Asked => ({ kind: 'problem', code });

export interface WantedHolder {
  readonly email: string;
  readonly phone: string;
}

/** Under the amphitheatre's lock, with both letters in the same transaction. */
export function askMandate(
  database: Database,
  config: LinkConfig & Pick<Config, 'publicUrl'>,
  account: number,
  holder: WantedHolder,
): Promise<Asked> {
  return database.transaction(async sql => {
    const own = await ownListing(sql, account);
    if (own === null) return no('NOT_LISTED');
    if (own.toBeConfirmed) return no('ACCOUNT_TO_CONFIRM');
    await holdAmphitheatre(sql, own.amphitheatre);
    const refusal = await alreadyChosen(sql, own.person);
    if (refusal !== null) return { kind: 'refused', refusal };
    const against = await againstHolder(sql, own, holder.email);
    if (against !== null) return no(against);
    const mandate = await insertMandate(sql, own.entry, holder);
    if (mandate === null) return no('HOLDER_TAKEN'); // asked by another intern at the same time
    const mailed = await mailLink(sql, config, linkOf(mandate, holder.email));
    if (mailed.kind !== 'mailed') {
      await sql('delete from mandate where id = ?::int', [mandate]);
      return no(NOT_MAILED[mailed.kind]);
    }
    await queueAsked(sql, mandate, own.email, mailDomainOf(config));
    await tellIntern(sql, own.entry, 'mandate');
    const { amphitheatre, person } = own;
    await recordSilently(sql, { amphitheatre, act: 'askMandate', account, detail: { person } });
    return DONE;
  });
}

/** «Renvoyer le mail»: the former link is over. */
export function askAgain(database: Database, config: LinkConfig, account: number): Promise<Asked> {
  return database.transaction(async sql => {
    const mandate = await mandateOfIntern(sql, account);
    if (mandate === null) return no('NO_MANDATE');
    if (mandate.accepted) return { kind: 'refused', refusal: { code: 'STALE', now: 'held' } };
    const mailed = await mailLink(sql, config, linkOf(mandate.id, mandate.email));
    return mailed.kind === 'mailed' ? DONE : no(NOT_MAILED[mailed.kind]);
  });
}

const linkOf = (mandate: number, email: string) =>
  ({ purpose: 'acceptMandate', subject: `mandate:${mandate}`, email, detail: { mandate } }) as const;

/** Not oneself, one mandate per intern and one per holder (domain §6). */
async function againstHolder(sql: Sql, own: OwnListing, email: string): Promise<ProblemCode | null> {
  const wanted = email.toLowerCase();
  if ([own.email, own.rosterEmail].some(mine => mine.toLowerCase() === wanted)) return 'OWN_EMAIL';
  const [found] = await sql<{ given: boolean; taken: boolean; today: number }>(
    `select coalesce(bool_or(roster_entry_id = ?::int and ended_at is null), false) as given,
      coalesce(bool_or(lower(email) = ? and ended_at is null), false) as taken,
      (count(*) filter (where roster_entry_id = ?::int and asked_at > now() - interval '24 hours'))::int as today
    from mandate where roster_entry_id = ?::int or lower(email) = ?`,
    [own.entry, wanted, own.entry, own.entry, wanted],
  );
  if (found?.given === true) return 'MANDATE_GIVEN';
  if (found?.taken === true) return 'HOLDER_TAKEN';
  return (found?.today ?? 0) >= ASKED_A_DAY ? 'MANY_MANDATES' : null;
}

async function insertMandate(
  sql: Sql,
  entry: number,
  { email, phone }: WantedHolder,
): Promise<number | null> {
  const [row] = await sql<{ id: number }>(
    `insert into mandate (roster_entry_id, email, phone) values (?::int, ?, ?)
    on conflict (lower(email)) where ended_at is null do nothing returning id`,
    [entry, email, phone],
  );
  return row?.id ?? null;
}

const queueAsked = (sql: Sql, mandate: number, email: string, mailDomain: string): Promise<unknown> =>
  sql(
    `with mails as (
      insert into mail (message_id, kind, recipient, data)
      values ('mandateAsked-' || ?::text || '-intern@' || ?::text, 'mandateAsked', ?, jsonb_build_object('mandate', ?::int))
      returning id, message_id
    ) ${MAIL_JOBS}`,
    [String(mandate), mailDomain, email, mandate],
  );
