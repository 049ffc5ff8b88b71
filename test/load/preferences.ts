/** What each robot wants: its own order of all posts, half fashion (some services please everybody), half taste. */
import type { PostId } from '../../machines/ids.ts';
import { chanceOf } from './chance.ts';

export interface WantedPost {
  readonly id: PostId;
  /** Place of the post and of its service in the offer: what the seed knows them by, the same in every run. */
  readonly number: number;
  readonly service: number;
}

/** All posts, dearest first, for the robot of this call order. */
export function preferences<P extends WantedPost>(seed: number, callOrder: number, posts: readonly P[]): P[] {
  const dearness = new Map(
    posts.map(post => [post, fashion(seed, post) + chanceOf(seed, callOrder, post.number)]),
  );
  return posts.toSorted((a, b) => (dearness.get(b) ?? 0) - (dearness.get(a) ?? 0));
}

const fashion = (seed: number, post: WantedPost): number => chanceOf(seed ^ 0x5eed, 0, post.service);
