/** `GET /api/amphitheatres`: the published ones with their timetable; moderators see them all. */
import { Hono } from 'hono';
import { z } from 'zod';
import { amphitheatreTitle } from '../../machines/amphitheatre-title.ts';
import type { Ms } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import { amphitheatres } from '../answers.ts';
import type { ListedAmphitheatre } from '../answers.ts';
import { withEstimates } from '../timetable.ts';
import type { PlannedAmphitheatre } from '../timetable.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { input } from '../http/input.ts';
import { answerPacked } from '../http/packed-text.ts';
import { problem } from '../http/problem.ts';
import type { PublicShelf } from '../public/shelf.ts';
import { recordShelf } from '../desk/record-shelf.ts';
import { whoIs } from '../sign-in/signed-in.ts';

const query = z.object({ all: z.literal('1').optional() });
const ESTIMATE_MS = 5_000; // hours estimated from the pace move with the clock: kept no longer than this

export function amphitheatresRoute(api: Api, shelf: PublicShelf): Hono<ApiEnv> {
  const { sql } = api.database;
  const parts = { sql, clock: api.clock, records: recordShelf(sql) };
  const listAmphitheatres = async (all: boolean): Promise<readonly ListedAmphitheatre[]> =>
    withEstimates(parts, await readAmphitheatres(sql, all));
  return new Hono<ApiEnv>().get(
    '/amphitheatres',
    described('Amphitheatres, their sessions and hours', amphitheatres),
    input('query', query),
    async context => {
      if (context.req.valid('query').all === undefined) {
        const published = await shelf('amphitheatres', async () => {
          const answer = await listAmphitheatres(false);
          return { answer, until: writtenUntil(answer, api.clock.now()) };
        });
        return published === null ? problem(context, 'NOT_FOUND') : answerPacked(context, published);
      }
      context.header('cache-control', 'no-store');
      if ((await whoIs(api, context, 'moderator')) === null) return problem(context, 'NOT_SIGNED_IN');
      return context.json(await listAmphitheatres(true));
    },
  );
}

/** Hours estimated move on with the clock, and a session that has not begun says so from its hour on. */
function writtenUntil(answer: readonly ListedAmphitheatre[], now: Ms): Ms | null {
  if (answer.some(isLive)) return now + ESTIMATE_MS;
  const hours = answer.flatMap(({ sessions }) => sessions.flatMap(({ startsAt }) => startsAt ?? []));
  const next = Math.min(...hours.filter(hour => hour > now));
  return next === Infinity ? null : next;
}

const isLive = ({ sessions }: ListedAmphitheatre): boolean =>
  sessions.some(({ state }) => state === 'running' || state === 'paused');

/** @param all false: only what is published, each part from its own date on (domain §2). */
async function readAmphitheatres(sql: Sql, all: boolean): Promise<readonly PlannedAmphitheatre[]> {
  const rows = await sql<Omit<PlannedAmphitheatre, 'title'>>(
    `with listed as (
      select *, offer_published_at is not null as offer, timetable_published_at is not null as timetable,
        call_list_published_at is not null as call_list, ?::boolean as whole
      from amphitheatre
    ), sizes as (
      select call_list_entry.amphitheatre_id, call_list_entry.session_id, count(*)::int as size,
        count(assignment.id)::int as chosen
      from call_list_entry
      left join assignment on assignment.roster_entry_id = call_list_entry.roster_entry_id and assignment.ended_at is null
      group by 1, 2
    )
    select amphitheatre.id, specialty_group.name as "group", amphitheatre.phase,
      json_build_object('offer', offer, 'timetable', timetable, 'callList', call_list) as published,
      amphitheatre.edition,
      case when timetable or whole then amphitheatre.per_session end as "perSession",
      case when timetable or whole then (extract(epoch from amphitheatre.first_at) * 1000)::float8 end as "firstAt",
      case when call_list or whole
        then (select coalesce(sum(size), 0)::int from sizes where sizes.amphitheatre_id = amphitheatre.id) else 0 end as people,
      case when offer or whole
        then (select count(*)::int from post where post.amphitheatre_id = amphitheatre.id and not blocked) else 0 end as posts,
      case when timetable or whole then coalesce((
        select json_agg(json_build_object('id', session.id, 'number', session.number, 'state', session.state,
          'startsAt', extract(epoch from session.starts_at) * 1000,
          'size', coalesce(sizes.size, 0), 'chosen', coalesce(sizes.chosen, 0)) order by session.number)
        from session left join sizes on sizes.session_id = session.id
        where session.amphitheatre_id = amphitheatre.id and not session.rehearsal), '[]') else '[]' end as sessions
    from listed amphitheatre
    join specialty_group on specialty_group.id = amphitheatre.group_id
    join semester on semester.id = amphitheatre.semester_id and semester.current
    where whole or offer or timetable or call_list
    order by amphitheatre.first_at nulls last, specialty_group.name collate "fr-x-icu", amphitheatre.phase`,
    [all],
  );
  return rows.map(row => ({ ...row, title: amphitheatreTitle(row.group, row.phase) }));
}
