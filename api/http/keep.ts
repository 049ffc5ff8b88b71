/** How long an answer may be kept where its route says nothing: not at all. One forgotten line leaves nobody's data in a cache (ASVS 14.3.2). */
import type { MiddlewareHandler } from 'hono';

export const keptByNobody: MiddlewareHandler = async (context, next) => {
  await next();
  if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
};
