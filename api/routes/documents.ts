/** `GET /api/documents/…`: call list and assignments for everybody, as they stand; written by the worker, never here. */
import { Hono } from 'hono';
import { z } from 'zod';
import { answerDocument } from '../documents/answer-document.ts';
import type { AskDocument } from '../documents/ask.ts';
import { currentSemester } from '../current-semester.ts';
import { publishedIn } from '../documents/places.ts';
import { format } from '../documents/wanted.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { describedFile } from '../http/described.ts';
import { idInPath, input } from '../http/input.ts';
import { problem } from '../http/problem.ts';

const callListPlace = z.object({ amphitheatre: idInPath, format });
const place = z.object({ format });
const query = z.object({ amphitheatre: idInPath.optional() });

export function documentRoutes(api: Api, ask: AskDocument): Hono<ApiEnv> {
  const { sql } = api.database;
  return new Hono<ApiEnv>()
    .get(
      '/documents/call-list/:amphitheatre/:format',
      describedFile('The call list of an amphitheatre as it stands'),
      input('param', callListPlace),
      async context => {
        const wanted = { kind: 'callList', ...context.req.valid('param') } as const;
        const published = await publishedIn(sql, wanted.amphitheatre);
        if (published?.callList !== true) return problem(context, 'NOT_FOUND');
        return answerDocument(context, await ask(wanted), false);
      },
    )
    .get(
      '/documents/assignments/:format',
      describedFile('The public assignments as they stand: the service, never the post'),
      input('param', place),
      input('query', query),
      async context => {
        const { amphitheatre = null } = context.req.valid('query');
        const published = amphitheatre === null ? null : await publishedIn(sql, amphitheatre);
        if (amphitheatre !== null && published?.callList !== true) return problem(context, 'NOT_FOUND');
        const semester = published?.semester ?? (await currentSemester(sql))?.id ?? null;
        if (semester === null) return problem(context, 'NOT_FOUND');
        const { format } = context.req.valid('param');
        const asked = await ask({ kind: 'assignments', semester, amphitheatre, withPosts: false, format });
        return answerDocument(context, asked, false);
      },
    );
}
