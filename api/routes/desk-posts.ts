/** `PUT /api/desk/posts/:id/blocked`: takes a free post out of the offer, or puts it back. Moderators only. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { PostId } from '../../machines/ids.ts';
import { seal } from '../../machines/sealed.ts';
import { answerOutcome, refused } from '../acts/outcome.ts';
import { blockedBody } from '../desk-bodies.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { describedAct } from '../http/described.ts';
import { idInPath, input } from '../http/input.ts';
import { applyChange } from '../live/change.ts';
import { amphitheatreOfPost, writeBlocked } from '../live/tables.ts';

const place = z.object({ id: idInPath });

export function deskPostRoutes(api: Api): Hono<ApiEnv> {
  return new Hono<ApiEnv>().put(
    '/:id/blocked',
    describedAct('Blocks or unblocks a free post, with a reason'),
    input('param', place),
    input('json', blockedBody),
    async context => {
      const post = context.req.valid('param').id as PostId;
      const { blocked, reason } = context.req.valid('json');
      const amphitheatre = await amphitheatreOfPost(api.database.sql, post);
      if (amphitheatre === null) return answerOutcome(context, refused({ code: 'UNKNOWN_POST' }));
      const change = {
        amphitheatre,
        who: { realm: 'moderator', account: context.var.signedIn.account } as const,
        command: { type: 'setPost', post, blocked, reason: seal(reason) } as const,
        act: { act: 'setPost', detail: { post, blocked, reason } } as const,
        write: (sql: Parameters<typeof writeBlocked>[0]) => writeBlocked(sql, post, blocked),
      };
      return answerOutcome(context, await applyChange(api, change));
    },
  );
}
