/** What was just done to the favourites, said and taken back by one touch. It stays until put away or the next change. */
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { favouriteKey } from '../../machines/favourites.ts';
import type { OfferService } from '../offer/offer.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { announce } from '../ui/live-regions.tsx';
import { titleOf, toastOf } from './favourite-words.ts';
import { useFavourites } from './use-favourites.ts';
import { Unbroken } from '../ui/unbroken.tsx';
import './toast.css';

/** Long enough to be read and reached (WCAG 2.2.1 asks for 20 s where nothing can be prolonged). */
const SHOWN_MS = 20_000;

interface ChangeToastProps {
  readonly services: readonly OfferService[];
  /** At one's turn nothing lies over the buttons. */
  readonly quiet?: boolean;
}

export function ChangeToast({ services, quiet = false }: ChangeToastProps): VNode | null {
  const favourites = useFavourites();
  const last = favourites.last.value;
  const list = favourites.list.value ?? [];
  const key = last === null ? '' : favouriteKey(last.change.of);
  const place = list.findIndex(one => favouriteKey(one) === key) + 1;
  const toast =
    last && toastOf(last.change, titleOf(last.change.of, services), place === 0 ? null : place, list.length);
  const spoken = toast?.spoken ?? null;
  useEffect(() => {
    if (spoken !== null) announce('status', spoken);
  }, [last, spoken]);
  useEffect(() => {
    if (last === null) return undefined;
    const timer = setTimeout(() => favourites.putAway(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [last, favourites]);
  if (toast === null || quiet) return null;
  return (
    <div class="toast on-dark">
      <p>
        <Unbroken text={toast.about} /> <b>{toast.done}</b>
      </p>
      <div class="toast-acts">
        <Button kind="edge" onClick={() => favourites.undo()}>
          Annuler
        </Button>
        <IconButton icon="close" label="Fermer ce message" onClick={() => favourites.putAway()} />
      </div>
    </div>
  );
}
