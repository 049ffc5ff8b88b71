/** `GET /api/documents/…`: call list, assignments and offer for everybody, as they stand; written by the worker, never here. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import { LONGEST_ADDRESS, savedQuery, searchFrom } from '../../machines/offer-address.ts';
import { answerDocument } from '../documents/answer-document.ts';
import type { AskDocument } from '../documents/ask.ts';
import { currentSemester } from '../current-semester.ts';
import { publishedIn, stoodOn } from '../documents/places.ts';
import type { Place } from '../documents/places.ts';
import { format } from '../documents/wanted.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { describedFile } from '../http/described.ts';
import { idInPath, input, plainText } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { whoIs } from '../sign-in/signed-in.ts';

const callListPlace = z.object({ amphitheatre: idInPath, format });
const place = z.object({ format });
const query = z.object({ amphitheatre: idInPath.optional() });
const offerQuery = query.extend({
  search: plainText
    .max(LONGEST_ADDRESS)
    .default('')
    .describe('What an address of «Postes» holds after its `?`: `q=cardio&vue=poste`'),
});

export function documentRoutes(api: Api, ask: AskDocument): Hono<ApiEnv> {
  const { sql } = api.database;
  /** Public in its semester; afterwards for who stood on it, and for the agency (domain §2, §8). */
  const mayKeep = async (context: Context, amphitheatre: number, { current }: Place): Promise<boolean> => {
    if (current) return true;
    const intern = await whoIs(api, context, 'intern');
    if (intern !== null && (await stoodOn(sql, intern.account, amphitheatre))) return true;
    return (await whoIs(api, context, 'moderator')) !== null;
  };
  return new Hono<ApiEnv>()
    .get(
      '/documents/call-list/:amphitheatre/:format',
      describedFile('The call list of an amphitheatre as it stands'),
      input('param', callListPlace),
      async context => {
        const wanted = { kind: 'callList', ...context.req.valid('param') } as const;
        const published = await publishedIn(sql, wanted.amphitheatre);
        if (published?.callList !== true || !(await mayKeep(context, wanted.amphitheatre, published)))
          return problem(context, 'NOT_FOUND');
        return answerDocument(context, await ask(wanted), !published.current);
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
        if (
          amphitheatre !== null &&
          (published?.callList !== true || !(await mayKeep(context, amphitheatre, published)))
        )
          return problem(context, 'NOT_FOUND');
        const semester = published?.semester ?? (await currentSemester(sql))?.id ?? null;
        if (semester === null) return problem(context, 'NOT_FOUND');
        const { format } = context.req.valid('param');
        const asked = await ask({ kind: 'assignments', semester, amphitheatre, withPosts: false, format });
        return answerDocument(context, asked, published?.current === false);
      },
    )
    .get(
      '/documents/offer/:format',
      describedFile('The published offer as a search finds it; of one amphitheatre, or of the semester'),
      input('param', place),
      input('query', offerQuery),
      async context => {
        const { amphitheatre = null, search } = context.req.valid('query');
        const published = amphitheatre === null ? null : await publishedIn(sql, amphitheatre);
        if (amphitheatre !== null && !(published?.offer === true && published.current))
          return problem(context, 'NOT_FOUND');
        const read = searchFrom(new URLSearchParams(search));
        if (read.ignored.length > 0) return problem(context, 'INVALID_INPUT', { fields: ['search'] });
        const { format } = context.req.valid('param');
        const asked = await ask({ kind: 'offer', amphitheatre, search: savedQuery(read.search), format });
        return answerDocument(context, asked, false);
      },
    );
}
