/** What a choice writes beside its row: the assignment, one mail per recipient; the jobs that send them are in the final select. */
import type { Fact } from '../../machines/session/facts.ts';
import type { NewRow } from './row.ts';
import type { StatementPart } from './statement-part.ts';

type Assigned = Extract<Fact, { kind: 'assigned' }>;

/** At most one `assigned` fact stands in a row: one decision, one choice. */
export function assignmentParts(newRow: NewRow): readonly StatementPart[] {
  const assigned = newRow.row.facts.find((fact): fact is Assigned => fact.kind === 'assigned');
  return assigned ? [assignmentPart(newRow, assigned), mailPart(newRow)] : [];
}

function assignmentPart({ row }: NewRow, assigned: Assigned): StatementPart {
  return {
    text: `assigned as (
      insert into assignment (semester_id, roster_entry_id, post_id, session_id, seq, status, made_by, at)
      select roster_entry.semester_id, roster_entry.id, ?::int, own.id, ?::bigint, ?::text, ?::text,
        to_timestamp(?::bigint / 1000.0)
      from own, roster_entry where roster_entry.person = ?::text
      returning roster_entry_id
    )`,
    params: [assigned.post, row.seq, assigned.status, assigned.by, row.at, assigned.person],
  };
}

/** To the intern's account and to that of the holder of an accepted mandate (domain §6). */
function mailPart({ row, mailDomain }: NewRow): StatementPart {
  return {
    text: `mails as (
      insert into mail (message_id, kind, recipient, data)
      select 'choice-' || own.id || '-' || ?::text || '-' || account.realm || '@' || ?::text, 'choiceMade',
        account.email, jsonb_build_object('session', own.id, 'seq', ?::bigint)
      from own, assigned
      join roster_entry on roster_entry.id = assigned.roster_entry_id
      join account on account.realm = 'intern' and account.intern_id = roster_entry.intern_id
        or account.realm = 'mandatary' and account.id in (
          select mandate.account_id from mandate
          where mandate.roster_entry_id = roster_entry.id and mandate.ended_at is null and mandate.accepted_at is not null)
      returning id, message_id
    )`,
    params: [String(row.seq), mailDomain, row.seq],
  };
}
