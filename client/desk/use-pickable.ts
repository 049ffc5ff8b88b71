/** The posts that one person may be given, kept up to date under an open dialog: what is retained may be taken meanwhile. */
import { useEffect, useMemo } from 'preact/hooks';
import type { PersonId, PostId } from '../../machines/ids.ts';
import { refusalText } from '../../machines/refusal-text.ts';
import { announce } from '../ui/live-regions.tsx';
import { pickablePosts } from './pickable.ts';
import type { PickablePost } from './pickable.ts';
import type { RoomView } from './room-view.ts';

interface Pickable {
  readonly posts: readonly PickablePost[];
  /** As it is now; null: none is retained, or it is not offered any more. */
  readonly kept: PickablePost | null;
  /** Why what is retained cannot be given any more, in words: there is no button then. */
  readonly barred: string | undefined;
}

/** @param from the post already held, for a correction. @param retained what the moderator has picked so far. */
export function usePickable(
  { state, directory, people, supernumeraryCap, names }: RoomView,
  person: PersonId,
  from: PostId | null,
  retained: PostId | null,
): Pickable {
  // The public state is the same object after a change: its number tells.
  const posts = useMemo(
    () => pickablePosts({ state, directory, people, supernumeraryCap }, person, from),
    [state, state.pub, directory, people, supernumeraryCap, person, from],
  );
  const kept = posts.find(({ post }) => post.id === retained) ?? null;
  const refusal = kept?.refusal ?? null;
  const barred = refusal === null ? undefined : `${refusalText(refusal, names)} Choisissez un autre poste.`;
  useEffect(() => {
    if (barred !== undefined) announce('alert', barred);
  }, [barred]);
  return { posts, kept, barred };
}
