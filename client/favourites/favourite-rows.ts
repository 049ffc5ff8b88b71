/** The favourites as rows: each with its number, its posts that are not listed elsewhere, and what may be chosen there. Pure. */
import { favouriteKey } from '../../machines/favourites.ts';
import type { FavouriteOf } from '../../machines/favourites.ts';
import type { PostId, ServiceId } from '../../machines/ids.ts';
import { stateOf } from '../offer/offer.ts';
import type { OfferLine, OfferService, SeatsState } from '../offer/offer.ts';

export interface FavouriteRow {
  readonly key: string;
  /** From 1, whatever is shown. */
  readonly number: number;
  readonly of: FavouriteOf;
  readonly service: OfferService;
  /** One post alone, or the service's without those that have a number of their own (domain §7). */
  readonly single: boolean;
  readonly lines: readonly OfferLine[];
  readonly state: SeatsState;
}

/** What the offer does not hold has no row, and its number stays its own. */
export function favouriteRows(
  list: readonly FavouriteOf[],
  offer: readonly OfferService[],
): readonly FavouriteRow[] {
  const apart = new Set(list.flatMap(of => ('post' in of ? of.post : [])));
  const { byService, byPost } = wantedOf(list, apart, offer);
  return list.flatMap((of, index): readonly FavouriteRow[] => {
    const service = 'service' in of ? byService.get(of.service) : byPost.get(of.post);
    if (service === undefined) return [];
    const keep = 'service' in of ? (id: PostId) => !apart.has(id) : (id: PostId) => id === of.post;
    const lines = service.lines.flatMap(line => linesWith(line, keep));
    return [
      {
        key: favouriteKey(of),
        number: index + 1,
        of,
        service,
        single: 'post' in of,
        lines,
        state: stateOf(lines),
      },
    ];
  });
}

interface Wanted {
  readonly byService: ReadonlyMap<ServiceId, OfferService>;
  readonly byPost: ReadonlyMap<PostId, OfferService>;
}

/** What the list names, and no more: there are thousands of others, and a look at each choice. */
function wantedOf(
  list: readonly FavouriteOf[],
  apart: ReadonlySet<PostId>,
  offer: readonly OfferService[],
): Wanted {
  const services = new Set(list.flatMap(of => ('service' in of ? of.service : [])));
  const byService = new Map<ServiceId, OfferService>();
  const byPost = new Map<PostId, OfferService>();
  for (const one of offer) {
    if (services.has(one.service.id)) byService.set(one.service.id, one);
    if (apart.size > 0) for (const post of apartIn(one, apart)) byPost.set(post, one);
  }
  return { byService, byPost };
}

const apartIn = ({ lines }: OfferService, apart: ReadonlySet<PostId>): readonly PostId[] =>
  lines.flatMap(({ posts }) => posts.flatMap(({ post }) => (apart.has(post.id) ? post.id : [])));

function linesWith(line: OfferLine, keep: (id: PostId) => boolean): readonly OfferLine[] {
  const posts = line.posts.filter(({ post }) => keep(post.id));
  if (posts.length === 0) return [];
  return posts.length === line.posts.length ? [line] : [{ ...line, posts, state: stateOf([{ posts }]) }];
}

export const isPossible = ({ state }: Pick<FavouriteRow, 'state'>): boolean => state.choosable !== null;

/** Nothing may be chosen there any more: in red, in its place. Reserved is blue, and was so from the start. */
export const isGone = ({ state }: Pick<FavouriteRow, 'state'>): boolean =>
  state.refusal !== null && state.refusal.code !== 'RESERVED';

/** Those that went from possible to gone between two looks: told once, in the list's order. */
export function goneSince(
  before: readonly FavouriteRow[],
  now: readonly FavouriteRow[],
): readonly FavouriteRow[] {
  const possible = new Set(before.filter(isPossible).map(({ key }) => key));
  return now.filter(row => isGone(row) && possible.has(row.key));
}
