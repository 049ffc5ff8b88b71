/** `/api/desk/people/:person/…`: a person's status, planned absence, longer turn and telephone. Moderators only. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import type { AmphitheatreId, PersonId, SessionId } from '../../machines/ids.ts';
import { seal } from '../../machines/sealed.ts';
import type { CommandBody } from '../../machines/session/commands.ts';
import { answerOutcome, refused } from '../acts/outcome.ts';
import { phones } from '../desk-answers.ts';
import { extraTurnBody, phoneBody, plannedAbsenceBody, reasonBody, statusBody } from '../desk-bodies.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { describedAct, describedOrPending } from '../http/described.ts';
import { input, personInPath } from '../http/input.ts';
import { askRehearsal } from '../live/ask-rehearsal.ts';
import { applyChange, changeInTables } from '../live/change.ts';
import type { Change } from '../live/change.ts';
import { writeExtraTurn } from '../live/extra-turn.ts';
import { readPhones, recordedSince, recordPhoneRead } from '../live/phone.ts';
import { amphitheatreOfPerson, liftPlannedAbsence, writePlannedAbsence } from '../live/tables.ts';
import { statusChange } from '../status/decide.ts';

const place = z.object({ person: personInPath });

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

  const applyInRehearsal = async (
    context: Context<ApiEnv>,
    rehearsal: SessionId,
    command: CommandBody,
  ): Promise<Response> => {
    const who = { realm: 'moderator', account: context.var.signedIn.account } as const;
    return answerOutcome(context, await askRehearsal(api, rehearsal, who, command));
  };

  routes.put(
    '/:person/status',
    describedAct('Sets the status of choice, with a private reason'),
    input('param', place),
    input('json', statusBody),
    context => {
      const { person } = context.req.valid('param');
      const { status, on = null, reason, rehearsal } = context.req.valid('json');
      const { account } = context.var.signedIn;
      const change = statusChange(api, person, { status, on, reason, account });
      if (rehearsal !== undefined) return applyInRehearsal(context, rehearsal, change.command);
      return apply(context, person, change);
    },
  );
  routes.put(
    '/:person/planned-absence',
    describedAct('Sets a planned absence, with a private reason'),
    input('param', place),
    input('json', plannedAbsenceBody),
    context => {
      const { person } = context.req.valid('param');
      const { reason, on = null } = context.req.valid('json');
      const { account } = context.var.signedIn;
      return apply(context, person, {
        command: { type: 'excuse', person, reason: seal(reason), on: on ?? 'waiting' },
        act: { act: 'excuse', detail: { person }, reason },
        write: sql => writePlannedAbsence(sql, person, { reason, on }, account),
      });
    },
  );
  routes.post(
    '/:person/planned-absence/lift',
    describedAct('Lifts it, with a private reason'),
    input('param', place),
    input('json', reasonBody),
    context => {
      const { person } = context.req.valid('param');
      const { reason } = context.req.valid('json');
      const { account } = context.var.signedIn;
      return apply(context, person, {
        command: { type: 'lift', person, on: 'excused', reason: seal(reason) },
        act: { act: 'lift', detail: { person }, reason },
        write: sql => liftPlannedAbsence(sql, person, account),
      });
    },
  );
  routes.put(
    '/:person/extra-turn',
    describedAct('Sets a longer turn before the session that will call the person, with a private reason'),
    input('param', place),
    input('json', extraTurnBody),
    async context => {
      const { person } = context.req.valid('param');
      const { seconds, on, reason } = context.req.valid('json');
      const amphitheatre = await amphitheatreOfPerson(api.database.sql, person);
      if (amphitheatre === null) return answerOutcome(context, refused({ code: 'UNKNOWN_PERSON' }));
      const change = {
        amphitheatre,
        account: context.var.signedIn.account,
        act: { act: 'extraTurn', detail: { person, seconds }, reason },
        write: (sql: Parameters<typeof writeExtraTurn>[0]) =>
          writeExtraTurn(sql, person, { seconds, on, reason }),
      } as const;
      return answerOutcome(context, await changeInTables(api.database, change));
    },
  );
  routes.post(
    '/:person/phone',
    describedOrPending('Telephone numbers, read once the journal says who reads them', phones),
    input('param', place),
    input('json', phoneBody),
    async context => {
      const { person } = context.req.valid('param');
      const { request } = context.req.valid('json');
      const { account } = context.var.signedIn;
      const outcome =
        request === undefined
          ? await recordPhoneRead(api, person, account)
          : await recordedSince(api.database.sql, person, account, request);
      if (outcome.kind !== 'done') return answerOutcome(context, outcome);
      context.header('cache-control', 'no-store');
      return context.json({ phones: await readPhones(api.database.sql, person) });
    },
  );
  return routes;
}
