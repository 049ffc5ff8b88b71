/**
 * A session's state as it is kept beside the journal, in our own versioned shape, not xstate's (architecture §2): what
 * differs from the world it started with, and who and what was added to it. Restoring it and the journal's tail gives the live state again.
 * It holds sealed texts (reasons): whoever purges the private part deletes these rows too; the journal makes them anew.
 */
import { sessionMachine } from './machine.ts';
import type { SessionSnapshot } from './machine.ts';
import { firstContext } from './first-context.ts';
import { withPerson, withPosts } from './growth.ts';
import type { LineLive, PersonLive, PostLive, SessionContext } from './state.ts';
import { LEAF, toArray, vectorOf } from './vector.ts';
import type { Vector } from './vector.ts';
import type { World } from './world.ts';

export const STORED_VERSION = 2;

/** Plain JSON. Entries that still are as `start` made them are left out. */
export interface StoredState extends Omit<SessionContext, 'world' | 'people' | 'posts' | 'lines'> {
  readonly version: number;
  readonly value: SessionSnapshot['value'];
  readonly people: readonly Entry<PersonLive>[];
  readonly posts: readonly Entry<PostLive>[];
  readonly lines: readonly Entry<LineLive>[];
}

type Entry<T> = readonly [number: number, item: T];

/** @throws TypeError before `start`: there is nothing to keep, the tables say it all. */
export function toStored({ value, context }: SessionSnapshot): StoredState {
  const { world, people, posts, lines, ...rest } = context;
  const { startedAt } = rest;
  if (!world || startedAt === null)
    throw new TypeError('a session that has not started has no state to store');
  const first = firstContext(world, startedAt);
  return {
    version: STORED_VERSION,
    value,
    ...rest,
    people: changed(first.people, people),
    posts: changed(first.posts, posts),
    lines: changed(first.lines, lines),
  };
}

/**
 * The live snapshot again, from what the table gave back and the world of the journal's first row.
 * @throws TypeError for another version's shape: restore from the journal's beginning instead.
 */
export function fromStored(stored: StoredState, world: World): SessionSnapshot {
  const { version, value, people, posts, lines, ...rest } = stored;
  if (version !== STORED_VERSION)
    throw new TypeError(`stored state of version ${version}, not ${STORED_VERSION}`);
  const offered = withPosts(firstContext(world, rest.startedAt ?? 0), rest.added.posts);
  const first = rest.added.people.reduce(withPerson, offered);
  const context: SessionContext = {
    ...rest,
    world: first.world,
    people: withEntries(first.people, people),
    posts: withEntries(first.posts, posts),
    lines: withEntries(first.lines, lines),
  };
  return sessionMachine.resolveState({ value, context });
}

/** By identity: what no command touched is the very entry that `start` made, whole leaves at a time. */
function changed<T>(first: Vector<T>, now: Vector<T>): readonly Entry<T>[] {
  return now.leaves.flatMap((leaf, index) => {
    const before = first.leaves[index];
    if (leaf === before) return [];
    return leaf.flatMap((item, place): Entry<T>[] =>
      item === before?.[place] ? [] : [[index * LEAF + place, item]],
    );
  });
}

function withEntries<T>(vector: Vector<T>, entries: readonly Entry<T>[]): Vector<T> {
  const items = [...toArray(vector)];
  for (const [number, item] of entries) items[number] = item;
  return vectorOf(items);
}
