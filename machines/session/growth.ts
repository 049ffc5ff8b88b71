/**
 * A world that grows after `start`: somebody forgotten comes in at their place, posts come behind the others. The live
 * context and the first one it is compared with (stored-state.ts) grow alike, sharing what did not change.
 * Walks everybody, or the offer: for these rare commands only.
 */
import { firstContext, firstOf, keepFirst } from './first-context.ts';
import { numberOfLine } from './numbering.ts';
import { countsOf, plus } from './people.ts';
import type { LineLive, PersonLive, PostLive } from './state.ts';
import { mapped, toArray, vectorOf } from './vector.ts';
import type { Live } from './verdict.ts';
import type { World, WorldPerson, WorldPost } from './world.ts';

/** The context with this person at their place of the call order; all numbers from there on are one more. */
export function withPerson(context: Live, person: WorldPerson): Live {
  const { world, added } = context;
  const startedAt = context.startedAt ?? 0;
  const number = placeOf(world, person.callOrder);
  const grown = { ...world, people: world.people.toSpliced(number, 0, person) };
  const live = firstOf(person, startedAt);
  keepFirst(insert(firstContext(world, startedAt), grown, number, live));
  return {
    ...insert(context, grown, number, live),
    added: { ...added, people: [...added.people, person] },
  };
}

/** The number that somebody of this call order has, or would have. */
export function placeOf({ people }: World, callOrder: number): number {
  const behind = people.findIndex(other => other.callOrder > callOrder);
  return behind === -1 ? people.length : behind;
}

function insert(context: Live, world: World, number: number, live: PersonLive): Live {
  const shifted = (other: number): number => (other >= number ? other + 1 : other);
  const { called, cursor } = context;
  return {
    ...context,
    world,
    people: vectorOf(toArray(context.people).toSpliced(number, 0, live)),
    posts: mapped(context.posts, post => withHolder(post, shifted)),
    cursor: number < cursor ? cursor + 1 : cursor,
    returned: context.returned.map(shifted),
    called: called && { ...called, person: shifted(called.person) },
    counts: plus(context.counts, countsOf(live, world.settings), 1),
  };
}

function withHolder(post: PostLive, shifted: (number: number) => number): PostLive {
  if (typeof post.holder !== 'number') return post;
  const holder = shifted(post.holder);
  return holder === post.holder ? post : { ...post, holder };
}

/** The context with these posts behind the others, on lines of the offer or new ones. */
export function withPosts(context: Live, posts: readonly WorldPost[]): Live {
  const { world, added } = context;
  const grown = { ...world, posts: [...world.posts, ...posts] };
  const live = posts.map(({ blocked }): PostLive => ({ blocked, holder: null }));
  keepFirst(append(firstContext(world, context.startedAt ?? 0), grown, posts, live));
  return { ...append(context, grown, posts, live), added: { ...added, posts: [...added.posts, ...posts] } };
}

function append(context: Live, world: World, posts: readonly WorldPost[], live: readonly PostLive[]): Live {
  const lines: LineLive[] = [...toArray(context.lines)];
  for (const { line, blocked } of posts) {
    const number = numberOfLine(world, line);
    const before = lines[number] ?? { seats: 0, holders: [], supernumeraries: 0 };
    lines[number] = blocked ? before : { ...before, seats: before.seats + 1 };
  }
  return {
    ...context,
    world,
    posts: vectorOf([...toArray(context.posts), ...live]),
    lines: vectorOf(lines),
  };
}
