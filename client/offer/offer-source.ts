/** The offer that a list shows, from wherever it comes: searched by places, a service drawn only when it is seen. */
import type { Directory } from '../../machines/directory.ts';
import type { PostId } from '../../machines/ids.ts';
import { indexOf, stateByte } from '../../machines/offer-index.ts';
import type { LineToIndex, OfferIndex } from '../../machines/offer-index.ts';
import { lineTexts } from '../../machines/offer-texts.ts';
import type { OfferLine, OfferPost, OfferService } from './offer.ts';

export interface OfferSource {
  /** The same object as long as the offer is the same, whatever is filled. */
  readonly index: OfferIndex;
  /** One byte a post, in the index’s order. */
  readonly states: Uint8Array;
  /** By its place in the index. */
  readonly service: (place: number) => OfferService | null;
  /** Seats offered and filled, of all of it. */
  readonly offered: number;
  readonly filled: number;
  /** Whether several amphitheatres are shown together. */
  readonly whole: boolean;
}

export interface PostRow {
  readonly service: OfferService;
  readonly line: OfferLine;
  readonly post: OfferPost;
}

export function postAt(source: OfferSource, place: number): PostRow | null {
  const id = source.index.posts[place];
  const service = source.service(source.index.lines[source.index.lineOf[place] ?? -1]?.service ?? -1);
  return service === null || id === undefined ? null : postIn([service], id);
}

/** Among a few services, looked through one by one. */
export function postIn(services: readonly OfferService[], id: PostId): PostRow | null {
  for (const service of services)
    for (const line of service.lines) {
      const post = line.posts.find(one => one.post.id === id);
      if (post !== undefined) return { service, line, post };
    }
  return null;
}

export function postOf(source: OfferSource, id: PostId): PostRow | null {
  const place = source.index.places.get(id);
  return place === undefined ? null : postAt(source, place);
}

/** The offer of one amphitheatre, as its room knows it. */
export function roomSource(directory: Directory, offer: readonly OfferService[]): OfferSource {
  const index = indexOfRoom(directory, offer);
  const states = new Uint8Array(index.posts.length);
  let [place, offered, filled] = [0, 0, 0];
  // Along all posts at each choice: nothing is made on the way.
  for (const { lines, state } of offer) {
    offered += state.offered;
    filled += state.filled;
    for (const { posts } of lines)
      for (const post of posts) states[place++] = stateByte(post.filled, post.blocked, post.refusal !== null);
  }
  return { index, states, service: at => offer[at] ?? null, offered, filled, whole: false };
}

// A directory never changes: what is prepared for it lasts as long as it does, over every delta.
const prepared = new WeakMap<Directory, OfferIndex>();

function indexOfRoom(directory: Directory, offer: readonly OfferService[]): OfferIndex {
  const kept = prepared.get(directory);
  if (kept !== undefined) return kept;
  const specialties = new Map(directory.specialties.map(({ id, name }) => [id, name]));
  const { title: amphitheatre, group, phase } = directory;
  const index = indexOf(
    offer.flatMap(({ service, lines }, place) =>
      lines.map(
        (line): LineToIndex => ({
          service: place,
          serviceId: service.id,
          texts: lineTexts(service, line, { amphitheatre, group, phase, specialties }),
          posts: line.posts.map(({ post }) => post),
        }),
      ),
    ),
  );
  prepared.set(directory, index);
  return index;
}
