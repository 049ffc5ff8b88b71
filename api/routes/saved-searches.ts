/**
 * `GET /api/me/searches`, `POST …`, `PUT …/:id`, `DELETE …/:id`: one's searches of the offer under names, an intern's or,
 * with `?realm=mandatary`, a holder's own. What is kept is the search, not what it found: it finds what is there today.
 */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import { LONGEST_ADDRESS, savedQuery, searchFrom } from '../../machines/offer-address.ts';
import { visibleText } from '../../machines/visible-text.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { idInPath, input, plainText } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { oneAtATime } from '../kit/at-once.ts';
import { savedSearches } from '../saved-search-answers.ts';
import {
  addSearch,
  changeSearch,
  MOST_SEARCHES,
  readSearches,
  removeSearch,
} from '../saved-searches/statements.ts';
import { ofRealm, ownRealm } from '../sign-in/of-realm.ts';

const name = plainText.overwrite(visibleText).min(1).max(80);
/** Only what a search can be is kept, always written alike. */
const query = plainText
  .max(LONGEST_ADDRESS)
  .transform(text => savedQuery(searchFrom(new URLSearchParams(text)).search));
const asked = input('query', ownRealm);
const ofId = input('param', z.strictObject({ id: idInPath }));

type Outcome = Awaited<ReturnType<typeof addSearch> | ReturnType<typeof changeSearch>>;

export function savedSearchRoutes(api: Api): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  const { database } = api;
  const inTurn = oneAtATime();

  routes.get(
    '/me/searches',
    described('One’s searches, by name', savedSearches),
    asked,
    ofRealm(api),
    async context => {
      context.header('cache-control', 'no-store');
      return context.json(await readSearches(database.sql, context.var.signedIn.account));
    },
  );

  routes.post(
    '/me/searches',
    described('Keeps a search under a new name', savedSearches),
    asked,
    ofRealm(api),
    input('json', z.strictObject({ name, query })),
    async context => {
      const { account } = context.var.signedIn;
      const search = context.req.valid('json');
      const outcome = await inTurn(account, () =>
        database.transaction(inside => addSearch(inside, account, search)),
      );
      return answered(context, outcome, () => readSearches(database.sql, account));
    },
  );

  routes.put(
    '/me/searches/:id',
    described('Another name, or another search under the same one', savedSearches),
    asked,
    ofRealm(api),
    ofId,
    input(
      'json',
      z.strictObject({ name: name.nullable().default(null), query: query.nullable().default(null) }),
    ),
    async context => {
      const { account } = context.var.signedIn;
      const [{ id }, change] = [context.req.valid('param'), context.req.valid('json')];
      const outcome = await inTurn(account, () =>
        database.transaction(inside => changeSearch(inside, account, id, change)),
      );
      return answered(context, outcome, () => readSearches(database.sql, account));
    },
  );

  routes.delete(
    '/me/searches/:id',
    described('Forgets one', savedSearches),
    asked,
    ofRealm(api),
    ofId,
    async context => {
      const { account } = context.var.signedIn;
      const outcome = await removeSearch(database.sql, account, context.req.valid('param').id);
      return answered(context, outcome, () => readSearches(database.sql, account));
    },
  );

  return routes;
}

/** The whole list, as it is after the change. */
async function answered(
  context: Context<ApiEnv>,
  outcome: Outcome,
  read: () => ReturnType<typeof readSearches>,
): Promise<Response> {
  switch (outcome) {
    case 'done':
      context.header('cache-control', 'no-store');
      return context.json(await read());
    case 'nameTaken':
      return problem(context, 'SEARCH_NAME_TAKEN');
    case 'tooMany':
      return problem(context, 'TOO_MANY_SEARCHES', { most: MOST_SEARCHES });
    case 'unknown':
      return problem(context, 'NOT_FOUND');
    default:
      return outcome satisfies never;
  }
}
