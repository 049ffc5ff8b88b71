/** `GET /api/desk/amphitheatres/:id/people` and `…/acts`, `GET /api/desk/sessions/:id/journal`: what only moderators read. */
import { Hono } from 'hono';
import { z } from 'zod';
import { journalPage, roster } from '../answers.ts';
import { readActs } from '../desk-acts.ts';
import { recordedActs } from '../desk-answers.ts';
import { readJournal } from '../desk-journal.ts';
import { readRoster } from '../desk-roster.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { idInPath, input } from '../http/input.ts';

const place = z.object({ id: idInPath });
const journalQuery = z.object({
  before: z.coerce.number().int().positive().optional(),
  size: z.coerce.number().int().min(1).max(200).default(100),
  /** `1`: with the rows that tell of connections alone. */
  presence: z.literal('1').optional(),
});

export function deskReadingRoutes(api: Api): Hono<ApiEnv> {
  const { sql } = api.database;
  return new Hono<ApiEnv>()
    .get(
      '/amphitheatres/:id/people',
      described('Statuses, planned absences and mandates as the tables hold them', roster),
      input('param', place),
      async context => {
        context.header('cache-control', 'no-store');
        return context.json(await readRoster(sql, context.req.valid('param').id));
      },
    )
    .get(
      '/amphitheatres/:id/acts',
      described('The record of an amphitheatre, from its end: what no session’s journal holds', recordedActs),
      input('param', place),
      async context => {
        context.header('cache-control', 'no-store');
        return context.json(await readActs(sql, context.req.valid('param').id));
      },
    )
    .get(
      '/sessions/:id/journal',
      described('The journal of a session, from its end, a page at a time', journalPage),
      input('param', place),
      input('query', journalQuery),
      async context => {
        const { before = null, size, presence } = context.req.valid('query');
        const { id: session } = context.req.valid('param');
        context.header('cache-control', 'no-store');
        return context.json(
          await readJournal(sql, { session, before, size, presence: presence !== undefined }),
        );
      },
    );
}
