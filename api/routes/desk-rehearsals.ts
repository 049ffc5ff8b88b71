/** `/api/desk/rehearsals` and `/api/desk/amphitheatres/:id/rehearsals`: the list, preparing, taking back. Moderators only. */
import { Hono } from 'hono';
import { z } from 'zod';
import { answerOutcome } from '../acts/outcome.ts';
import { rehearse, takeBackRehearsal } from '../acts/rehearse.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedAct } from '../http/described.ts';
import { idInPath, input } from '../http/input.ts';
import { rehearsal, rehearsals } from '../rehearsal-answers.ts';
import { readRehearsals } from '../rehearsals.ts';

const place = z.object({ id: idInPath });
const oneOf = z.object({ id: idInPath, session: idInPath });
/** Number of the session whose people it has. */
const rehearseBody = z.strictObject({ session: z.int32().min(1) });

export function deskRehearsalRoutes({ database, clock }: Api): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/rehearsals',
      described('Rehearsals of the semester, the last one of each amphitheatre first', rehearsals),
      async context => {
        context.header('cache-control', 'no-store');
        return context.json(await readRehearsals(database.sql));
      },
    )
    .post(
      '/amphitheatres/:id/rehearsals',
      described(
        'Prepares and opens a rehearsal of a session: same people and offer, counts for nothing',
        rehearsal,
      ),
      input('param', place),
      input('json', rehearseBody),
      async context => {
        const { account } = context.var.signedIn;
        const { session } = context.req.valid('json');
        const by = { account, at: clock.now() };
        const prepared = await rehearse(database, context.req.valid('param').id, session, by);
        return prepared.kind === 'prepared'
          ? context.json(prepared.rehearsal)
          : answerOutcome(context, prepared);
      },
    )
    .delete(
      '/amphitheatres/:id/rehearsals/:session',
      describedAct('Takes back a rehearsal that has not begun'),
      input('param', oneOf),
      async context => {
        const { account } = context.var.signedIn;
        const { id, session } = context.req.valid('param');
        const by = { account, at: clock.now() };
        return answerOutcome(context, await takeBackRehearsal(database, id, session, by));
      },
    );
}
