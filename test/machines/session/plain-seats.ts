/** Domain §4 once more, in the plainest words: from the table of seats alone, everything counted anew each time. */
import type { Command } from '../../../machines/session/commands.ts';
import type { World } from '../../../machines/session/world.ts';
import type { PlainQueue } from './plain-queue.ts';

type Choice = Extract<Command, { readonly type: 'choose' }>;

/** Whether the choice must be accepted, its time apart. */
export function mayChoosePlainly(world: World, model: PlainQueue, choice: Choice, turn: number): boolean {
  const number = world.people.findIndex(({ id }) => id === choice.person);
  const post = world.posts.find(({ id }) => id === choice.post);
  const chooser = world.people[number];
  const one = model.people[number];
  if (!post || !chooser || !one || model.paused || model.closed) return false;
  if (model.called !== number || choice.turn !== turn) return false;
  if (one.mandate !== (choice.by === 'mandatary')) return false;
  if (model.blocked.has(post.id)) return false;
  if (post.reservedFor !== null && post.reservedFor !== chooser.specialty) return false;
  if (one.status === 'supernumeraryNonValidating') return true;
  if (one.status === 'classic') return !model.seats.has(post.id);
  const line = world.posts.filter(other => other.line === post.line);
  const offered = line.filter(other => !model.blocked.has(other.id));
  const better = line.filter(other => {
    const holder = model.seats.get(other.id);
    return holder !== undefined && (world.people[holder]?.callOrder ?? 0) < chooser.callOrder;
  });
  return better.length < offered.length;
}
