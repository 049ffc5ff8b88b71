/**
 * `GET /api/offer`: every published post of the semester; `GET /api/offer/state`: which are filled now, asked again
 * every few seconds. Both public, the same bytes for everybody; who has them already is told so (304).
 */
import { Hono } from 'hono';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { answerPacked } from '../http/packed-text.ts';
import { offerState, publicOffer } from '../offer/answers.ts';
import { offerShelf } from '../offer/shelf.ts';

export function offerRoute(api: Api): Hono<ApiEnv> {
  const shelf = offerShelf(api.database.sql, api.clock);
  return new Hono<ApiEnv>()
    .get(
      '/offer',
      described('Every published post of the semester, in compact rows', publicOffer),
      async context => answerPacked(context, await shelf.offer()),
    )
    .get(
      '/offer/state',
      described('Which posts of that edition are free, filled, taken out', offerState),
      async context => answerPacked(context, await shelf.state()),
    );
}
