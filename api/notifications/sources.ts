/**
 * The bell's three sources, one statement each: what one person was told, what the agency wrote, what became of the
 * offer. Newest first, from a place on: `at` in ms, then `key`, so that a page never loses what came in the same ms.
 */
import type { AccountId } from '../../machines/ids.ts';
import { WRITTEN_ELSEWHERE } from '../../machines/notification-kinds.ts';
import type { NotificationKind } from '../../machines/notification-kinds.ts';
import type { Sql } from '../../migrations/open.ts';
import type { BellEntry } from '../notification-answers.ts';

/** Where a page begins: everything before this entry. */
export interface Place {
  readonly at: number;
  readonly key: string;
}

export interface ToldRow extends Place {
  readonly kind: Exclude<NotificationKind, (typeof WRITTEN_ELSEWHERE)[number]>;
  readonly detail: Readonly<Record<string, unknown>>;
  /** Of a request for another kind of choice, while its row stands. */
  readonly request: (NonNullable<BellEntry['request']> & { readonly reason: string | null }) | null;
  readonly mandate: BellEntry['mandate'];
}

const MS = (column: string): string => `floor(extract(epoch from ${column}) * 1000)::float8`;
const PAGE = `where (at, key collate "C") < (?::float8, ?::text collate "C") order by at desc, key collate "C" desc limit ?::int`;

// The reason of an approval is the agency's own.
const REQUEST = `case when status_request.id is not null then json_build_object('status', status_request.status,
  'decision', status_request.decision,
  'reason', case when status_request.decision = 'refused' then status_request.reason end) end`;
const MANDATE = `case when mandate.id is not null then json_build_object(
  'who', case account.realm when 'intern' then nullif(mandate.email, '') else intern.first_name || ' ' || intern.name end,
  'toHolder', account.realm = 'mandatary', 'accepted', mandate.accepted_at is not null, 'endedBy', mandate.ended_by) end`;

export function toldRows(
  sql: Sql,
  account: AccountId,
  { at, key }: Place,
  limit: number,
): Promise<readonly ToldRow[]> {
  return sql<ToldRow>(
    `select * from (
      select 'n' || notification.id as key, notification.kind, notification.detail, ${MS('notification.at')} as at,
        ${REQUEST} as request, ${MANDATE} as mandate
      from notification
      join account on account.id = notification.account_id
      left join status_request on status_request.id = (detail ->> 'request')::int
      left join mandate on mandate.id = (detail ->> 'mandate')::int
      left join roster_entry on roster_entry.id = mandate.roster_entry_id
      left join intern on intern.id = roster_entry.intern_id
      where notification.account_id = ?::int
        and notification.kind not in (select jsonb_array_elements_text(?::jsonb))) told ${PAGE}`,
    [account, JSON.stringify(WRITTEN_ELSEWHERE), at, key, limit],
  );
}

export interface MessageRow extends Place {
  readonly text: string;
  readonly toMe: boolean;
}

/** To me, and to everyone of my session, or of a later one while I have no post from before it: I was carried over. */
export function messageRows(
  sql: Sql,
  rosterEntry: number,
  { at, key }: Place,
  limit: number,
): Promise<readonly MessageRow[]> {
  return sql<MessageRow>(
    `select * from (
      select 'm' || message.id as key, message.text, message.roster_entry_id is not null as "toMe",
        ${MS('message.at')} as at
      from call_list_entry
      join session own on own.id = call_list_entry.session_id
      join session on session.amphitheatre_id = own.amphitheatre_id and not session.rehearsal
      join message on message.session_id = session.id
      where call_list_entry.roster_entry_id = ?::int
        and (message.roster_entry_id = call_list_entry.roster_entry_id
          or message.roster_entry_id is null and (session.id = own.id or session.number > own.number and not exists (
            select from assignment join session earlier on earlier.id = assignment.session_id
            where assignment.roster_entry_id = call_list_entry.roster_entry_id and assignment.ended_at is null
              and earlier.number < session.number)))
    ) written ${PAGE}`,
    [rosterEntry, at, key, limit],
  );
}

export interface OfferRow extends Place {
  readonly kind: 'postsAdded' | 'postBlocked' | 'postOffered';
  readonly reason: string | null;
  readonly posts: readonly {
    readonly number: string;
    readonly service: string;
    readonly establishment: string;
  }[];
  readonly favourite: boolean;
}

/**
 * Of the amphitheatre, once its offer is public: from the journal while a session is live, from the acts before and
 * between. A reason whose private part was purged is gone here too.
 */
export function offerRows(
  sql: Sql,
  { amphitheatre, rosterEntry }: { readonly amphitheatre: number; readonly rosterEntry: number },
  { at, key }: Place,
  limit: number,
): Promise<readonly OfferRow[]> {
  return sql<OfferRow>(
    `with changed as (
      select 'j' || journal.session_id || '-' || journal.seq as key, journal.at::float8 as at,
        case when command ->> 'type' = 'addPosts' then 'postsAdded'
          when (command ->> 'blocked')::boolean then 'postBlocked' else 'postOffered' end as kind,
        case when command ->> 'type' = 'addPosts' then jsonb_path_query_array(command, '$.posts[*].id')
          else jsonb_build_array(command -> 'post') end as posts,
        journal_private.text::jsonb ->> (command #>> '{reason,sealed}')::int as reason
      from journal left join journal_private
        on journal_private.session_id = journal.session_id and journal_private.seq = journal.seq
      where journal.amphitheatre_id = ?::int and not journal.rehearsal and command ->> 'type' in ('setPost', 'addPosts')
      union all
      select 'a' || amphitheatre_act.id, ${MS('amphitheatre_act.at')},
        case when act = 'addPosts' then 'postsAdded'
          when (detail ->> 'blocked')::boolean then 'postBlocked' else 'postOffered' end,
        case when act = 'addPosts' then detail -> 'posts' else jsonb_build_array(detail -> 'post') end,
        detail ->> 'reason'
      from amphitheatre_act join amphitheatre on amphitheatre.id = amphitheatre_act.amphitheatre_id
      where amphitheatre_act.amphitheatre_id = ?::int and act in ('setPost', 'addPosts')
        and amphitheatre_act.at >= amphitheatre.offer_published_at
    ), paged as (select * from changed ${PAGE})
    select paged.key, paged.at, paged.kind, paged.reason,
      json_agg(json_build_object('number', post.number, 'service', service.name, 'establishment', establishment.name)
        order by post.id) as posts,
      bool_or(exists (select from favourite where favourite.roster_entry_id = ?::int
        and (favourite.post_id = post.id or favourite.service_id = post.service_id))) as favourite
    from paged
    join post on post.id in (select value::int from jsonb_array_elements_text(paged.posts))
    join service on service.id = post.service_id
    join establishment on establishment.id = service.establishment_id
    group by paged.key, paged.at, paged.kind, paged.reason`,
    [amphitheatre, amphitheatre, at, key, limit, rosterEntry],
  );
}
