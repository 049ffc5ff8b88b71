/** `GET /api/settings`: what the pages show of this installation. */
import { Hono } from 'hono';
import { settings } from '../answers.ts';
import { currentSemester } from '../current-semester.ts';
import { DEMO_PASSWORD, readDemoAccounts } from '../demo-accounts.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';

export function settingsRoute(api: Api): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get(
    '/settings',
    described('Region, agency, semester; demo accounts in development', settings),
    async context => {
      const { production, region, agency, usualReasons, keptDays, legal } = api.config;
      const demo = production ? [] : await readDemoAccounts(api.database.sql);
      return context.json({
        region,
        agency,
        usualReasons,
        keptDays,
        legal,
        semester: (await currentSemester(api.database.sql))?.code ?? null,
        demo: demo.length === 0 ? null : { password: DEMO_PASSWORD, accounts: demo },
        development: !production,
      });
    },
  );
}
