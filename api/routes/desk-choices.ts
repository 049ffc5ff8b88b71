/** `POST /api/desk/people/:person/correction`, `…/assignment`, `…/without-post`: always to the session that decides. Moderators only. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import type { PersonId } from '../../machines/ids.ts';
import { seal } from '../../machines/sealed.ts';
import type { CommandBody } from '../../machines/session/commands.ts';
import { answerOutcome } from '../acts/outcome.ts';
import { assignmentBody, correctionBody, withoutPostBody } from '../desk-bodies.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { describedAct } from '../http/described.ts';
import { input, personInPath } from '../http/input.ts';
import { askDeciding } from '../live/deciding-session.ts';
import type { Deciding } from '../live/deciding-session.ts';

const place = z.object({ person: personInPath });

export function deskChoiceRoutes(api: Api): Hono<ApiEnv> {
  const ask = async (
    context: Context<ApiEnv>,
    person: PersonId,
    commandFor: (deciding: Deciding) => CommandBody,
  ): Promise<Response> => {
    const who = { realm: 'moderator', account: context.var.signedIn.account } as const;
    return answerOutcome(context, await askDeciding(api, person, who, commandFor));
  };

  return new Hono<ApiEnv>()
    .post(
      '/:person/correction',
      describedAct('Moves a recorded choice to another post, or takes it back'),
      input('param', place),
      input('json', correctionBody),
      context => {
        const { person } = context.req.valid('param');
        const { from, to, reason } = context.req.valid('json');
        return ask(context, person, () => ({ type: 'correct', person, from, to, reason: seal(reason) }));
      },
    )
    .post(
      '/:person/assignment',
      describedAct('Assigns a post without a turn, once the last session is closed'),
      input('param', place),
      input('json', assignmentBody),
      context => {
        const { person } = context.req.valid('param');
        const { post, on, offline, reason } = context.req.valid('json');
        return ask(context, person, ({ laterOpen }) => ({
          type: 'assign',
          person,
          post,
          on,
          laterOpen,
          offline,
          reason: seal(reason),
        }));
      },
    )
    .post(
      '/:person/without-post',
      describedAct('Settles a person left over «sans poste», once the last session is closed'),
      input('param', place),
      input('json', withoutPostBody),
      context => {
        const { person } = context.req.valid('param');
        const { on, reason } = context.req.valid('json');
        return ask(context, person, ({ laterOpen }) => ({
          type: 'leaveWithoutPost',
          person,
          on,
          laterOpen,
          reason: seal(reason),
        }));
      },
    );
}
