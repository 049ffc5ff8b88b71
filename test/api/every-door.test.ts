/** Every route that the description names, walked by whoever has no business there; a new route is walked with the rest. */
import { expect } from 'chai';
import { DEFAULT_LIMITS } from '../../api/http/limits.ts';
import { runningApi } from './support/running-api.ts';
import type { Answer, RunningApi, Visitor } from './support/running-api.ts';
import { seed } from './support/seed.ts';

type Door = readonly [method: string, path: string];

/** Of people, accounts and moderators; the rest is the public's, or opened by a mailed link or a password. */
const PRIVATE = /^\/api\/(?:desk|me|mandate(?!\/invitation)|documents\/certificates)\b/u;
const isSafe = ([method]: Door): boolean => method === 'GET';
/** `GET /api/me` says to everybody who they are: nobody. */
const isOpen = ([method, path]: Door): boolean => method === 'GET' && path === '/api/me';
/** By the worker, which does not run here (test/api/documents.test.ts). */
const isWritten = ([, path]: Door): boolean => path.includes('/documents/');

describe('every route of the API', () => {
  let api: RunningApi;
  let doors: readonly Door[];
  let intern: Visitor;
  let holder: Visitor;
  let desk: Visitor;
  before(async () => {
    api = await runningApi({ limits: { ...DEFAULT_LIMITS, requestsPerMinute: 1e6, lookUpsPerMinute: 1e6 } });
    const { people } = await seed(api.database.sql);
    intern = await api.signedIn({ realm: 'intern', email: 'i@exemple.fr', person: people[0] ?? '' });
    holder = await api.signedIn({ realm: 'mandatary', email: 'h@exemple.fr', name: 'Sacha' });
    desk = await api.signedIn({ realm: 'moderator', email: 'm@ars.example', name: 'Nadia' });
    doors = await described(api, people[1] ?? '');
    expect(doors.length).to.be.greaterThan(100);
  });
  after(() => api.close());

  it('[ASVS 8.2.1] of the moderators refuses interns, holders and the public, whatever they send', async () => {
    const theirs = doors.filter(([, path]) => path.startsWith('/api/desk/'));
    expect(theirs.length).to.be.greaterThan(50);
    for (const visitor of [intern, holder, api.visitor()])
      await eachOf(theirs, visitor, ({ status }, door) => expect(status, door).to.equal(401));
  });

  it('[ASVS 8.2.1] of a person’s own asks who that is', async () => {
    const own = doors.filter(door => PRIVATE.test(door[1]) && !isOpen(door));
    await eachOf(own, api.visitor(), ({ status }, door) => expect(status, door).to.be.oneOf([400, 401]));
  });

  it('[ASVS 3.5.1] that changes something refuses a page of another origin', async () => {
    const unsafe = doors.filter(door => !isSafe(door));
    for (const visitor of [intern, desk])
      await eachOf(
        unsafe,
        visitor,
        ({ body }, door) => expect(body, door).to.include({ code: 'FOREIGN_ORIGIN' }),
        { origin: 'https://evil.example' },
      );
  });

  it('[ASVS 14.3.2] says how long its answer may be kept, and of what is private that nobody keeps it', async () => {
    const read = doors.filter(door => isSafe(door) && !isWritten(door));
    for (const visitor of [intern, holder, desk])
      await eachOf(read, visitor, ({ headers }, door) =>
        expect(headers.get('cache-control'), door).to.match(
          PRIVATE.test(door.slice('GET '.length)) ? /no-store/u : /no-store|no-cache|immutable/u,
        ),
      );
  });
});

/** With something in each place of an address that can be read there. */
async function described(api: RunningApi, person: string): Promise<readonly Door[]> {
  const { body } = await api.visitor().get('/api/openapi.json');
  const places: Readonly<Record<string, string>> = { person, format: 'csv', semester: '2027-05' };
  return Object.entries(body['paths'] as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map(
      method =>
        [
          method.toUpperCase(),
          `/api${path.replaceAll(/\{(\w+)\}/gu, (_all, place: string) => places[place] ?? '1')}`,
        ] as const,
    ),
  );
}

/** All at once: each is answered for itself. */
const eachOf = (
  walked: readonly Door[],
  visitor: Visitor,
  check: (answer: Answer, door: string) => unknown,
  headers: Readonly<Record<string, string>> = {},
) => Promise.all(walked.map(async door => check(await knock(visitor, door, headers), door.join(' '))));

const knock = (visitor: Visitor, [method, path]: Door, headers: Readonly<Record<string, string>>) =>
  method === 'GET' ? visitor.get(path, headers) : visitor.send(method, path, {}, headers);
