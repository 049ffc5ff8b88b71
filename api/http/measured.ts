/** Times every request by its route's pattern, never by its address: ids would be thousands of series. */
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Metrics } from '../kit/metrics.ts';

export function measured({ requests }: Metrics): MiddlewareHandler {
  return async (context, next) => {
    const done = requests.startTimer();
    await next();
    done({ method: context.req.method, route: routeOf(context), status: String(context.res.status) });
  };
}

/** The route's own pattern; what only middleware and the pages' catch-all matched is one series. */
const routeOf = (context: Context): string =>
  matchedRoutes(context).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'pages';
