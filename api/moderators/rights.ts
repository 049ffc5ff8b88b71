/** Taking moderators' accounts and rights away, and giving them: never the last administrator's, whatever happens at once. */
import type { Database, Sql } from '../../migrations/open.ts';
import { endLinks } from '../mailed-links/mail-link.ts';
import type { LinkConfig, NotMailed } from '../mailed-links/mail-link.ts';
import { removeAllFactors } from '../second-factor/factors.ts';
import { tellFactorChanged } from '../second-factor/told.ts';
import { queueAccountLetter } from '../sign-in/account-letters.ts';
import { endLoginsOf } from '../sign-in/logins.ts';
import { mailInvitation } from './invite.ts';
import { recordDeskAct } from './record.ts';

export type Changed = 'done' | 'unknown' | 'lastAdministrator' | 'alreadyActive' | NotMailed;

type Transactions = Pick<Database, 'transaction'>;

/** Its logins end, and with them its sockets (`login_ended`); whoever had it is told; the row stays for the records that name it. */
export function removeModerator(
  database: Transactions,
  config: LinkConfig,
  account: number,
  by: number,
): Promise<Changed> {
  return database.transaction(async sql => {
    const found = await standing(sql, account);
    if (found === null) return 'unknown';
    if (await isLastAdministrator(sql, account)) return 'lastAdministrator';
    await sql(
      `update account set removed_at = now(), administrator = false, password_hash = null where id = ?::int`,
      [account],
    );
    await removeAllFactors(sql, account);
    await endLinks(sql, 'inviteModerator', `account:${account}`);
    await endLinks(sql, 'resetPassword', `account:${account}`);
    await endLoginsOf(sql, account);
    await queueAccountLetter(sql, config, 'moderatorRemoved', account);
    await recordDeskAct(sql, { act: 'removeModerator', by, account });
    return 'done';
  });
}

/** A right taken ends the account's logins: what was open with it is closed, and who goes on signs in anew. */
export function setAdministrator(
  database: Transactions,
  config: LinkConfig,
  account: number,
  administrator: boolean,
  by: number,
): Promise<Changed> {
  return database.transaction(async sql => {
    const found = await standing(sql, account);
    if (found === null) return 'unknown';
    if (found.administrator === administrator) return 'done';
    if (!administrator && (await isLastAdministrator(sql, account))) return 'lastAdministrator';
    await sql('update account set administrator = ?::boolean where id = ?::int', [administrator, account]);
    if (!administrator) await endLoginsOf(sql, account);
    await queueAccountLetter(
      sql,
      config,
      administrator ? 'administratorGiven' : 'administratorTaken',
      account,
    );
    await recordDeskAct(sql, { act: administrator ? 'giveAdministrator' : 'takeAdministrator', by, account });
    return 'done';
  });
}

/** Key, telephone and codes are lost: the next signing in enrols anew, after the password. */
export function resetSecondFactor(
  database: Transactions,
  config: LinkConfig,
  account: number,
  by: number,
): Promise<Changed> {
  return database.transaction(async sql => {
    if ((await standing(sql, account)) === null) return 'unknown';
    await removeAllFactors(sql, account);
    await endLoginsOf(sql, account);
    await tellFactorChanged(sql, config, account);
    await recordDeskAct(sql, { act: 'resetSecondFactor', by, account });
    return 'done';
  });
}

export function resendInvitation(
  database: Transactions,
  config: LinkConfig,
  account: number,
  by: number,
): Promise<Changed> {
  return database.transaction(async sql => {
    const found = await standing(sql, account);
    if (found === null) return 'unknown';
    if (found.active) return 'alreadyActive';
    const mailed = await mailInvitation(sql, config, { id: account, email: found.email });
    if (mailed.kind !== 'mailed') return mailed.kind;
    await recordDeskAct(sql, { act: 'resendInvitation', by, account });
    return 'done';
  });
}

interface Standing {
  readonly email: string;
  readonly administrator: boolean;
  readonly active: boolean;
}

/** Locks every administrator's row beside this one, in one order: two that take each other's right are one after the other. */
async function standing(sql: Sql, account: number): Promise<Standing | null> {
  await sql(
    `select from account where realm = 'moderator' and (administrator or id = ?::int) order by id for update`,
    [account],
  );
  const [row] = await sql<Standing>(
    `select email, administrator, password_hash is not null as active from account
    where id = ?::int and realm = 'moderator' and removed_at is null`,
    [account],
  );
  return row ?? null;
}

/** Of those who can sign in: an invitation that nobody has accepted yet counts for nothing. */
async function isLastAdministrator(sql: Sql, account: number): Promise<boolean> {
  const [row] = await sql<{ own: boolean; others: number }>(
    `select coalesce(bool_or(id = ?::int), false) as own, (count(*) filter (where id <> ?::int))::int as others from account
    where realm = 'moderator' and administrator and removed_at is null and password_hash is not null`,
    [account, account],
  );
  return row !== undefined && row.own && row.others === 0;
}
