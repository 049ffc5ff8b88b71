/** What the routes of the favourites answer: for them, for `/api/openapi.json` and, as types, for the client. One's own, nobody else's. */
import { z } from 'zod';
import type { FavouriteOutcome } from '../machines/favourites.ts';
import type { PostId, ServiceId } from '../machines/ids.ts';
import { idOf } from './answer-parts.ts';
import type { AnswerOf } from './answer-parts.ts';

const list = {
  version: z.int(),
  explained: z.boolean().describe('Whether what one post alone means has been explained, on whatever device'),
  entries: z
    .array(
      z.union([z.strictObject({ service: idOf<ServiceId>() }), z.strictObject({ post: idOf<PostId>() })]),
    )
    .describe('In order; a whole service, or one post'),
};

/** `GET /me/favourites` */
export const favourites = z.strictObject(list);

/** `POST /me/favourites` */
export const favouritesMerged = z.strictObject({
  ...list,
  outcomes: z
    .array(
      z.strictObject({
        id: z.string(),
        outcome: z.enum(['done', 'same', 'gone', 'kept', 'notOffered'] satisfies readonly FavouriteOutcome[]),
      }),
    )
    .describe('Of each change that was sent'),
});

const title = z.strictObject({ service: z.string(), establishment: z.string() });
const lastList = z.strictObject({
  semester: z.string().describe('2026-11'),
  count: z.int().describe('Favourites that it holds'),
  added: z.int().describe('Come to the end of the present list, in the old order'),
  already: z.int(),
  asService: z.array(title).describe('Single posts that are no more: their service stands in their place'),
  notOffered: z.array(title),
});

/** `GET /me/favourites/import`: what it would bring; null without an earlier list */
export const favouritesBefore = z.strictObject({ last: lastList.nullable() });

/** `POST /me/favourites/import`: what it has brought */
export const favouritesImported = z.strictObject({ ...list, last: lastList.nullable() });

export type Favourites = AnswerOf<typeof favourites>;
export type FavouritesMerged = AnswerOf<typeof favouritesMerged>;
export type FavouritesBefore = AnswerOf<typeof favouritesBefore>;
export type FavouritesImported = AnswerOf<typeof favouritesImported>;
