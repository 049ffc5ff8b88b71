/**
 * `GET /api/me/favourites`, `POST` (changes of one device, merged), `GET` and `POST …/import`: one's favourites in order.
 * `?realm=mandatary` reads those of the intern whom the holder chooses for; a holder changes nothing (domain §6).
 */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import { mayReadFavourites, PLACES_NAMED } from '../../machines/favourites.ts';
import type { FavouriteKey, FavouriteOf } from '../../machines/favourites.ts';
import type { PostId, ServiceId } from '../../machines/ids.ts';
import { favourites, favouritesBefore, favouritesImported, favouritesMerged } from '../favourites-answers.ts';
import { changeFavourites } from '../favourites/change.ts';
import type { Changed } from '../favourites/change.ts';
import { readEntries } from '../favourites/entries.ts';
import { importFavourites, readBefore } from '../favourites/import.ts';
import { readOwner } from '../favourites/owner.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { input } from '../http/input.ts';
import { refuse } from '../http/problem.ts';
import { oneAtATime } from '../kit/at-once.ts';
import { ofRealm, ownRealm } from '../sign-in/of-realm.ts';
import { onlyFor } from '../sign-in/signed-in.ts';

const id = z.int32().min(1);
const name = z.string().regex(/^[0-9a-zA-Z-]{8,64}$/);
const key = z
  .string()
  .regex(/^[sp][1-9]\d{0,9}$/)
  .transform(text => text as FavouriteKey);
const of = z.union([z.strictObject({ service: id }), z.strictObject({ post: id })]).transform(favouriteOf);
const behind = z
  .array(z.union([z.literal('head'), z.literal('end'), key]))
  .min(1)
  .max(PLACES_NAMED);
const made = { id: name, seen: z.int32().min(0), of };
const operation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), ...made, behind, explained: z.boolean().default(false) }),
  z.strictObject({ kind: z.literal('move'), ...made, behind }),
  z.strictObject({ kind: z.literal('remove'), ...made }),
]);
const MOST_AT_ONCE = 100;
const operations = z.array(operation).min(1).max(MOST_AT_ONCE);
const asked = input('query', ownRealm);

export function favouritesRoute(api: Api): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  const inTurn = oneAtATime();

  routes.get(
    '/me/favourites',
    described('Favourites in order, and the version of the list', favourites),
    asked,
    ofRealm(api),
    async context => {
      const { sql } = api.database;
      const owner = await readOwner(sql, context.var.signedIn.account);
      if (owner === null) return refuse(context, { code: 'UNKNOWN_PERSON' });
      const refusal = mayReadFavourites(owner.sessions);
      if (refusal !== null) return refuse(context, refusal);
      context.header('cache-control', 'no-store');
      // The version was read first: a change in between is told of by a later one, and read again.
      const entries = (await readEntries(sql, owner.id, owner.amphitheatre)).map(one => one.of);
      return context.json({ version: owner.version, explained: owner.explained, entries });
    },
  );

  routes.post(
    '/me/favourites',
    described(
      'Merges what one device has changed, in order; sent again it is not done again',
      favouritesMerged,
    ),
    asked,
    ofRealm(api),
    input('json', z.strictObject({ device: name, operations })),
    async context => {
      const { device, operations: changes } = context.req.valid('json');
      const { account } = context.var.signedIn;
      const ofRealm = context.req.valid('query').realm;
      const changed = await inTurn(account, () =>
        changeFavourites(api.database, account, ofRealm, device, changes),
      );
      return answered(context, changed);
    },
  );

  routes.get(
    '/me/favourites/import',
    described('What the list of an earlier semester would bring', favouritesBefore),
    onlyFor(api, 'intern'),
    async context => {
      context.header('cache-control', 'no-store');
      return answered(context, await readBefore(api.database.sql, context.var.signedIn.account));
    },
  );

  routes.post(
    '/me/favourites/import',
    described('Takes it over to the end of the present list', favouritesImported),
    onlyFor(api, 'intern'),
    async context => {
      const { account } = context.var.signedIn;
      return answered(context, await inTurn(account, () => importFavourites(api.database, account)));
    },
  );

  return routes;
}

const answered = (context: Context<ApiEnv>, changed: Changed<object>): Response =>
  changed.kind === 'done' ? context.json(changed.answer) : refuse(context, changed.refusal);

function favouriteOf(named: { service: number } | { post: number }): FavouriteOf {
  return 'service' in named ? { service: named.service as ServiceId } : { post: named.post as PostId };
}
