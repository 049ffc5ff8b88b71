/** `GET /api/assignments`: the public list, service by service, never the post (domain §8); it follows the choices live. */
import { Hono } from 'hono';
import { z } from 'zod';
import { assignments } from '../answers.ts';
import type { AssignmentPage } from '../answers.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { idInPath, input, plainText } from '../http/input.ts';
import { answerPacked } from '../http/packed-text.ts';
import { problem } from '../http/problem.ts';
import { atOnce } from '../kit/at-once.ts';
import type { PublicShelf } from '../public/shelf.ts';
import { findAssignments } from '../public-assignments.ts';

const PAGE_SIZES = ['25', '50', '100', '1000'] as const; // the last one for paper
const query = z.object({
  amphitheatre: idInPath.optional(),
  q: plainText.trim().max(100).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.enum(PAGE_SIZES).default('25').transform(Number),
  order: z.enum(['name', 'recent']).default('name'),
});

/** Each search of other words reads the whole list: who searches leaves connections to all who only read. */
const SEARCHES_AT_ONCE = 2;

export function assignmentsRoute(api: Api, shelf: PublicShelf): Hono<ApiEnv> {
  const inTurn = atOnce(SEARCHES_AT_ONCE);
  return new Hono<ApiEnv>().get(
    '/assignments',
    described('Public assignments, searched and paged', assignments),
    input('query', query),
    async context => {
      const { amphitheatre = null, q: words, page, size, order } = context.req.valid('query');
      const asked = { amphitheatre, words, page, size, order };
      const list = await shelf(`assignments/${JSON.stringify(asked)}`, async () => {
        const find = () => findAssignments(api.database.sql, asked);
        const { total, items } = await (words === '' ? find() : inTurn(find));
        const pages = Math.max(1, Math.ceil(total / size));
        return { answer: { total, page, size, pages, items } satisfies AssignmentPage, until: null };
      });
      return list === null ? problem(context, 'NOT_FOUND') : answerPacked(context, list);
    },
  );
}
