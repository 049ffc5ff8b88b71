/** Whether the favourites as they are shown are kept: on all devices, on their way there, or on this one alone for now. */
import type { VNode } from 'preact';
import { Icon } from '../ui/icon/icon.tsx';
import { useFavourites } from './use-favourites.ts';

export function Keeping(): VNode {
  const { keeping } = useFavourites();
  switch (keeping.value) {
    case 'saved':
      return (
        <p class="favourites-saved">
          <Icon name="devices" /> Enregistré sur vos appareils
        </p>
      );
    case 'saving':
      return (
        <p class="favourites-saved">
          <Icon name="refresh" /> Enregistrement…
        </p>
      );
    case 'offline':
      return (
        <p class="favourites-offline on-dark">
          <Icon name="plugOff" /> Hors ligne, vos changements seront envoyés au retour
        </p>
      );
    default:
      return keeping.value satisfies never;
  }
}
