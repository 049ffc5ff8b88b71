/**
 * The offer as the room shows it: services in the directory's order, each with its lines, what is free there for this
 * chooser and, where nothing is, the reason; all of it from `mayChoose`. Pure.
 */
import type { Directory, DirectoryPost, DirectoryService } from '../../machines/directory.ts';
import type { LineId, PostId, ServiceId, SpecialtyId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { mayChoose } from '../../machines/session/may-choose.ts';
import type { PublicState } from '../../machines/session/public-state.ts';
import type { ChoiceStatus } from '../../machines/session/world.ts';

export interface OfferPost {
  readonly post: DirectoryPost;
  readonly filled: boolean;
  readonly blocked: boolean;
  /** Null where this chooser may choose it. */
  readonly refusal: Refusal | null;
}

export interface OfferLine {
  readonly id: LineId;
  readonly accreditation: string;
  readonly reservedFor: SpecialtyId | null;
  readonly earmark: string | null;
  readonly posts: readonly OfferPost[];
  readonly state: SeatsState;
}

export interface OfferService {
  readonly service: DirectoryService;
  readonly lines: readonly OfferLine[];
  readonly state: SeatsState;
  /** Whose it is, where several amphitheatres are shown together; null in one’s own. */
  readonly elsewhere: string | null;
}

/** What the tag, the numbers and the button of a line, a service or a post say. */
export interface SeatsState {
  /** Seats offered, blocked ones left out, and how many are filled. */
  readonly offered: number;
  readonly filled: number;
  /** Free seats that this chooser may choose. */
  readonly free: number;
  /** The first post that may be chosen, null for none; a filled one for a supernumerary. */
  readonly choosable: PostId | null;
  /** Lines with something to choose: two kinds need a choice between them first. */
  readonly kinds: number;
  /** Why there is nothing to choose; null where there is. */
  readonly refusal: Refusal | null;
  /** The specialties that its free seats are reserved for. */
  readonly reservedFor: readonly SpecialtyId[];
}

export interface OfferReader {
  readonly status: ChoiceStatus;
  readonly specialty: SpecialtyId;
  /** What the server tells this person alone: who sits where is not public (`You`). */
  readonly closedLines: readonly LineId[];
  readonly cappedServices: readonly ServiceId[];
}

/** A service with its posts, a line at a time: what does not change while a directory lasts. */
export interface Seated {
  readonly service: DirectoryService;
  readonly lines: readonly (readonly [id: LineId, posts: readonly DirectoryPost[]])[];
}

/** In the directory's order; services without a post are left out. */
export function seatedIn({ services, posts }: Directory): readonly Seated[] {
  const byService = grouped(posts, post => post.service);
  return services.flatMap(service => {
    const own = byService.get(service.id);
    return own === undefined ? [] : [{ service, lines: [...grouped(own, post => post.line)] }];
  });
}

/** As one reader sees it now. Where it changes all the time `offer-over.ts` makes anew what has changed alone. */
export function serviceOf(state: PublicState, reader: OfferReader, { service, lines }: Seated): OfferService {
  const own = lines.map(([id, seats]) => ownLine(state, reader, id, seats));
  return { service, lines: own, state: stateOf(own), elsewhere: null };
}

/** A line of one’s own amphitheatre: each post with the reason why it cannot be chosen, if there is one. */
export const ownLine = (
  state: PublicState,
  reader: OfferReader,
  id: LineId,
  seats: readonly DirectoryPost[],
): OfferLine =>
  lineOf(
    id,
    seats.map((post): OfferPost => {
      const now = state.posts.get(post.id);
      const [filled, blocked] = [now?.filled === true, now?.blocked === true];
      const refusal = mayChoose(reader, {
        reservedFor: post.reservedFor,
        blocked,
        filled,
        lineClosed: reader.closedLines.includes(id),
        serviceCapped: reader.cappedServices.includes(post.service),
      });
      return { post, filled, blocked, refusal };
    }),
  );

export function lineOf(id: LineId, posts: readonly OfferPost[]): OfferLine {
  const [first] = posts;
  const { accreditation = '', reservedFor = null, earmark = null } = first?.post ?? {};
  const line = { id, accreditation, reservedFor, earmark, posts };
  return { ...line, state: stateOf([line]) };
}

/** Of the posts of these lines together. */
export function stateOf(lines: readonly { readonly posts: readonly OfferPost[] }[]): SeatsState {
  const posts = lines.flatMap(line => line.posts);
  const open = posts.filter(({ blocked }) => !blocked);
  const possible = posts.filter(({ refusal }) => refusal === null);
  const first = possible.find(({ filled }) => !filled) ?? possible[0];
  return {
    offered: open.length,
    filled: open.filter(({ filled }) => filled).length,
    free: possible.filter(({ filled }) => !filled).length,
    choosable: first?.post.id ?? null,
    kinds: lines.filter(line => line.posts.some(({ refusal }) => refusal === null)).length,
    refusal: first === undefined ? tellingRefusal(posts) : null,
    reservedFor: [...new Set(posts.filter(isFree).flatMap(({ post }) => post.reservedFor ?? []))],
  };
}

/** Which of several reasons tells most, where no seat is free. */
const ORDER: readonly Refusal['code'][] = [
  'CAP_REACHED',
  'FILLED_BY_BETTER_RANK',
  'FILLED',
  'RESERVED',
  'BLOCKED',
];

/** One reason for several posts: that of a seat which is still free, for as long as there is one nobody has filled it. */
function tellingRefusal(posts: readonly OfferPost[]): Refusal | null {
  const free = posts.filter(isFree);
  const refusals = (free.length > 0 ? free : posts).flatMap(({ refusal }) => refusal ?? []);
  return ORDER.flatMap(code => refusals.find(refusal => refusal.code === code) ?? [])[0] ?? null;
}

const isFree = ({ filled, blocked }: OfferPost): boolean => !filled && !blocked;

/** In the order of first appearance. */
function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
