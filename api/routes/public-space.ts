/** The public space beside timetable and assignments: call lists, adequacy, establishments; each from its own act on (domain §2). */
import { Hono } from 'hono';
import { z } from 'zod';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { idInPath, input } from '../http/input.ts';
import { answerPacked } from '../http/packed-text.ts';
import { problem } from '../http/problem.ts';
import { readAdequacy } from '../public/adequacy.ts';
import { adequacy, establishmentBoard, establishments, publicCallList } from '../public/answers.ts';
import { readCallList } from '../public/call-list.ts';
import { boardUntil, readBoard } from '../public/establishment-board.ts';
import { readEstablishments } from '../public/establishments.ts';
import type { PublicShelf, Written } from '../public/shelf.ts';

const amphitheatreInPath = z.object({ id: idInPath });
const finessInPath = z.object({ finess: z.string().regex(/^[0-9A-Za-z]{1,20}$/) });

export function publicSpaceRoutes({ database: { sql }, clock }: Api, shelf: PublicShelf): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get(
    '/amphitheatres/:id/call-list',
    described('Call list of an amphitheatre, from its publication on', publicCallList),
    input('param', amphitheatreInPath),
    async context => {
      const { id } = context.req.valid('param');
      const list = await shelf(`call-list/${id}`, async () => lasting(await readCallList(sql, id)));
      return list === null ? problem(context, 'NOT_FOUND') : answerPacked(context, list);
    },
  );
  routes.get(
    '/adequacy',
    described('Posts offered and people without a planned absence, by amphitheatre', adequacy),
    async context => {
      const list = await shelf('adequacy', async () => lasting(await readAdequacy(sql)));
      return list === null ? problem(context, 'NOT_FOUND') : answerPacked(context, list);
    },
  );
  routes.get(
    '/establishments',
    described('Establishments with posts offered and filled', establishments),
    async context => {
      const list = await shelf('establishments', async () => lasting(await readEstablishments(sql)));
      return list === null ? problem(context, 'NOT_FOUND') : answerPacked(context, list);
    },
  );
  routes.get(
    '/establishments/:finess',
    described('The observer’s board of one establishment', establishmentBoard),
    input('param', finessInPath),
    async context => {
      const { finess } = context.req.valid('param');
      const board = await shelf(`board/${finess}`, async () => {
        const now = clock.now();
        const answer = await readBoard(sql, finess, now);
        return answer === null ? null : { answer, until: boardUntil(answer, now) };
      });
      return board === null ? problem(context, 'NOT_FOUND') : answerPacked(context, board);
    },
  );
  return routes;
}

/** What time alone does not change. */
const lasting = (answer: unknown): Written | null => (answer === null ? null : { answer, until: null });
