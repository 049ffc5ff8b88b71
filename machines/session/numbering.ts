/**
 * Ids to the numbers 0…n−1 that the context works with (facts.md §6). Built once per world and kept beside it, outside
 * the context: it never changes, so a dry run cannot leak through it.
 */
import type { LineId, PersonId, PostId, ServiceId, SpecialtyId } from '../ids.ts';
import type { World, WorldPerson, WorldPost } from './world.ts';

interface Numbering {
  readonly people: ReadonlyMap<PersonId, number>;
  readonly posts: ReadonlyMap<PostId, number>;
  readonly lines: ReadonlyMap<LineId, number>;
  readonly lineList: readonly Line[];
  readonly services: ReadonlyMap<ServiceId, readonly number[]>;
}

/** What the posts of one line have in common. */
export interface Line {
  readonly id: LineId;
  readonly service: ServiceId;
  readonly reservedFor: SpecialtyId | null;
}

const numberings = new WeakMap<World, Numbering>();

function numberingOf(world: World): Numbering {
  const known = numberings.get(world);
  if (known) return known;
  const lines = new Map<LineId, number>();
  const lineList: Line[] = [];
  const services = new Map<ServiceId, number[]>();
  for (const { line, service, reservedFor } of world.posts) {
    if (lines.has(line)) continue;
    services.set(service, [...(services.get(service) ?? []), lines.size]);
    lines.set(line, lines.size);
    lineList.push({ id: line, service, reservedFor });
  }
  const numbering = {
    people: new Map(world.people.map(({ id }, number) => [id, number])),
    posts: new Map(world.posts.map(({ id }, number) => [id, number])),
    lines,
    lineList,
    services,
  };
  numberings.set(world, numbering);
  return numbering;
}

/** Null where the person is not of this session. */
export const numberOfPerson = (world: World, person: PersonId): number | null =>
  numberingOf(world).people.get(person) ?? null;

/** Null where the post is not of this offer. */
export const numberOfPost = (world: World, post: PostId): number | null =>
  numberingOf(world).posts.get(post) ?? null;

/** Lines are numbered as they first come in the offer. */
export const numberOfLine = (world: World, line: LineId): number => numberingOf(world).lines.get(line) ?? 0;

/** The lines of the offer, by number. */
export const linesIn = (world: World): readonly Line[] => numberingOf(world).lineList;

/** Every service of the offer with the numbers of its lines. */
export const servicesIn = (world: World): ReadonlyMap<ServiceId, readonly number[]> =>
  numberingOf(world).services;

/** @throws RangeError for a number that no rule of ours gave out: a fault. */
export function personAt(world: World, number: number): WorldPerson {
  const person = world.people[number];
  if (!person) throw new RangeError(`no person ${number} in this session`);
  return person;
}

/** @throws RangeError as `personAt`. */
export function postAt(world: World, number: number): WorldPost {
  const post = world.posts[number];
  if (!post) throw new RangeError(`no post ${number} in this offer`);
  return post;
}
