/**
 * The text of `append`'s one statement. Every part hangs on `own`: where the epoch or the seq is another's, nothing
 * at all is written. A CTE that only selects is not run unless read, so the jobs stand in the final select (facts §5).
 */
import type { Fact } from '../../machines/session/facts.ts';
import { assignmentParts } from './assignment-parts.ts';
import { projectionParts } from './projection-parts.ts';
import type { NewRow } from './row.ts';
import type { SealedRow } from './sealing.ts';
import type { StatementPart } from './statement-part.ts';

export function appendStatement(newRow: NewRow, sealed: SealedRow, hash: Buffer): StatementPart {
  const parts = [
    ownPart(newRow, hash),
    ...pubParts(newRow),
    journalPart(newRow, sealed, hash),
    ...privateParts(newRow, sealed),
    ...(newRow.rehearsal ? [] : [...assignmentParts(newRow), ...projectionParts(newRow)]),
  ];
  const jobs = parts.some(({ mails }) => mails === true) ? `, ${JOBS}` : '';
  const counted = newRow.row.pub === null || newRow.rehearsal ? '' : `, ${PUB_COUNTED}`;
  return {
    text: `with ${parts.map(part => part.text).join(',\n')}\nselect count(*)::int as owned${counted}${jobs} from own`,
    params: parts.flatMap(part => part.params),
  };
}

// A fault by design: rolls the whole statement back where `own` was written and `pub` was not the next.
const PUB_COUNTED = `case when count(*) = 1 then 1 / (select count(*)::int from counted) end as counted`;

const JOBS = `(select count((graphile_worker.add_job('mail', json_build_object('mail', mails.id),
  job_key => mails.message_id, max_attempts => 8)).id) from mails) as jobs`;

/** A rehearsal's own number stands in the same row: the fence that guards `seq` guards it too. */
function ownPart({ row, epoch, state, rehearsal }: NewRow, hash: Buffer): StatementPart {
  return {
    text: `own as (
      update session set seq = ?::bigint, hash = ?::bytea, state = ?::text, pub = coalesce(?::bigint, pub)
      where id = ?::int and epoch = ?::int and seq = ?::bigint
      returning id, amphitheatre_id
    )`,
    params: [row.seq, hash, state, rehearsal ? row.pub : null, row.session, epoch, row.seq - 1],
  };
}

function pubParts({ row, rehearsal }: NewRow): readonly StatementPart[] {
  if (row.pub === null || rehearsal) return [];
  return [
    {
      text: `counted as (
        update amphitheatre set pub = ?::bigint, edition = greatest(edition, ?::int) from own
        where amphitheatre.id = own.amphitheatre_id and amphitheatre.pub = ?::bigint
        returning amphitheatre.id
      )`,
      params: [row.pub, editionOf(row.facts), row.pub - 1],
    },
  ];
}

/** The directory that names whoever and whatever was added; null where nothing was. One row of a table, one update. */
function editionOf(facts: readonly Fact[]): number | null {
  const editions = facts.flatMap(fact => ('edition' in fact ? (fact.edition ?? []) : []));
  return editions.length > 0 ? Math.max(...editions) : null;
}

function journalPart({ rehearsal }: NewRow, { bare }: SealedRow, hash: Buffer): StatementPart {
  return {
    text: `recorded as (
      insert into journal (session_id, seq, amphitheatre_id, pub, at, who, command_id, command, facts,
        private_digest, rules, hash, rehearsal)
      select own.id, ?::bigint, ?::int, ?::bigint, ?::bigint, ?::jsonb, ?::text, ?::jsonb, ?::jsonb, ?::bytea, ?::int, ?::bytea,
        ?::boolean
      from own
      returning session_id
    )`,
    params: [
      bare.seq,
      bare.amphitheatre,
      bare.pub,
      bare.at,
      JSON.stringify(bare.who),
      bare.commandId,
      JSON.stringify(bare.command),
      JSON.stringify(bare.facts),
      bare.privateDigest === null ? null : Buffer.from(bare.privateDigest, 'hex'),
      bare.rules,
      hash,
      rehearsal,
    ],
  };
}

function privateParts({ row }: NewRow, { hidden }: SealedRow): readonly StatementPart[] {
  if (!hidden) return [];
  return [
    {
      text: `hidden as (
        insert into journal_private (session_id, seq, salt, text)
        select own.id, ?::bigint, ?::bytea, ?::text from own
      )`,
      params: [row.seq, hidden.salt, hidden.text],
    },
  ];
}
