/**
 * The offer as the room shows it: services in the directory's order, each with its lines, what is free there for this
 * chooser and, where nothing is, the reason; all of it from `mayChoose`. Pure.
 */
import type { Directory, DirectoryPost, DirectoryService } from '../../machines/directory.ts';
import type { LineId, PersonId, PostId, ServiceId, SpecialtyId } from '../../machines/ids.ts';
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
}

export interface OfferReader {
  readonly person: PersonId;
  readonly status: ChoiceStatus;
  readonly specialty: SpecialtyId;
  readonly callOrder: number;
}

export function offerOf(
  state: PublicState,
  directory: Directory,
  reader: OfferReader,
): readonly OfferService[] {
  const byService = grouped(directory.posts, post => post.service);
  const worse = chosenAfter(state, reader.callOrder);
  return directory.services.flatMap(service => {
    const posts = byService.get(service.id);
    if (posts === undefined) return [];
    const lines = [...grouped(posts, post => post.line)].map(([id, seats]) =>
      lineOf(state, reader, id, seats, worse.get(service.id) ?? 0),
    );
    return [
      {
        service,
        lines,
        state: stateOf(
          lines.flatMap(line => line.posts),
          lines,
        ),
      },
    ];
  });
}

function lineOf(
  state: PublicState,
  reader: OfferReader,
  id: LineId,
  seats: readonly DirectoryPost[],
  worse: number,
): OfferLine {
  const known = seats.map(post => ({ post, now: state.posts.get(post.id) }));
  const lineSeats = known.filter(({ now }) => now?.blocked !== true).length;
  const taken = known.filter(({ now }) => now?.filled === true).length;
  const posts = known.map(({ post, now }): OfferPost => {
    const [filled, blocked] = [now?.filled === true, now?.blocked === true];
    const seat = {
      reservedFor: post.reservedFor,
      blocked,
      filled,
      lineSeats,
      // Who sits on a seat is not public: those who chose this service with a worse order are left out, the rest
      // count as better. The server knows and judges.
      betterOnLine: Math.max(0, taken - worse),
    };
    return { post, filled, blocked, refusal: mayChoose(reader, seat) };
  });
  const [first] = seats;
  const { accreditation = '', reservedFor = null, earmark = null } = first ?? {};
  const line = { id, accreditation, reservedFor, earmark, posts };
  return { ...line, state: stateOf(posts, [{ posts }]) };
}

function stateOf(
  posts: readonly OfferPost[],
  lines: readonly { readonly posts: readonly OfferPost[] }[],
): SeatsState {
  const open = posts.filter(({ blocked }) => !blocked);
  const possible = posts.filter(({ refusal }) => refusal === null);
  const first = possible.find(({ filled }) => !filled) ?? possible[0];
  return {
    offered: open.length,
    filled: open.filter(({ filled }) => filled).length,
    free: possible.filter(({ filled }) => !filled).length,
    choosable: first?.post.id ?? null,
    kinds: lines.filter(line => line.posts.some(({ refusal }) => refusal === null)).length,
    refusal: first === undefined ? worstOf(posts) : null,
  };
}

/** One reason for several posts: what tells most. Reserved first, for it never changes. */
const ORDER: readonly Refusal['code'][] = ['RESERVED', 'FILLED_BY_BETTER_RANK', 'FILLED', 'BLOCKED'];

function worstOf(posts: readonly OfferPost[]): Refusal | null {
  const refusals = posts.flatMap(({ refusal }) => refusal ?? []);
  if (refusals.every(({ code }) => code === 'RESERVED')) return refusals[0] ?? null;
  const notReserved = refusals.filter(({ code }) => code !== 'RESERVED');
  return ORDER.flatMap(code => notReserved.find(refusal => refusal.code === code) ?? [])[0] ?? null;
}

function chosenAfter(state: PublicState, callOrder: number): ReadonlyMap<ServiceId, number> {
  const counts = new Map<ServiceId, number>();
  for (const person of state.people.values())
    if (person.service !== null && person.callOrder > callOrder)
      counts.set(person.service, (counts.get(person.service) ?? 0) + 1);
  return counts;
}

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
