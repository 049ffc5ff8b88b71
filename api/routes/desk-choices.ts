/** `POST /api/desk/people/:person/correction`, `…/assignment`, `…/without-post`: always to the session that decides, or to the rehearsal named. Moderators only. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import type { PersonId, SessionId } from '../../machines/ids.ts';
import { seal } from '../../machines/sealed.ts';
import type { CommandBody } from '../../machines/session/commands.ts';
import { answerOutcome } from '../acts/outcome.ts';
import { assignmentBody, correctionBody, withoutPostBody } from '../desk-bodies.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { describedAct } from '../http/described.ts';
import { input, personInPath } from '../http/input.ts';
import { askRehearsal } from '../live/ask-rehearsal.ts';
import { askDeciding } from '../live/deciding-session.ts';
import type { Deciding } from '../live/deciding-session.ts';

const place = z.object({ person: personInPath });

export function deskChoiceRoutes(api: Api): Hono<ApiEnv> {
  const ask = async (
    context: Context<ApiEnv>,
    { person, rehearsal }: { readonly person: PersonId; readonly rehearsal: SessionId | undefined },
    commandFor: (deciding: Pick<Deciding, 'laterOpen'>) => CommandBody,
  ): Promise<Response> => {
    const who = { realm: 'moderator', account: context.var.signedIn.account } as const;
    // A rehearsal stands alone: none comes after it.
    const asking =
      rehearsal === undefined
        ? askDeciding(api, person, who, commandFor)
        : askRehearsal(api, rehearsal, who, commandFor({ laterOpen: null }));
    return answerOutcome(context, await asking);
  };

  return new Hono<ApiEnv>()
    .post(
      '/:person/correction',
      describedAct('Moves a recorded choice to another post, or takes it back'),
      input('param', place),
      input('json', correctionBody),
      context => {
        const { person } = context.req.valid('param');
        const { from, to, reason, rehearsal } = context.req.valid('json');
        return ask(context, { person, rehearsal }, () => ({
          type: 'correct',
          person,
          from,
          to,
          reason: seal(reason),
        }));
      },
    )
    .post(
      '/:person/assignment',
      describedAct('Assigns a post without a turn, once the last session is closed'),
      input('param', place),
      input('json', assignmentBody),
      context => {
        const { person } = context.req.valid('param');
        const { post, on, offline, reason, rehearsal } = context.req.valid('json');
        return ask(context, { person, rehearsal }, ({ laterOpen }) => ({
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
        const { on, reason, rehearsal } = context.req.valid('json');
        return ask(context, { person, rehearsal }, ({ laterOpen }) => ({
          type: 'leaveWithoutPost',
          person,
          on,
          laterOpen,
          reason: seal(reason),
        }));
      },
    );
}
