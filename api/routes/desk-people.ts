/** `/api/desk/people/:person/…`: a person's status and planned absence. Moderators only. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import type { AmphitheatreId, PersonId } from '../../machines/ids.ts';
import { seal } from '../../machines/sealed.ts';
import { answerOutcome, refused } from '../acts/outcome.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { describedAct } from '../http/described.ts';
import { input, plainText } from '../http/input.ts';
import { applyChange } from '../live/change.ts';
import type { Change } from '../live/change.ts';
import {
  amphitheatreOfPerson,
  liftPlannedAbsence,
  writePlannedAbsence,
  writeStatus,
} from '../live/tables.ts';

const place = z.object({ person: z.string().regex(/^[0-9a-z]{10}$/) });
const statusBody = z.strictObject({
  status: z.enum(['classic', 'supernumeraryValidating', 'supernumeraryNonValidating']),
});
/** What the moderator saw the person as: `STALE` where that has changed (domain §3). Left out: whatever it is. */
const seenAs = z.enum(['waiting', 'called', 'returned', 'absent', 'excused', 'chosen']);
const absenceBody = z.strictObject({
  reason: plainText.trim().min(1).max(500),
  on: seenAs.optional(),
});

type PersonChange = Omit<Change, 'amphitheatre' | 'who'>;

export function deskPeopleRoutes(api: Api): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  const apply = async (
    context: Context<ApiEnv>,
    person: PersonId,
    change: PersonChange,
  ): Promise<Response> => {
    const amphitheatre: AmphitheatreId | null = await amphitheatreOfPerson(api.database.sql, person);
    if (amphitheatre === null) return answerOutcome(context, refused({ code: 'UNKNOWN_PERSON' }));
    const who = { realm: 'moderator', account: context.var.signedIn.account } as const;
    return answerOutcome(context, await applyChange(api, { ...change, amphitheatre, who }));
  };

  routes.put(
    '/:person/status',
    describedAct('Sets the status of choice'),
    input('param', place),
    input('json', statusBody),
    context => {
      const person = context.req.valid('param').person as PersonId;
      const { status } = context.req.valid('json');
      return apply(context, person, {
        command: { type: 'setStatus', person, status },
        act: { act: 'setStatus', detail: { person, status } },
        write: sql => writeStatus(sql, person, status),
      });
    },
  );
  routes.put(
    '/:person/planned-absence',
    describedAct('Sets a planned absence, with a private reason'),
    input('param', place),
    input('json', absenceBody),
    context => {
      const person = context.req.valid('param').person as PersonId;
      const { reason, on = null } = context.req.valid('json');
      const { account } = context.var.signedIn;
      return apply(context, person, {
        command: { type: 'excuse', person, reason: seal(reason), on: on ?? 'waiting' },
        act: { act: 'excuse', detail: { person } },
        write: sql => writePlannedAbsence(sql, person, { reason, on }, account),
      });
    },
  );
  routes.delete('/:person/planned-absence', describedAct('Lifts it'), input('param', place), context => {
    const person = context.req.valid('param').person as PersonId;
    const { account } = context.var.signedIn;
    return apply(context, person, {
      command: { type: 'lift', person, on: 'excused' },
      act: { act: 'lift', detail: { person } },
      write: sql => liftPlannedAbsence(sql, person, account),
    });
  });
  return routes;
}
