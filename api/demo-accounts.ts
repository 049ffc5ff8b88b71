/** The demonstration's sign-ins: a moderator, the first three interns of a session's call list, the holder for the fourth. */
import type { AmphitheatreId, SessionId } from '../machines/ids.ts';
import type { Database, Sql } from '../migrations/open.ts';
import { makeAccounts } from './accounts.ts';
import type { DemoAccount } from './answers.ts';
import { hashPassword } from './sign-in/passwords.ts';

/** Printed by start and shown on the sign-in page, in development only. */
export const DEMO_PASSWORD = 'choisir-un-poste';

const MODERATOR = 'gestion@demo.example';
const INTERNS = ['interne1@demo.example', 'interne2@demo.example', 'interne3@demo.example'];
const HOLDER = 'mandataire@demo.example';

export interface DemoAccounts {
  readonly password: string;
  readonly accounts: readonly DemoAccount[];
}

/** Made again it changes nothing but the passwords. @throws where the session has fewer than four people. */
export async function makeDemoAccounts(
  database: Database,
  place: { readonly amphitheatre: AmphitheatreId; readonly session: SessionId },
): Promise<DemoAccounts> {
  const hash = await hashPassword(DEMO_PASSWORD);
  await database.transaction(async sql => {
    const people = await firstFour(sql, place.session);
    const fourth = people[3];
    if (fourth === undefined) throw new Error(`session ${place.session} has fewer than four people`);
    await sql(`update account set intern_id = null where demo and realm = 'intern'`); // they may have changed places
    await makeAccounts(
      sql,
      [
        { realm: 'moderator', email: MODERATOR, name: 'Gestion de démonstration' },
        ...INTERNS.map((email, index) => ({
          realm: 'intern' as const,
          email,
          person: people[index]?.person ?? '',
        })),
        { realm: 'mandatary', email: HOLDER, name: 'Mandataire de démonstration' },
      ],
      hash,
      true,
    );
    await sql(`update account set administrator = true where demo and realm = 'moderator' and email = ?`, [
      MODERATOR,
    ]);
    await giveMandate(sql, fourth.entry);
  });
  return { password: DEMO_PASSWORD, accounts: await readDemoAccounts(database.sql) };
}

/** In the order they are shown. Robots are no demonstration: their addresses are others. */
export function readDemoAccounts(sql: Sql): Promise<DemoAccount[]> {
  return sql<DemoAccount>(
    `select account.realm, account.email, coalesce(own.first_name || ' ' || own.name, account.name) as name,
      call_list_entry.call_order as "callOrder"
    from account
    left join intern own on own.id = account.intern_id
    left join mandate on mandate.account_id = account.id and mandate.ended_at is null
    left join roster_entry on roster_entry.id = coalesce(mandate.roster_entry_id,
      (select entry.id from roster_entry entry join semester on semester.id = entry.semester_id and semester.current
        where entry.intern_id = account.intern_id))
    left join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    where account.demo and account.email in (?)
    order by array_position(array['moderator', 'intern', 'mandatary'], account.realm), account.email`,
    [[MODERATOR, ...INTERNS, HOLDER]],
  );
}

interface Seated {
  readonly entry: number;
  readonly person: string;
}

/** By the call list alone: the demonstration says who they are before anybody looks. */
function firstFour(sql: Sql, session: SessionId): Promise<Seated[]> {
  return sql<Seated>(
    `select roster_entry.id as entry, roster_entry.person
    from call_list_entry join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
    where call_list_entry.session_id = ?::int order by call_order limit 4`,
    [session],
  );
}

async function giveMandate(sql: Sql, entry: number): Promise<void> {
  const given = await sql(
    `select 1 from mandate where roster_entry_id = ?::int and lower(email) = lower(?) and ended_at is null`,
    [entry, HOLDER],
  );
  if (given.length > 0) return;
  await sql(
    `update mandate set ended_at = now() from account
    where account.id = account_id and account.demo and account.email = ? and ended_at is null`,
    [HOLDER],
  );
  await sql(
    `insert into mandate (roster_entry_id, email, account_id, accepted_at)
    select ?::int, email, id, now() from account where realm = 'mandatary' and email = ?`,
    [entry, HOLDER],
  );
}
