/** A socket's ticket (architecture §3): a row good for 30 s at any gateway, deleted on use. The API issues, a gateway uses. */
import { createHash, randomBytes } from 'node:crypto';
import type { AccountId, LoginId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import { LIVE_LOGIN } from '../sign-in/logins.ts';

export type TicketHolder =
  | { readonly kind: 'public' }
  | {
      readonly kind: 'login';
      readonly login: LoginId;
      readonly account: AccountId;
      readonly realm: 'intern' | 'mandatary' | 'moderator';
      readonly name: string;
      /** A moderator who sees an intern's pages: told what the intern is told, present as nobody, asks for nothing. */
      readonly readOnly: boolean;
    };

/** @param login null: the public's, which names nobody. */
export async function issueTicket(sql: Sql, login: LoginId | null): Promise<string> {
  const ticket = randomBytes(32).toString('base64url');
  // The database's clock judges at both ends: machines' clocks differ by more than a ticket should.
  await sql(
    "insert into ticket (hash, login_id, expires_at) values (?, ?::int, now() + interval '30 seconds')",
    [hashOf(ticket), login],
  );
  return ticket;
}

/** Deletes the ticket and says whom it names; null where it is unknown, used, too old, or its login has ended. */
export async function useTicket(sql: Sql, ticket: string): Promise<TicketHolder | null> {
  const [row] = await sql<UsedTicket>(
    `with used as (delete from ticket where hash = ? returning login_id, expires_at > now() as fresh)
    select used.login_id as login, used.fresh, login.seen_by is not null as "readOnly", account.id as account, account.realm,
      coalesce(intern.first_name || ' ' || intern.name, account.name) as name
    from used
    left join (login join account on account.id = login.account_id) on login.id = used.login_id and ${LIVE_LOGIN}
    left join intern on intern.id = account.intern_id`,
    [hashOf(ticket)],
  );
  if (row === undefined || !row.fresh) return null;
  if (row.login === null) return { kind: 'public' };
  if (row.account === null || row.realm === null) return null;
  const { login, account, realm, readOnly } = row;
  return { kind: 'login', login, account, realm, name: row.name ?? '', readOnly };
}

/** Tickets never used; called each minute by the worker. */
export async function purgeTickets(sql: Sql): Promise<void> {
  await sql('delete from ticket where expires_at < now()');
}

interface UsedTicket {
  readonly login: LoginId | null;
  readonly fresh: boolean;
  readonly account: AccountId | null;
  readonly realm: 'intern' | 'mandatary' | 'moderator' | null;
  readonly name: string | null;
  readonly readOnly: boolean;
}

const hashOf = (ticket: string): Buffer => createHash('sha256').update(ticket).digest();
