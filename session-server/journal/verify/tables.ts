/** What the tables say, for the verification: one statement each, all of one moment where the caller's transaction is so. */
import type { AmphitheatreId, Ms, PersonId, PostId, SessionId } from '../../../machines/ids.ts';
import type { Fact } from '../../../machines/session/facts.ts';
import type { StoredState } from '../../../machines/session/stored-state.ts';
import type { Sql } from '../../../migrations/open.ts';

export interface SessionHead {
  readonly amphitheatre: AmphitheatreId;
  readonly number: number;
  readonly rehearsal: boolean;
  readonly state: string;
  readonly seq: number;
  readonly hash: Buffer | null;
  /** Of the stream that the session's rows are numbered in. */
  readonly pub: number;
}

export async function headOfSession(sql: Sql, session: SessionId): Promise<SessionHead | null> {
  const [row] = await sql<SessionHead>(
    `select session.amphitheatre_id as amphitheatre, session.number, session.rehearsal, session.state, session.seq,
      session.hash, case when session.rehearsal then session.pub else amphitheatre.pub end as pub
    from session join amphitheatre on amphitheatre.id = session.amphitheatre_id where session.id = ?::int`,
    [session],
  );
  return row ?? null;
}

export interface Numbers {
  /** Public numbers of all rows of the stream. */
  readonly taken: ReadonlySet<number>;
  /** Acts on the amphitheatre, each of which may have taken a number without a row. */
  readonly acts: number;
}

export async function numbersOf(sql: Sql, session: SessionId, head: SessionHead): Promise<Numbers> {
  const rows = await sql<{ pub: number }>(
    `select pub from journal where pub is not null
      and case when ?::boolean then session_id = ?::int else amphitheatre_id = ?::int and not rehearsal end`,
    [head.rehearsal, session, head.amphitheatre],
  );
  const [counted] = await sql<{ acts: number }>(
    'select count(*)::int as acts from amphitheatre_act where amphitheatre_id = ?::int and not ?::boolean',
    [head.amphitheatre, head.rehearsal],
  );
  return { taken: new Set(rows.map(({ pub }) => pub)), acts: counted?.acts ?? 0 };
}

export const statesOf = (sql: Sql, session: SessionId) =>
  sql<{ readonly seq: number; readonly version: number; readonly state: StoredState }>(
    'select seq, version, state from session_state where session_id = ?::int order by seq',
    [session],
  );

/** A fact of whichever of the amphitheatre's sessions, with the row that it stands in. */
export interface PlacedFact {
  readonly session: SessionId;
  readonly seq: number;
  readonly at: Ms;
  readonly fact: Fact;
}

/** Facts that say who has which post, or none: of all real sessions of the amphitheatre, in the order recorded. */
export const seatFacts = (sql: Sql, amphitheatre: AmphitheatreId) =>
  sql<PlacedFact>(
    `select journal.session_id as session, journal.seq, journal.at, fact
    from journal join session on session.id = journal.session_id
    cross join lateral jsonb_array_elements(journal.facts) with ordinality facts (fact, place)
    where journal.amphitheatre_id = ?::int and not session.rehearsal and fact ->> 'kind' in
      ('assigned', 'corrected', 'passed', 'withoutPost', 'absent', 'returned', 'waiting', 'excused')
    order by journal.pub, journal.session_id, journal.seq, place`,
    [amphitheatre],
  );

export interface AssignmentRow {
  readonly session: SessionId;
  readonly seq: number;
  readonly person: PersonId;
  readonly post: PostId;
  readonly status: string;
  readonly by: string;
  readonly at: Ms;
  readonly offline: boolean;
  readonly ended: Ms | null;
}

export const assignmentsOf = (sql: Sql, session: SessionId, amphitheatre: AmphitheatreId) =>
  sql<AssignmentRow>(
    `select assignment.session_id as session, assignment.seq, roster_entry.person, assignment.post_id as post,
      assignment.status, assignment.made_by as "by", assignment.offline,
      round(extract(epoch from assignment.at) * 1000)::bigint as at,
      round(extract(epoch from assignment.ended_at) * 1000)::bigint as ended
    from assignment join roster_entry on roster_entry.id = assignment.roster_entry_id
    where assignment.session_id = ?::int
      or assignment.session_id in (select id from session where amphitheatre_id = ?::int)`,
    [session, amphitheatre],
  );

export interface MailAboutChoice {
  readonly messageId: string;
  /** Of the row that the mail names. */
  readonly seq: number | null;
}

export const mailsOf = (sql: Sql, session: SessionId) =>
  sql<MailAboutChoice>(
    `select message_id as "messageId", (data ->> 'seq')::bigint as seq from mail
    where kind in ('choiceMade', 'choiceCorrected') and (data ->> 'session')::int = ?::int order by message_id`,
    [session],
  );

/** Who of these people can be mailed: from when on the intern has an account, from when to when the holders have theirs. */
export interface Reachable {
  readonly person: PersonId;
  readonly internSince: Ms | null;
  readonly mandates: readonly { readonly from: Ms; readonly to: Ms | null }[];
}

export const reachable = (sql: Sql, people: readonly PersonId[]) =>
  sql<Reachable>(
    `select roster_entry.person, round(extract(epoch from account.created_at) * 1000)::bigint as "internSince",
      coalesce((select jsonb_agg(jsonb_build_object('from', round(extract(epoch from accepted_at) * 1000),
          'to', round(extract(epoch from ended_at) * 1000))) from mandate
        where mandate.roster_entry_id = roster_entry.id and mandate.accepted_at is not null), '[]') as mandates
    from roster_entry left join account on account.realm = 'intern' and account.intern_id = roster_entry.intern_id
    where roster_entry.person in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(people)],
  );

export interface MessageRow {
  readonly seq: number;
  readonly to: PersonId | null;
  readonly text: string;
}

export const messagesOf = (sql: Sql, session: SessionId) =>
  sql<MessageRow>(
    `select message.seq, roster_entry.person as "to", message.text from message
    left join roster_entry on roster_entry.id = message.roster_entry_id where message.session_id = ?::int`,
    [session],
  );

export interface CallListRow {
  readonly person: PersonId;
  readonly outcome: string | null;
}

export const callListOf = (sql: Sql, people: readonly PersonId[]) =>
  sql<CallListRow>(
    `select roster_entry.person, call_list_entry.outcome from call_list_entry
    join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
    where roster_entry.person in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(people)],
  );
