/** `GET /api/assignments`: the public list, service by service, never the post (domain §8); it follows the choices live. */
import { Hono } from 'hono';
import { z } from 'zod';
import { assignments } from '../answers.ts';
import type { AssignmentPage } from '../answers.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { idInPath, input, plainText } from '../http/input.ts';
import { sharedReading } from '../http/shared-reading.ts';
import { findAssignments } from '../public-assignments.ts';
import type { FoundAssignments } from '../public-assignments.ts';

const PAGE_SIZES = ['25', '50', '100'] as const;
const query = z.object({
  amphitheatre: idInPath.optional(),
  q: plainText.trim().max(100).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.enum(PAGE_SIZES).default('25').transform(Number),
  order: z.enum(['name', 'recent']).default('name'),
});

export function assignmentsRoute(api: Api): Hono<ApiEnv> {
  const shared = sharedReading<FoundAssignments>();
  return new Hono<ApiEnv>().get(
    '/assignments',
    described('Public assignments, searched and paged', assignments),
    input('query', query),
    async context => {
      const { amphitheatre = null, q: words, page, size, order } = context.req.valid('query');
      const asked = { amphitheatre, words, page, size, order };
      context.header('cache-control', 'no-store');
      const { total, items } = await shared(JSON.stringify(asked), () =>
        findAssignments(api.database.sql, asked),
      );
      const pages = Math.max(1, Math.ceil(total / size));
      return context.json({ total, page, size, pages, items } satisfies AssignmentPage);
    },
  );
}
