/** An intern asks for another kind of choice, or takes that back (M §5); nothing but the request changes. */
import type { Refusal } from '../../machines/refusal.ts';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import { holdAmphitheatre } from '../acts/lock.ts';
import { mailDomainOf } from '../kit/config.ts';
import type { Config } from '../kit/config.ts';
import { tellIntern, tellModerators } from '../kit/own-changes.ts';
import { alreadyChosen } from '../live/tables.ts';
import { ownListing } from '../sign-in/own-listing.ts';
import { MAIL_JOBS } from '../worker/queue.ts';

export type Asked =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** On no call list of this semester. */
  | { readonly kind: 'notListed' }
  /** It is theirs already. */
  | { readonly kind: 'sameStatus' }
  /** One waits for its answer. */
  | { readonly kind: 'waiting' };

/** Under the amphitheatre's lock: a choice or a decision that comes at the same time stands before or after it. */
export function askStatus(
  database: Database,
  config: Pick<Config, 'publicUrl'>,
  account: number,
  status: ChoiceStatus,
): Promise<Asked> {
  return database.transaction(async sql => {
    const own = await ownListing(sql, account);
    if (own === null) return { kind: 'notListed' };
    await holdAmphitheatre(sql, own.amphitheatre);
    const refusal = await alreadyChosen(sql, own.person);
    if (refusal !== null) return { kind: 'refused', refusal };
    if ((await statusOf(sql, own.entry)) === status) return { kind: 'sameStatus' };
    const [asked] = await sql<{ id: number }>(
      `insert into status_request (roster_entry_id, status) values (?::int, ?)
      on conflict (roster_entry_id) where decided_at is null do nothing returning id`,
      [own.entry, status],
    );
    if (asked === undefined) return { kind: 'waiting' };
    await queueAsked(sql, asked.id, own.email, mailDomainOf(config));
    await tellAll(sql, own.entry);
    return { kind: 'done' };
  });
}

/** Nothing where none waits: it was decided meanwhile, and the page says how. */
export async function takeStatusRequestBack(sql: Sql, account: number): Promise<void> {
  const [gone] = await sql<{ entry: number }>(
    `delete from status_request using roster_entry, semester, account
    where account.id = ?::int and roster_entry.intern_id = account.intern_id
      and semester.id = roster_entry.semester_id and semester.current
      and status_request.roster_entry_id = roster_entry.id and decided_at is null
    returning roster_entry.id as entry`,
    [account],
  );
  if (gone !== undefined) await tellAll(sql, gone.entry);
}

async function tellAll(sql: Sql, entry: number): Promise<void> {
  await tellIntern(sql, entry, 'status');
  await tellModerators(sql);
}

/** The bell's entry comes with it, whether or not the mail itself is wanted (notifications/by-mail.ts). */
const queueAsked = (sql: Sql, request: number, email: string, mailDomain: string): Promise<unknown> =>
  sql(
    `with mails as (
      insert into mail (message_id, kind, recipient, data)
      values ('statusAsked-' || ?::text || '@' || ?::text, 'statusAsked', ?, jsonb_build_object('statusRequest', ?::int))
      returning id, message_id
    ) ${MAIL_JOBS}`,
    [String(request), mailDomain, email, request],
  );

async function statusOf(sql: Sql, entry: number): Promise<ChoiceStatus | null> {
  const [row] = await sql<{ status: ChoiceStatus }>('select status from roster_entry where id = ?::int', [
    entry,
  ]);
  return row?.status ?? null;
}
