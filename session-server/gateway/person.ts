/** Who a login acts for, and what the tables say of that person: read again at each `hello`. */
import { TO_BE_CONFIRMED } from '../../api/sign-in/own-entry.ts';
import type { AccountId, Ms, PersonId, PostId } from '../../machines/ids.ts';
import type { You } from '../../machines/wire/frames.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Actor, GreetedActor } from './connection.ts';

/** Null where the account is on no roster of the semester, or holds no accepted mandate any more. */
export async function readActor(
  sql: Sql,
  account: AccountId,
  realm: Actor['realm'],
): Promise<Omit<GreetedActor, 'rehearsal'> | null> {
  const [row] = await sql<Omit<GreetedActor, 'rehearsal' | 'realm'>>(realm === 'intern' ? INTERN : HOLDER, [
    account,
  ]);
  return row ? { ...row, realm } : null;
}

/** Whose holder each of these accounts is now; who is nobody's is left out. */
export async function readHolders(
  sql: Sql,
  accounts: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, PersonId>> {
  const rows = await sql<{ account: AccountId; person: PersonId }>(
    `select mandate.account_id as account, roster_entry.person from ${HOLDERS}
      and mandate.account_id in (select jsonb_array_elements_text(?::jsonb)::int)`,
    [JSON.stringify(accounts)],
  );
  return new Map(rows.map(({ account, person }) => [account, person]));
}

const INTERN = `select roster_entry.person, ${TO_BE_CONFIRMED} as "toBeConfirmed" from account
  join roster_entry on roster_entry.intern_id = account.intern_id
  join semester on semester.id = roster_entry.semester_id and semester.current
  where account.id = ?::int`;

const HOLDERS = `mandate
  join roster_entry on roster_entry.id = mandate.roster_entry_id
  join semester on semester.id = roster_entry.semester_id and semester.current
  where mandate.accepted_at is not null and mandate.ended_at is null`;

const HOLDER = `select roster_entry.person, false as "toBeConfirmed" from ${HOLDERS} and mandate.account_id = ?::int`;

/** What of `you` the tables say, for anybody of the roster; a live session knows more. */
export interface PersonInTables
  extends Pick<
    You,
    'session' | 'status' | 'plannedAbsence' | 'choice' | 'extraTurnMs' | 'outcome' | 'messages'
  > {
  readonly person: PersonId;
  /** E-mail of the holder of an accepted mandate. */
  readonly holder: string | null;
}

/** Who has left the roster is left out. One statement, however many. */
export async function readPeople(sql: Sql, people: readonly PersonId[]): Promise<readonly PersonInTables[]> {
  const rows = await sql<Row>(
    `select roster_entry.person, call_list_entry.session_id as session, call_list_entry.outcome, roster_entry.status,
      roster_entry.extra_turn_ms, mandate.email as holder, planned_absence.reason,
      assignment.post_id as post, assignment.seq, (extract(epoch from assignment.at) * 1000)::bigint as at,
      (select coalesce(json_agg(json_build_object('at', (extract(epoch from message.at) * 1000)::bigint,
          'text', message.text) order by message.id), '[]')
        from message where message.roster_entry_id = roster_entry.id) as messages
    from roster_entry
    left join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    left join mandate on mandate.roster_entry_id = roster_entry.id
      and mandate.accepted_at is not null and mandate.ended_at is null
    left join planned_absence on planned_absence.roster_entry_id = roster_entry.id and planned_absence.lifted_at is null
    left join assignment on assignment.roster_entry_id = roster_entry.id and assignment.ended_at is null
    where roster_entry.person in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(people)],
  );
  return rows.map(({ reason, post, seq, at, extra_turn_ms, ...row }) => ({
    ...row,
    extraTurnMs: extra_turn_ms,
    plannedAbsence: reason,
    choice: post === null || seq === null || at === null ? null : { post, seq, at },
  }));
}

interface Row extends Omit<PersonInTables, 'plannedAbsence' | 'choice' | 'extraTurnMs'> {
  readonly extra_turn_ms: number;
  readonly reason: string | null;
  readonly post: PostId | null;
  readonly seq: number | null;
  readonly at: Ms | null;
}

/** The intern's view, made the reader's: the holder of an accepted mandate is the chooser, and gets no e-mail. */
export function youFor(realm: Actor['realm'], intern: You, holder: string | null): You {
  if (realm === 'mandatary') return { ...intern, chooser: !intern.chooser, mandatary: null };
  return { ...intern, mandatary: intern.chooser ? null : holder };
}
