/** How long a body may be. `hono/body-limit` makes a web stream of every body before it looks; here only of one without a length. */
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problem } from './problem.ts';

/** @param most bytes; above: 413. A length that is told is true: Node reads no further. */
export function bodyOfAtMost(most: number): MiddlewareHandler {
  const counted = bodyLimit({ maxSize: most, onError: context => problem(context, 'TOO_LARGE') });
  return async (context, next) => {
    const { headers } = context.req.raw;
    if (headers.has('transfer-encoding')) return counted(context, next);
    return Number(headers.get('content-length') ?? 0) > most ? problem(context, 'TOO_LARGE') : next();
  };
}
