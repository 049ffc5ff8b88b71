/**
 * What a live session's decisions change in the tables (architecture §2.6): the next `start`, the pages and the lists
 * read them there. The same statement writes them, so that journal and tables never part.
 */
import type { Fact } from '../../machines/session/facts.ts';
import type { Who } from '../../machines/session/commands.ts';
import { holderSignedOut } from '../../api/mandates/holder-signed-out.ts';
import { MAILED_MANDATE, mandateMails } from '../../api/mandates/mails.ts';
import { statusDecidedMails } from '../../api/status/decided-mail.ts';
import { outcomeParts } from './outcome-parts.ts';
import type { JournalRow, NewRow } from './row.ts';
import type { StatementPart } from './statement-part.ts';

/** CTE names are numbered: one row may hold several facts of a kind. */
export function projectionParts({ row, mailDomain }: NewRow): readonly StatementPart[] {
  return [
    ...row.facts.flatMap((fact, index) => projectionOf(row, fact, `projected_${index}`, mailDomain)),
    ...outcomeParts(row.facts),
    ...liftedParts(row),
  ];
}

function projectionOf(
  row: JournalRow,
  fact: Fact,
  name: string,
  mailDomain: string,
): readonly StatementPart[] {
  switch (fact.kind) {
    case 'status':
      return statusParts(row, fact, name, mailDomain);
    case 'postBlocked':
      return [
        {
          text: `${name} as (update post set blocked = ?::boolean from own where post.id = ?::int)`,
          params: [fact.blocked, fact.post],
        },
      ];
    case 'postsAdded':
      return [offeredPart(fact, name, row.facts)];
    case 'joined':
      // Of an earlier session: they stand on the call list already.
      return fact.edition === null ? [] : joinedParts(fact, name);
    case 'message':
      return [messagePart(row, fact, name)];
    case 'mandate':
      return mandateParts(row, fact, name, mailDomain);
    case 'excused':
      return [excusedPart(row, fact, name)];
    default:
      return [];
  }
}

/** Whoever sets what was asked for has answered the request (api/status/decide.ts); one such fact in a row. */
function statusParts(
  row: JournalRow,
  { person, status, reason }: OfKind<'status'>,
  name: string,
  mailDomain: string,
): readonly StatementPart[] {
  return [
    {
      text: `${name} as (update roster_entry set status = ?::text from own where roster_entry.person = ?::text)`,
      params: [status, person],
    },
    {
      text: `${name}_request as (
        update status_request set decision = 'approved', decided_at = to_timestamp(?::bigint / 1000.0),
          decided_by = ?::int, reason = ?::text
        from own, roster_entry where roster_entry.person = ?::text
          and status_request.roster_entry_id = roster_entry.id and status_request.status = ?::text
          and status_request.decided_at is null
        returning status_request.id, status_request.roster_entry_id)`,
      params: [row.at, accountOf(row.who), reason?.sealed ?? null, person, status],
    },
    { text: `mails as (${statusDecidedMails(`${name}_request`)})`, params: [mailDomain], mails: true },
  ];
}

type OfKind<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>;

/** They were written blocked, for nobody to see before. What is said blocked in the same row stays so. */
function offeredPart({ posts }: OfKind<'postsAdded'>, name: string, facts: readonly Fact[]): StatementPart {
  const blocked = new Set(facts.flatMap(fact => (fact.kind === 'postBlocked' ? [fact.post] : [])));
  const offered = posts.flatMap(({ post }) => (blocked.has(post) ? [] : [post]));
  return {
    text: `${name} as (update post set blocked = false from own
      where post.id in (select value::int from jsonb_array_elements_text(?::jsonb)))`,
    params: [JSON.stringify(offered)],
  };
}

function joinedParts({ person, callOrder, state }: OfKind<'joined'>, name: string): readonly StatementPart[] {
  return [
    {
      text: `${name} as (
        insert into call_list_entry (amphitheatre_id, roster_entry_id, call_order, session_id, joined_late)
        select own.amphitheatre_id, roster_entry.id, ?::float8, own.id, ?::boolean
        from own, roster_entry where roster_entry.person = ?::text)`,
      params: [callOrder, state === 'absent', person],
    },
    {
      text: `${name}_chooses as (update roster_entry set chooses = true from own where roster_entry.person = ?::text)`,
      params: [person],
    },
  ];
}

function messagePart(row: JournalRow, { to, text }: OfKind<'message'>, name: string): StatementPart {
  return {
    text: `${name} as (
      insert into message (session_id, seq, roster_entry_id, text, at)
      select own.id, ?::bigint, (select id from roster_entry where person = ?::text), ?::text,
        to_timestamp(?::bigint / 1000.0)
      from own)`,
    params: [row.seq, to, text.sealed ?? '', row.at],
  };
}

function excusedPart(row: JournalRow, { person, reason }: OfKind<'excused'>, name: string): StatementPart {
  return {
    text: `${name} as (
      insert into planned_absence (roster_entry_id, reason, set_at, set_by)
      select roster_entry.id, ?::text, to_timestamp(?::bigint / 1000.0), ?::int
      from own, roster_entry where roster_entry.person = ?::text
      on conflict (roster_entry_id) where lifted_at is null do update set reason = excluded.reason,
        set_by = excluded.set_by)`,
    params: [reason.sealed ?? '', row.at, accountOf(row.who), person],
  };
}

function liftedParts({ command, at, who }: JournalRow): readonly StatementPart[] {
  if (command.type !== 'lift') return [];
  return [
    {
      text: `lifted as (
        update planned_absence set lifted_at = to_timestamp(?::bigint / 1000.0), lifted_by = ?::int
        from own, roster_entry where roster_entry.person = ?::text
          and planned_absence.roster_entry_id = roster_entry.id and planned_absence.lifted_at is null)`,
      params: [at, accountOf(who), command.person],
    },
  ];
}

/** One such fact in a row: its letters are the row's. */
function mandateParts(
  row: JournalRow,
  { person, held }: OfKind<'mandate'>,
  name: string,
  mailDomain: string,
): readonly StatementPart[] {
  const change = held
    ? 'accepted_at = to_timestamp(?::bigint / 1000.0)'
    : 'ended_at = to_timestamp(?::bigint / 1000.0), ended_by = ?::text';
  const which = held ? 'accepted_at is null' : 'accepted_at is not null';
  return [
    {
      text: `${name} as (
        update mandate set ${change} from own, roster_entry
        where roster_entry.person = ?::text and mandate.roster_entry_id = roster_entry.id
          and mandate.ended_at is null and mandate.${which}
        returning ${MAILED_MANDATE})`,
      params: held ? [row.at, person] : [row.at, row.who.realm, person],
    },
    ...(held ? [] : [{ text: holderSignedOut(name), params: [] }]),
    {
      text: `mails as (${mandateMails(held ? 'Accepted' : 'Ended', name)})`,
      params: [mailDomain],
      mails: true,
    },
  ];
}

const accountOf = (who: Who): number | null => (who.realm === 'system' ? null : who.account);
