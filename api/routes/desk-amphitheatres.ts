/** `/api/desk/amphitheatres/:id/…`: who is left without a post, who was forgotten, posts added, settings. Moderators only. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { Sql } from '../../migrations/open.ts';
import { readSettings, writeSettings } from '../acts/settings.ts';
import { answerOutcome } from '../acts/outcome.ts';
import { left, sessionSettings, unlisted } from '../desk-answers.ts';
import { addPersonBody, addPostsBody, settingsChangeBody } from '../desk-bodies.ts';
import { readLeft } from '../desk/left.ts';
import type { RecordShelf } from '../desk/record-shelf.ts';
import { readUnlisted } from '../desk/unlisted.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedAct } from '../http/described.ts';
import { idInPath, input, plainText } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { addPerson } from '../live/add-person.ts';
import { addPosts } from '../live/add-posts.ts';

const place = z.object({ id: idInPath });
const LONGEST_SEARCH = 100; // characters
const search = z.object({ q: plainText.trim().max(LONGEST_SEARCH).default('') });

export function deskAmphitheatreRoutes(api: Api, records: RecordShelf): Hono<ApiEnv> {
  const { database } = api;
  const { sql } = database;
  return new Hono<ApiEnv>()
    .get(
      '/:id/left',
      described('Who is without a post, in call order: «à affecter» once the last session is closed', left),
      input('param', place),
      async context => {
        const { id } = context.req.valid('param');
        if (!(await isThere(sql, id))) return problem(context, 'NOT_FOUND');
        context.header('cache-control', 'no-store');
        return context.json(await readLeft(sql, records, id));
      },
    )
    .get(
      '/:id/unlisted',
      described('People of the roster who are on no call list, by name', unlisted),
      input('param', place),
      input('query', search),
      async context => {
        const { id } = context.req.valid('param');
        if (!(await isThere(sql, id))) return problem(context, 'NOT_FOUND');
        context.header('cache-control', 'no-store');
        return context.json(await readUnlisted(sql, id, context.req.valid('query').q));
      },
    )
    .post(
      '/:id/people',
      describedAct('Adds somebody forgotten at their rank, with a reason'),
      input('param', place),
      input('json', addPersonBody),
      async context => {
        const addition = { ...context.req.valid('json'), account: context.var.signedIn.account };
        return answerOutcome(context, await addPerson(api, context.req.valid('param').id, addition));
      },
    )
    .post(
      '/:id/posts',
      describedAct('Adds posts to the offer, with a reason that is announced'),
      input('param', place),
      input('json', addPostsBody),
      async context => {
        const { account } = context.var.signedIn;
        const outcome = await addPosts(
          api,
          context.req.valid('param').id,
          context.req.valid('json'),
          account,
        );
        if (outcome.kind === 'invalid') return problem(context, 'INVALID_INPUT', { fields: outcome.fields });
        if (outcome.kind === 'taken') return problem(context, 'NUMBER_TAKEN', { fields: outcome.fields });
        return answerOutcome(context, outcome);
      },
    )
    .get(
      '/:id/settings',
      described('Settings of the sessions still to start', sessionSettings),
      input('param', place),
      async context => {
        const settings = await readSettings(sql, context.req.valid('param').id);
        if (settings === null) return problem(context, 'NOT_FOUND');
        context.header('cache-control', 'no-store');
        return context.json(settings);
      },
    )
    .put(
      '/:id/settings',
      describedAct('Sets them, for every session still to start, where they still are what was seen'),
      input('param', place),
      input('json', settingsChangeBody),
      async context => {
        const { account } = context.var.signedIn;
        const { id } = context.req.valid('param');
        return answerOutcome(context, await writeSettings(database, id, context.req.valid('json'), account));
      },
    );
}

async function isThere(sql: Sql, id: number): Promise<boolean> {
  return (await sql('select from amphitheatre where id = ?::int', [id])).length > 0;
}
