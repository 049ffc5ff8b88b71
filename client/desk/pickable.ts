/**
 * The posts that one person may be given, each with `mayChoose`'s own answer: for choosing in somebody's place, for
 * assigning and for correcting a choice. Moderators know who sits where, so lines and caps are counted exactly. Pure.
 */
import type { Directory, DirectoryPost, DirectoryService } from '../../machines/directory.ts';
import type { LineId, PersonId, PostId, ServiceId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { isLineClosed, isServiceCapped, mayChoose } from '../../machines/session/may-choose.ts';
import type { PublicState } from '../../machines/session/public-state.ts';
import { BEFORE_ALL } from '../../machines/session/seats.ts';
import type { DeskPerson } from '../../machines/wire/frames.ts';
import { folded } from '../../machines/folded.ts';

export interface PickablePost {
  readonly post: DirectoryPost;
  readonly service: DirectoryService;
  /** A classic holder sits there: a supernumerary's choice stands beside it. */
  readonly filled: boolean;
  /** Null where this person may have it. */
  readonly refusal: Refusal | null;
}

interface Ground {
  readonly state: PublicState;
  readonly directory: Directory | null;
  readonly people: ReadonlyMap<PersonId, DeskPerson>;
  readonly supernumeraryCap: number | null;
}

/**
 * In the directory's order, those that are possible first.
 * @param from the post already held, for a correction: no post to move to.
 */
export function pickablePosts(
  ground: Ground,
  person: PersonId,
  from: PostId | null,
): readonly PickablePost[] {
  const { state, directory, people, supernumeraryCap } = ground;
  const known = directory?.people.find(({ id }) => id === person);
  const status = people.get(person)?.status;
  if (directory === null || known === undefined || status === undefined) return [];
  const { lines, beside } = placesOf(ground, directory, person);
  const chooser = { status, specialty: known.specialty, callOrder: known.callOrder };
  const posts = directory.services.flatMap(service =>
    postsOf(directory, service.id).map((post): PickablePost => {
      const now = state.posts.get(post.id);
      const filled = now?.filled === true;
      const line = lines.get(post.line) ?? { seats: 0, holders: [] };
      const seat = {
        reservedFor: post.reservedFor,
        blocked: now?.blocked === true,
        filled,
        lineClosed: isLineClosed(chooser, line),
        serviceCapped: isServiceCapped(chooser, beside.get(service.id) ?? 0, supernumeraryCap),
      };
      const refusal: Refusal | null = post.id === from ? { code: 'SAME_POST' } : mayChoose(chooser, seat);
      return { post, service, filled, refusal };
    }),
  );
  return [
    ...posts.filter(({ refusal }) => refusal === null),
    ...posts.filter(({ refusal }) => refusal !== null),
  ];
}

export interface SeatLine {
  /** Its posts that are not blocked. */
  readonly seats: number;
  /** Call orders of its classic holders. */
  readonly holders: readonly number[];
}

export interface Places {
  readonly lines: ReadonlyMap<LineId, SeatLine>;
  /** How many supernumeraries stand beside the seats of a service. */
  readonly beside: ReadonlyMap<ServiceId, number>;
}

/** @param but whose own place is counted free: a correction leaves it first; null: nobody’s. */
export function placesOf(
  { state, people }: Pick<Ground, 'state' | 'people'>,
  directory: Directory,
  but: PersonId | null,
): Places {
  const posts = new Map(directory.posts.map(post => [post.id, post]));
  const orders = new Map(directory.people.map(({ id, callOrder }) => [id, callOrder]));
  const beside = new Map<ServiceId, number>();
  const lines = new Map<LineId, { seats: number; holders: number[] }>();
  const line = (id: LineId) => {
    const known = lines.get(id) ?? { seats: 0, holders: [] };
    lines.set(id, known);
    return known;
  };
  for (const { id, line: of } of directory.posts) if (state.posts.get(id)?.blocked !== true) line(of).seats++;
  for (const { person, state: now, status } of people.values()) {
    const post = now.kind === 'chosen' && person !== but ? posts.get(now.post) : undefined;
    if (now.kind !== 'chosen' || post === undefined) continue;
    if (status === 'classic')
      line(post.line).holders.push(now.turn === null ? BEFORE_ALL : (orders.get(person) ?? 0));
    else beside.set(post.service, (beside.get(post.service) ?? 0) + 1);
  }
  return { lines, beside };
}

const byService = new WeakMap<Directory, ReadonlyMap<ServiceId, readonly DirectoryPost[]>>();

/** Grouped once per directory: a search asks again at each letter. */
function postsOf(directory: Directory, service: ServiceId): readonly DirectoryPost[] {
  let groups = byService.get(directory);
  if (groups === undefined) {
    const made = new Map<ServiceId, DirectoryPost[]>();
    for (const post of directory.posts) {
      const group = made.get(post.service);
      if (group === undefined) made.set(post.service, [post]);
      else group.push(post);
    }
    byService.set(directory, made);
    groups = made;
  }
  return groups.get(service) ?? [];
}

/** Every word in the service, the establishment, the town, the earmark or the post's number. */
export function searched(posts: readonly PickablePost[], words: string): readonly PickablePost[] {
  // Cut before it is folded, which makes a hyphen a space: «12-1» is one word.
  const wanted = words.trim().split(/\s+/u).map(folded).filter(Boolean);
  if (wanted.length === 0) return posts;
  return posts.filter(({ post, service }) => {
    const { name, head, establishment, city, department } = service;
    const text = folded(
      [post.number, name, head, establishment, city, department, post.earmark ?? ''].join(' '),
    );
    return wanted.every(word => text.includes(word));
  });
}
