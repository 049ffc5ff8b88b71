/** The heart of a service or a post in the offer: adds it to the favourites, takes it out, and tells its number. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { favouriteKey } from '../../machines/favourites.ts';
import type { FavouriteOf } from '../../machines/favourites.ts';
import type { OfferPost, OfferService } from '../offer/offer.ts';
import { useOffer } from '../offer/offer-context.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { SinglePostDialog } from './single-post-dialog.tsx';
import './heart.css';

interface HeartProps {
  readonly of: FavouriteOf;
  /** What it is, spoken. */
  readonly title: string;
  /** In place of adding at once. */
  readonly onAdd?: () => void;
}

export function Heart({ of, title, onAdd }: HeartProps): VNode | null {
  const { favourites } = useOffer();
  const list = favourites?.list.value ?? null;
  if (favourites === null || list === null) return null;
  const key = favouriteKey(of);
  const place = list.findIndex(one => favouriteKey(one) === key) + 1;
  const number = place === 0 ? null : <span class="heart-place digits">{place}</span>;
  if (!favourites.arranges.value)
    return place === 0 ? null : (
      <span class="heart">
        <span class="hidden-text">Favori n°&nbsp;</span>
        <Icon name="heartFilled" />
        {number}
      </span>
    );
  const press = (heart: Element): void => {
    keepInPlace(heart);
    if (place > 0) favourites.change({ kind: 'remove', of });
    else if (onAdd === undefined) favourites.change({ kind: 'add', of, position: null });
    else onAdd();
  };
  return (
    <button
      type="button"
      class="heart"
      aria-pressed={place > 0}
      aria-label={`Favori${place > 0 ? ` n°\u00a0${place}` : ''}\u00a0: ${title}`}
      title={place > 0 ? `Favori n°\u00a0${place}, retirer` : 'Ajouter à mes favoris'}
      onClick={event => press(event.currentTarget)}
    >
      <Icon name={place > 0 ? 'heartFilled' : 'heart'} />
      {number}
    </button>
  );
}

/** The list above grows or shrinks by a row: what is pressed stays under the finger. */
function keepInPlace(pressed: Element): void {
  const { top } = pressed.getBoundingClientRect();
  requestAnimationFrame(() => {
    if (!pressed.isConnected) return;
    const moved = pressed.getBoundingClientRect().top - top;
    if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
  });
}

/** The first time on any device a window says what one post alone means (M §9.2.1.2). Of one post of a service that is opened, or of a list by post. */
export function PostHeart({
  service,
  post,
}: {
  readonly service: OfferService;
  readonly post: OfferPost;
}): VNode | null {
  const { favourites } = useOffer();
  const [asking, setAsking] = useState(false);
  if (favourites === null) return null;
  const of = { post: post.post.id };
  const add = (): void => {
    const several = service.lines.flatMap(({ posts }) => posts).length > 1;
    if (several && !favourites.explained.peek()) return setAsking(true);
    favourites.change({ kind: 'add', of, position: null });
  };
  const answered = (picked: FavouriteOf | null): void => {
    setAsking(false);
    if (picked === null) return;
    favourites.change({ kind: 'add', of: picked, position: null, explained: true });
  };
  const { name, establishment } = service.service;
  return (
    <>
      <Heart of={of} title={`poste ${post.post.number}, ${name}, ${establishment}`} onAdd={add} />
      {asking ? <SinglePostDialog service={service} post={post} onAnswer={answered} /> : null}
    </>
  );
}
