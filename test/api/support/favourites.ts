/** One intern's favourites over HTTP: what is sent to them, and how what they answer is read. */
import { randomUUID } from 'node:crypto';
import { favouriteKey } from '../../../machines/favourites.ts';
import type { FavouriteOf } from '../../../machines/favourites.ts';
import type { PersonId, PostId, ServiceId } from '../../../machines/ids.ts';
import type { Answer, RunningApi, Visitor } from './running-api.ts';
import { seed } from './seed.ts';
import type { SeedOptions, Seeded } from './seed.ts';

export const PATH = '/api/me/favourites';
export const PHONE = 'device-phone';
export const DESKTOP = 'device-desktop';

export interface Arranged {
  readonly seeded: Seeded;
  readonly services: readonly ServiceId[];
  /** The first on the call list, signed in. */
  readonly intern: Visitor;
  readonly send: (operations: readonly object[], device?: string, visitor?: Visitor) => Promise<Answer>;
  /** As `shown`. */
  readonly list: (visitor?: Visitor) => Promise<string>;
  readonly post: (n: number) => FavouriteOf;
  readonly service: (n: number) => FavouriteOf;
}

export async function arranged(api: RunningApi, options: SeedOptions = { state: 'open' }): Promise<Arranged> {
  const seeded = await seed(api.database.sql, options);
  const rows = await api.database.sql<{ id: ServiceId }>('select id from service order by id');
  const services = rows.map(({ id }) => id);
  const person = seeded.people[0] as PersonId;
  const intern = await api.signedIn({ realm: 'intern', email: 'i@exemple.fr', person });
  return {
    seeded,
    services,
    intern,
    send: (operations, device = PHONE, visitor = intern) =>
      visitor.send('POST', PATH, { device, operations }),
    list: async (visitor = intern) => shown(await visitor.get(PATH)),
    post: n => ({ post: seeded.posts[n] as PostId }),
    service: n => ({ service: services[n] as ServiceId }),
  };
}

const made = (kind: string, of: FavouriteOf, more: object) => ({
  kind,
  id: randomUUID(),
  seen: 99,
  of,
  ...more,
});

export const add = (of: FavouriteOf, ...behind: readonly string[]) =>
  made('add', of, { behind: behind.length === 0 ? ['end'] : behind });
export const move = (of: FavouriteOf, ...behind: readonly string[]) => made('move', of, { behind });
export const remove = (of: FavouriteOf, seen = 99) => made('remove', of, { seen });

export const key = (of: FavouriteOf): string => favouriteKey(of);
export const keys = (...of: readonly FavouriteOf[]): string => of.map(key).join(' ');

/** «s1 p4»: what stands in the answer, in order. */
export const shown = ({ body }: Answer): string =>
  (body['entries'] as readonly FavouriteOf[]).map(key).join(' ');
