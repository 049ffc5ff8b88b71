/** Times every request by its route's pattern, never by its address: ids would be thousands of series. */
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Metrics } from '../kit/metrics.ts';

export function measured({ requests }: Metrics): MiddlewareHandler {
  return async (context, next) => {
    const done = requests.startTimer();
    await next();
    done({ method: context.req.method, route: routePath(context, -1), status: String(context.res.status) });
  };
}
