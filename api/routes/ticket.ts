/** `POST /api/ticket`: what opens a socket, good for 30 s and once; the public's names nobody. */
import { Hono } from 'hono';
import { z } from 'zod';
import { ticket } from '../answers.ts';
import { SIGN_IN_REALMS } from '../http/api.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { issueTicket } from '../kit/tickets.ts';
import { whoIs } from '../sign-in/signed-in.ts';

const ofRealm = z.strictObject({ realm: z.enum(['public', ...SIGN_IN_REALMS]) });

export function ticketRoute(api: Api): Hono<ApiEnv> {
  return new Hono<ApiEnv>().post(
    '/ticket',
    described('A ticket for one socket, and the address to open it at', ticket),
    input('json', ofRealm),
    async context => {
      const { realm } = context.req.valid('json');
      const signedIn = realm === 'public' ? null : await whoIs(api, context, realm);
      if (realm !== 'public' && signedIn === null) return problem(context, 'NOT_SIGNED_IN');
      context.header('cache-control', 'no-store');
      return context.json({
        ticket: await issueTicket(api.database.sql, signedIn?.login ?? null),
        url: api.config.socketUrl,
      });
    },
  );
}
