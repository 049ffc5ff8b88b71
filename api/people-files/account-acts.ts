/** What moderators do for a person's account on the telephone: confirm it, start a reset, mail the sign-up's link again. */
import type { PersonId } from '../../machines/ids.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import { mailLink } from '../mailed-links/mail-link.ts';
import type { LinkConfig } from '../mailed-links/mail-link.ts';
import { recordDeskAct } from '../moderators/record.ts';
import { mailResetTo } from '../sign-in/password-reset.ts';

export interface AccountAct {
  readonly person: PersonId;
  readonly by: number;
  readonly reason: string;
}

export type AccountActed = 'done' | 'nothing';

/** From now on the person may choose and give a mandate (domain §6). Nothing where it is not to be confirmed. */
export function confirmAccount(
  database: Pick<Database, 'transaction'>,
  { person, by, reason }: AccountAct,
): Promise<AccountActed> {
  return database.transaction(async sql => {
    const confirmed = await sql(
      `update account set to_be_confirmed = false, confirmed_at = now(), confirmed_by = ?::int
      where to_be_confirmed and intern_id = (select intern_id from roster_entry where person = ?) returning id`,
      [by, person],
    );
    if (confirmed.length === 0) return 'nothing';
    await recordDeskAct(sql, { act: 'confirmAccount', by, person, reason });
    return 'done';
  });
}

/** To the account's own address, at once: the person is on the telephone. */
export function startReset(
  database: Pick<Database, 'transaction'>,
  config: LinkConfig,
  { person, by, reason }: AccountAct,
): Promise<AccountActed> {
  return database.transaction(async sql => {
    const [account] = await sql<{ id: number; email: string }>(
      `select id, email from account where password_hash is not null
        and intern_id = (select intern_id from roster_entry where person = ?)`,
      [person],
    );
    if (account === undefined) return 'nothing';
    await mailResetTo(sql, config, account, true);
    await recordDeskAct(sql, { act: 'startReset', by, person, reason });
    return 'done';
  });
}

/** The link of a sign-up that was begun and not finished, to the address it was begun with. */
export function resendConfirmation(
  database: Pick<Database, 'transaction'>,
  config: LinkConfig,
  { person, by, reason }: AccountAct,
): Promise<AccountActed> {
  return database.transaction(async sql => {
    const link = await lastConfirmation(sql, person);
    if (link === null) return 'nothing';
    await mailLink(sql, config, { purpose: 'confirmEmail', ...link, atOnce: true });
    await recordDeskAct(sql, { act: 'resendConfirmation', by, person, reason });
    return 'done';
  });
}

interface Begun {
  readonly subject: string;
  readonly email: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Expired ones too, for that is why people call; none once there is an account. */
async function lastConfirmation(sql: Sql, person: PersonId): Promise<Begun | null> {
  const [row] = await sql<Begun>(
    `select mailed_link.subject, mailed_link.email, mailed_link.detail from mailed_link
    join roster_entry on mailed_link.detail ->> 'intern' = roster_entry.intern_id::text
    where roster_entry.person = ? and purpose = 'confirmEmail' and used_at is null and ended_at is null
      and not exists (select from account where account.intern_id = roster_entry.intern_id)
    order by mailed_link.id desc limit 1`,
    [person],
  );
  return row ?? null;
}
