/** `GET /api/me/amphitheatre`, `PUT /api/me/order-checked`, `GET /api/me/session.ics`: one's own amphitheatre before the day. */
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { z } from 'zod';
import { orderSettings } from '../desk/listed.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedSilent } from '../http/described.ts';
import { input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { mailDomainOf } from '../kit/config.ts';
import { ownView } from '../my-amphitheatre/own.ts';
import { mineReader, writeOrderChecked } from '../my-amphitheatre/read.ts';
import { sessionEvent } from '../my-amphitheatre/session-event.ts';
import { myAmphitheatre } from '../my-amphitheatre-answers.ts';
import { ofRealm, ownRealm } from '../sign-in/of-realm.ts';
import { onlyFor } from '../sign-in/signed-in.ts';

const checked = z.strictObject({ callOrder: z.number().positive().max(1_000_000) });

export function myAmphitheatreRoute(api: Api): Hono<ApiEnv> {
  const { config, clock, database } = api;
  const readMine = mineReader(database.sql);
  return new Hono<ApiEnv>()
    .get(
      '/me/amphitheatre',
      described(
        'One’s amphitheatre, place and situation; a holder’s are those of the intern',
        myAmphitheatre,
      ),
      input('query', ownRealm),
      ofRealm(api),
      async context => {
        const { realm } = context.req.valid('query');
        context.header('cache-control', 'no-store');
        const row = await readMine(context.var.signedIn.account);
        if (row === null) return context.json({ mine: null });
        const settings =
          row.listed === null
            ? { strictSeniority: false }
            : await orderSettings(database.sql, row.listed.amphitheatre);
        return context.json({ mine: ownView(row, realm, { ...settings, now: clock.now() }) });
      },
    )
    .put(
      '/me/order-checked',
      describedSilent('The intern has checked this call order; another one is asked about again'),
      onlyFor(api, 'intern'),
      input('json', checked),
      async context => {
        const { callOrder } = context.req.valid('json');
        await writeOrderChecked(database.sql, context.var.signedIn.account, callOrder);
        return context.body(null, 204);
      },
    )
    .get(
      '/me/session.ics',
      describeRoute({
        summary: 'One’s session for an agenda (RFC 5545); 404 while it has no hour',
        responses: { 200: { description: 'One event', content: { 'text/calendar': {} } } },
      }),
      input('query', ownRealm),
      ofRealm(api),
      async context => {
        const row = await readMine(context.var.signedIn.account);
        const { publicUrl, agency } = config;
        const mailDomain = mailDomainOf(config);
        const text =
          row && sessionEvent(row, { now: clock.now(), publicUrl, mailDomain, phone: agency.phone });
        if (text === null) return problem(context, 'NOT_FOUND');
        return context.body(text, 200, {
          'content-type': 'text/calendar; charset=utf-8',
          'content-disposition': 'attachment; filename="session.ics"',
          'cache-control': 'no-store',
        });
      },
    );
}
