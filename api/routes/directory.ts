/**
 * `GET /api/amphitheatres/:id/directory/:edition`: names and descriptions behind an amphitheatre's ids. PostgreSQL
 * writes the text, a thread packs it, and it is kept per edition: 5,000 people never stop the loop.
 */
import { Hono } from 'hono';
import { z } from 'zod';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { idInPath, input } from '../http/input.ts';
import { answerPacked } from '../http/packed-text.ts';
import { problem } from '../http/problem.ts';
import { directory } from '../offer/answers.ts';
import { whoIs } from '../sign-in/signed-in.ts';
import { directoryShelf } from '../directory-shelf.ts';

const place = z.object({
  id: idInPath,
  edition: idInPath,
});

export function directoryRoute(api: Api): Hono<ApiEnv> {
  const shelf = directoryShelf(api.database.sql);
  return new Hono<ApiEnv>().get(
    '/amphitheatres/:id/directory/:edition',
    described('Names behind the ids; never changes within an edition', directory),
    input('param', place),
    async context => {
      const { id, edition } = context.req.valid('param');
      const isModerator = async (): Promise<boolean> => (await whoIs(api, context, 'moderator')) !== null;
      const kept = await shelf(id, edition, isModerator);
      if (kept === null) return problem(context, 'NOT_FOUND');
      return answerPacked(context, kept.directory, cacheControl(kept.published, api.config.production));
    },
  );
}

/** In development a new data folder begins again at edition 1: a year in the browser's cache would show other people. */
function cacheControl(published: boolean, production: boolean): string {
  if (!published) return 'private, no-store';
  return production ? 'public, max-age=31536000, immutable' : 'no-cache';
}
