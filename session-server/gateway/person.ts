/** Who a login acts for, and what the tables say of that person: read again at each `hello`. */
import type { AccountId, Ms, PersonId, PostId } from '../../machines/ids.ts';
import type { You } from '../../machines/wire/frames.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Actor } from './connection.ts';

/** Null where the account is on no roster of the semester, or holds no accepted mandate any more. */
export async function readActor(sql: Sql, account: AccountId, realm: Actor['realm']): Promise<Actor | null> {
  const [row] = await sql<{ person: PersonId }>(realm === 'intern' ? INTERN : HOLDER, [account]);
  return row ? { person: row.person, realm } : null;
}

const INTERN = `select roster_entry.person from account
  join roster_entry on roster_entry.intern_id = account.intern_id
  join semester on semester.id = roster_entry.semester_id and semester.current
  where account.id = ?::int`;

const HOLDER = `select roster_entry.person from mandate
  join roster_entry on roster_entry.id = mandate.roster_entry_id
  join semester on semester.id = roster_entry.semester_id and semester.current
  where mandate.account_id = ?::int and mandate.accepted_at is not null and mandate.ended_at is null`;

/** What of `you` the tables say, for anybody of the roster; a live or closed session knows more. */
export interface PersonInTables extends Pick<You, 'session' | 'status' | 'plannedAbsence' | 'choice'> {
  /** E-mail of the holder of an accepted mandate. */
  readonly holder: string | null;
}

export async function readPerson(sql: Sql, person: PersonId): Promise<PersonInTables | null> {
  const [row] = await sql<Row>(
    `select call_list_entry.session_id as session, roster_entry.status, mandate.email as holder,
      planned_absence.reason, assignment.post_id as post, assignment.seq,
      (extract(epoch from assignment.at) * 1000)::bigint as at
    from roster_entry
    left join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    left join mandate on mandate.roster_entry_id = roster_entry.id
      and mandate.accepted_at is not null and mandate.ended_at is null
    left join planned_absence on planned_absence.roster_entry_id = roster_entry.id and planned_absence.lifted_at is null
    left join assignment on assignment.roster_entry_id = roster_entry.id and assignment.ended_at is null
    where roster_entry.person = ?::text`,
    [person],
  );
  if (!row) return null;
  const { session, status, holder, reason, post, seq, at } = row;
  const choice = post === null || seq === null || at === null ? null : { post, seq, at };
  return { session, status, holder, plannedAbsence: reason, choice };
}

interface Row extends Pick<PersonInTables, 'session' | 'status' | 'holder'> {
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
