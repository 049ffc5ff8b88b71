/** `/livez` (the process answers), `/readyz` (it can work: the database does), `/metrics`; for operators, not for the proxy. */
import { Hono } from 'hono';
import type { Api, ApiEnv } from '../http/api.ts';
import { problem } from '../http/problem.ts';
import type { Metrics } from '../kit/metrics.ts';

const READY_WITHIN_MS = 2_000;

export function healthRoutes({ config, database, clock, log }: Api, metrics: Metrics): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get('/livez', context => context.text('live'));
  routes.get('/readyz', async context => {
    const ready = await withinTime(database.sql('select 1'), clock, READY_WITHIN_MS).catch(
      (error: unknown) => {
        log.warn({ err: error }, 'api.not-ready');
        return false;
      },
    );
    return ready ? context.text('ready') : problem(context, 'NOT_READY');
  });
  routes.get('/metrics', async context => {
    // What carries the proxy's header comes from the world.
    const fromOutside =
      config.trustedProxyHeader !== null && context.req.header(config.trustedProxyHeader) !== undefined;
    if (fromOutside) return problem(context, 'NOT_FOUND');
    return context.body(await metrics.registry.metrics(), 200, {
      'content-type': metrics.registry.contentType,
    });
  });
  return routes;
}

/** True where `work` ends in time; what it throws is thrown on. */
function withinTime(work: Promise<unknown>, clock: Api['clock'], ms: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const cancel = clock.at(clock.now() + ms, () => resolve(false));
    work.then(() => resolve(true), reject).finally(cancel);
  });
}
