/**
 * What a choice, an assignment or a correction writes beside its row: the assignment begun and the one ended, one mail
 * per recipient; the jobs that send them are in the final select.
 */
import type { Fact } from '../../machines/session/facts.ts';
import type { NewRow } from './row.ts';
import type { StatementPart } from './statement-part.ts';

type Assigned = Extract<Fact, { kind: 'assigned' }>;
type Corrected = Extract<Fact, { kind: 'corrected' }>;

/** At most one `assigned` or `corrected` fact stands in a row: one decision, one choice. */
export function assignmentParts(newRow: NewRow): readonly StatementPart[] {
  for (const fact of newRow.row.facts) {
    if (fact.kind === 'assigned') return [begunPart(newRow, fact), mailPart(newRow, CHOICE)];
    if (fact.kind === 'corrected')
      return [endedPart(newRow, fact), ...movedParts(newRow, fact), mailPart(newRow, CORRECTION)];
  }
  return [];
}

function begunPart({ row }: NewRow, assigned: Assigned): StatementPart {
  return {
    text: `assigned as (
      insert into assignment (semester_id, roster_entry_id, post_id, session_id, seq, status, made_by, at, offline)
      select roster_entry.semester_id, roster_entry.id, ?::int, own.id, ?::bigint, ?::text, ?::text,
        to_timestamp(?::bigint / 1000.0), ?::boolean
      from own, roster_entry where roster_entry.person = ?::text
      returning roster_entry_id
    )`,
    params: [
      assigned.post,
      row.seq,
      assigned.status,
      assigned.by,
      row.at,
      assigned.offline ?? false,
      assigned.person,
    ],
  };
}

function endedPart({ row }: NewRow, { person, from }: Corrected): StatementPart {
  return {
    text: `ended as (
      update assignment set ended_at = to_timestamp(?::bigint / 1000.0)
      from own, roster_entry where roster_entry.person = ?::text
        and assignment.roster_entry_id = roster_entry.id and assignment.post_id = ?::int and assignment.ended_at is null
      returning assignment.semester_id, assignment.roster_entry_id
    )`,
    params: [row.at, person, from],
  };
}

/** Selects from what was ended: only so does it come after, where both would break a unique index together. */
function movedParts({ row }: NewRow, { to, status }: Corrected): readonly StatementPart[] {
  if (to === null) return [];
  return [
    {
      text: `moved as (
        insert into assignment (semester_id, roster_entry_id, post_id, session_id, seq, status, made_by, at)
        select ended.semester_id, ended.roster_entry_id, ?::int, own.id, ?::bigint, ?::text, 'moderator',
          to_timestamp(?::bigint / 1000.0)
        from ended, own
      )`,
      params: [to, row.seq, status, row.at],
    },
  ];
}

/** `id` begins the Message-ID; `whose` is the part that names the roster entry. */
const CHOICE = { id: 'choice', kind: 'choiceMade', whose: 'assigned' } as const;
const CORRECTION = { id: 'correction', kind: 'choiceCorrected', whose: 'ended' } as const;

/** To the intern's account and to that of the holder of an accepted mandate (domain §6). */
function mailPart(
  { row, mailDomain }: NewRow,
  { id, kind, whose }: typeof CHOICE | typeof CORRECTION,
): StatementPart {
  return {
    text: `mails as (
      insert into mail (message_id, kind, recipient, data)
      select '${id}-' || own.id || '-' || ?::text || '-' || account.realm || '@' || ?::text, '${kind}',
        account.email, jsonb_build_object('session', own.id, 'seq', ?::bigint)
      from own, ${whose}
      join roster_entry on roster_entry.id = ${whose}.roster_entry_id
      join account on account.realm = 'intern' and account.intern_id = roster_entry.intern_id
        or account.realm = 'mandatary' and account.id in (
          select mandate.account_id from mandate
          where mandate.roster_entry_id = roster_entry.id and mandate.ended_at is null and mandate.accepted_at is not null)
      returning id, message_id
    )`,
    params: [String(row.seq), mailDomain, row.seq],
    mails: true,
  };
}
