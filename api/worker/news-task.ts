/**
 * The job `news`: a message of the agency, or a change of the offer, goes to the telephones of those whom it concerns, and
 * by mail to those who want it so. The bell reads both where they were written (`../notifications/sources.ts`): what is
 * kept here says only who was told, so that a job tried again tells nobody twice.
 */
import { z } from 'zod';
import { isWantedAtFirst, WRITTEN_ELSEWHERE } from '../../machines/notification-kinds.ts';
import type { Sql } from '../../migrations/open.ts';
import { mailDomainOf } from '../kit/config.ts';
import type { Config } from '../kit/config.ts';
import { PUSHED } from '../kit/told-queue.ts';

const newsPayload = z.union([
  z.object({ session: z.number(), seq: z.number() }),
  z.object({ act: z.number() }),
]);

/** One's session's, or of a later one as long as one has no post from before it (as the bell has it). */
const OF_MESSAGE = `
  select case when message.roster_entry_id is null then 'message' else 'messageToMe' end as kind,
    'm' || message.id as key, message.at, entry.roster_entry_id
  from message
  join session own on own.id = message.session_id and not own.rehearsal
  join session on session.amphitheatre_id = own.amphitheatre_id and not session.rehearsal
  join call_list_entry entry on entry.session_id = session.id
  where message.session_id = ?::int and message.seq = ?::bigint
    and (entry.roster_entry_id = message.roster_entry_id
      or message.roster_entry_id is null and (session.id = own.id or session.number < own.number and not exists (
        select from assignment join session earlier on earlier.id = assignment.session_id
        where assignment.roster_entry_id = entry.roster_entry_id and assignment.ended_at is null
          and earlier.number < own.number)))`;

/** Who has it among the favourites, and no post yet. */
const FOR_FAVOURITES = `
  select distinct 'offerChanged' as kind, changed.key, changed.at, entry.roster_entry_id
  from changed
  join post on post.id in (select value::int from jsonb_array_elements_text(changed.posts))
  join favourite on favourite.post_id = post.id or favourite.service_id = post.service_id
  join call_list_entry entry on entry.roster_entry_id = favourite.roster_entry_id
    and entry.amphitheatre_id = changed.amphitheatre_id
  where not exists (select from assignment
    where assignment.roster_entry_id = entry.roster_entry_id and assignment.ended_at is null)`;

const CHANGED_LIVE = `
  select 'j' || session_id || '-' || seq as key, to_timestamp(at / 1000.0) as at, amphitheatre_id,
    case when command ->> 'type' = 'addPosts' then jsonb_path_query_array(command, '$.posts[*].id')
      else jsonb_build_array(command -> 'post') end as posts
  from journal where session_id = ?::int and seq = ?::bigint and not rehearsal
    and command ->> 'type' in ('setPost', 'addPosts')`;

const CHANGED_BY_ACT = `
  select 'a' || act.id as key, act.at, act.amphitheatre_id,
    case when act.act = 'addPosts' then act.detail -> 'posts' else jsonb_build_array(act.detail -> 'post') end as posts
  from amphitheatre_act act join amphitheatre on amphitheatre.id = act.amphitheatre_id
  where act.id = ?::bigint and act.act in ('setPost', 'addPosts') and act.at >= amphitheatre.offer_published_at`;

export async function tellNews(
  { sql, config }: { readonly sql: Sql; readonly config: Pick<Config, 'publicUrl'> },
  payload: unknown,
): Promise<void> {
  const news = newsPayload.parse(payload);
  const [text, params] =
    'act' in news
      ? [`changed as (${CHANGED_BY_ACT}), concerned as (${FOR_FAVOURITES})`, [news.act]]
      : [
          `changed as (${CHANGED_LIVE}), concerned as (${OF_MESSAGE} union all ${FOR_FAVOURITES})`,
          [news.session, news.seq, news.session, news.seq],
        ];
  await sql(
    `with ${text}, kept as (
      insert into notification (account_id, kind, key, detail, at)
      select account.id, concerned.kind, 'news-' || concerned.key, jsonb_build_object('place',
        floor(extract(epoch from concerned.at) * 1000)::bigint || '.' || concerned.key), concerned.at
      from concerned
      join roster_entry on roster_entry.id = concerned.roster_entry_id
      left join mandate on mandate.roster_entry_id = roster_entry.id and mandate.ended_at is null
        and mandate.accepted_at <= concerned.at
      join account on account.id = mandate.account_id
        or account.realm = 'intern' and account.intern_id = roster_entry.intern_id
      on conflict (account_id, key) do nothing
      returning id, account_id, kind, key, detail
    ), queued as (
      insert into mail (message_id, kind, recipient, data)
      select kept.key || '-' || account.id || '-' || account.realm || '@' || ?::text, kept.kind, account.email,
        jsonb_build_object('account', account.id, 'place', kept.detail ->> 'place')
      from kept join account on account.id = kept.account_id
      left join notification_choice choice
        on choice.account_id = kept.account_id and choice.kind = kept.kind and choice.channel = 'mail'
      where coalesce(choice.wanted, kept.kind in (select jsonb_array_elements_text(?::jsonb)))
      returning id, message_id
    ), mails as (
      select count((graphile_worker.add_job('mail', json_build_object('mail', queued.id),
        job_key => queued.message_id, max_attempts => 8, priority => 10)).id) from queued
    ) select ${PUSHED}, ${TOLD}, (select count from mails) as mails`,
    [...params, mailDomainOf(config), JSON.stringify(MAILED_AT_FIRST)],
  );
}

/** What was said to all, all pages hear at once in the public stream: a thousand of them need not be told apart. */
const TOLD = `(select count(pg_notify('bell', json_build_object('account', account_id)::text)) from kept
  where kind <> 'message') as told`;

const MAILED_AT_FIRST = WRITTEN_ELSEWHERE.filter(kind => isWantedAtFirst(kind, 'mail'));
