/**
 * What has served is deleted after the days that the settings say: each table once a night, by whichever worker takes it
 * up. Never the record itself (journal, acts, assignments), which holds no name.
 */
import { z } from 'zod';
import type { Ms } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Clock } from '../kit/clock.ts';
import type { Config } from '../kit/config.ts';
import type { KeptDays } from '../kit/kept-days.ts';
import type { Log } from '../kit/log.ts';
import { purgePrivateReasons } from './purge-private.ts';

const PURGED = [
  'mails',
  'notifications',
  'reasons',
  'requests',
] as const satisfies readonly (keyof KeptDays)[];
type Purged = (typeof PURGED)[number];

/** For the worker's calendar: at night (UTC), a quarter of an hour apart. */
export const PURGE_TIMES = PURGED.map((of, index) => ({
  task: 'purge',
  identifier: `purge-${of}`,
  match: `${7 + 15 * index} 2 * * *`,
  payload: { of },
  options: { maxAttempts: 3 },
}));

interface PurgeParts {
  readonly sql: Sql;
  readonly config: Pick<Config, 'keptDays'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

const DAY_MS = 86_400_000;

const jobPayload = z.object({ of: z.enum(PURGED) });

export async function purge({ sql, config, clock, log }: PurgeParts, payload: unknown): Promise<void> {
  const { of } = jobPayload.parse(payload);
  const rows = await STATEMENTS[of](sql, clock.now() - config.keptDays[of] * DAY_MS);
  log.info({ of, rows }, 'purged');
}

/** @returns how many rows. */
const STATEMENTS: Readonly<Record<Purged, (sql: Sql, before: Ms) => Promise<number>>> = {
  /** Of a choice or a correction the proof stays that it was mailed (`npm run verify` asks for it), without the address. */
  mails: (sql, before) =>
    counted(
      sql,
      `with old as (
        select id, kind in ('choiceMade', 'choiceCorrected') as proof from mail
        where created_at < to_timestamp(?::float8 / 1000) and recipient <> ''
      ), emptied as (
        update mail set recipient = '' from old where mail.id = old.id and old.proof returning mail.id
      ), gone as (
        delete from mail using old where mail.id = old.id and not old.proof returning mail.id
      ) select (select count(*) from emptied) + (select count(*) from gone) as rows`,
      [before],
    ),
  notifications: (sql, before) =>
    counted(
      sql,
      `with gone as (
        delete from notification where at < to_timestamp(?::float8 / 1000) returning id
      ), marks as (
        delete from notification_read where at < to_timestamp(?::float8 / 1000) returning account_id
      ) select (select count(*) from gone) + (select count(*) from marks) as rows`,
      [before, before],
    ),
  /** The journal's hash chain stands without them (architecture §2); a semester that is not over needs them. A stored state has them too. */
  reasons: async (sql, before) =>
    (await purgePrivateReasons(sql, before)) +
    (await counted(
      sql,
      `with over as (
        select amphitheatre.id from amphitheatre join semester on semester.id = amphitheatre.semester_id
        where not semester.current and not exists (select from session
          where session.amphitheatre_id = amphitheatre.id and session.state in ('running', 'paused'))
      ), acts as (
        delete from amphitheatre_act_private using amphitheatre_act act
        where act.id = act_id and act.amphitheatre_id in (select id from over)
          and act.at < to_timestamp(?::float8 / 1000) returning act_id
      ), recorded as (
        delete from journal_private private using journal
        where journal.session_id = private.session_id and journal.seq = private.seq
          and journal.amphitheatre_id in (select id from over)
          and journal.at < ?::float8 returning private.seq
      ), states as (
        delete from session_state using session
        where session.id = session_state.session_id and session.amphitheatre_id in (select id from over)
          and not exists (select from journal where journal.session_id = session.id
            and journal.at >= ?::float8)
      ) select (select count(*) from acts) + (select count(*) from recorded) as rows`,
      [before, before, before],
    )),
  requests: (sql, before) =>
    counted(
      sql,
      `with gone as (
        delete from session_inbox where answered_at < to_timestamp(?::float8 / 1000) returning id
      ) select count(*) as rows from gone`,
      [before],
    ),
};

async function counted(sql: Sql, text: string, params: readonly unknown[]): Promise<number> {
  const [row] = await sql<{ rows: number }>(text, params);
  return row?.rows ?? 0;
}
