/** `GET /api/desk/day` and what is done to every session at once. Moderators only. */
import { Hono } from 'hono';
import { z } from 'zod';
import { day, sessionOutcomes } from '../desk-answers.ts';
import { emptyBody, reasonBody } from '../desk-bodies.ts';
import { readDay } from '../desk/day.ts';
import type { RecordShelf } from '../desk/record-shelf.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { day as dayInQuery, input } from '../http/input.ts';
import { sharedReading } from '../http/shared-reading.ts';
import type { Day } from '../desk-answers.ts';
import { pauseEverywhere, resumeEverywhere } from '../live/everywhere.ts';

const query = z.object({ date: dayInQuery });

export function deskDayRoutes(api: Api, records: RecordShelf): Hono<ApiEnv> {
  const shared = sharedReading<Day>();
  return new Hono<ApiEnv>()
    .get(
      '/day',
      described('The sessions of a day, Paris time, with what is to be looked at in each', day),
      input('query', query),
      async context => {
        const { date } = context.req.valid('query');
        context.header('cache-control', 'no-store');
        return context.json(await shared(date, () => readDay(api, records, date)));
      },
    )
    .post(
      '/pause-all',
      described('Pauses every running session, and what each answered', sessionOutcomes),
      input('json', reasonBody),
      async context => {
        const { reason } = context.req.valid('json');
        return context.json({ sessions: await pauseEverywhere(api, reason, context.var.signedIn.account) });
      },
    )
    .post(
      '/resume-all',
      described('Resumes every paused session, and what each answered', sessionOutcomes),
      input('json', emptyBody),
      async context => context.json({ sessions: await resumeEverywhere(api, context.var.signedIn.account) }),
    );
}
