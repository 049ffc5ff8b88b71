/** `GET /api/desk/unattended`: asked by every page of the desk each few seconds. Moderators only. */
import { Hono } from 'hono';
import { unattended } from '../desk-answers.ts';
import type { UnattendedSession } from '../desk-answers.ts';
import { readUnattended } from '../desk/unattended.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { sharedReading } from '../http/shared-reading.ts';

export function deskUnattendedRoutes({ database, clock }: Api): Hono<ApiEnv> {
  const shared = sharedReading<readonly UnattendedSession[]>();
  return new Hono<ApiEnv>().get(
    '/unattended',
    described('Sessions that run, or whose own start waits, with no moderator in their room', unattended),
    async context => {
      context.header('cache-control', 'no-store');
      return context.json(await shared('', () => readUnattended(database.sql, clock.now())));
    },
  );
}
