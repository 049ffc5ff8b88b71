/** `GET /api/dev/mails`: the development mailbox, over what the worker delivered where there is no mail server. */
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { z } from 'zod';
import type { Sql } from '../../migrations/open.ts';
import { devMails, wholeDevMail } from '../answers.ts';
import type { DevMail, WholeDevMail } from '../answers.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { idInPath, input } from '../http/input.ts';
import { problem } from '../http/problem.ts';

const NEWEST = 200;
const place = z.object({ id: idInPath });

/** Mounted in development only: in production the paths do not exist. */
export function devMailRoutes(api: Api): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get('/mails', described('The newest mails of the development mailbox', devMails), async context =>
    context.json(await newestMails(api.database.sql)),
  );
  routes.get(
    '/mails/:id',
    described('One of them, with both bodies', wholeDevMail),
    input('param', place),
    async context => {
      const mail = await oneMail(api.database.sql, context.req.valid('param').id);
      return mail === null ? problem(context, 'NOT_FOUND') : context.json(mail);
    },
  );
  routes.get(
    '/mails/:id/html',
    describeRoute({ summary: 'Its HTML body as a page of its own, under a policy of its own' }),
    input('param', place),
    async context => {
      const mail = await oneMail(api.database.sql, context.req.valid('param').id);
      return mail === null ? problem(context, 'NOT_FOUND') : context.html(mail.html);
    },
  );
  return routes;
}

const COLUMNS = `id, message_id as "messageId", recipient, subject, (extract(epoch from at) * 1000)::bigint as at`;

function newestMails(sql: Sql): Promise<DevMail[]> {
  return sql<DevMail>(`select ${COLUMNS} from dev_mail order by id desc limit ?::int`, [NEWEST]);
}

async function oneMail(sql: Sql, id: number): Promise<WholeDevMail | null> {
  const [row] = await sql<WholeDevMail>(
    `select ${COLUMNS}, body_text as text, body_html as html from dev_mail where id = ?::bigint`,
    [id],
  );
  return row ?? null;
}
