/** «Ma session»: the favourites, and the offer below, where one service may be asked for from above. */
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { FavouritesPanel } from '../favourites/favourites-panel.tsx';
import { roomSource } from '../offer/offer-source.ts';
import { OfferView } from '../offer/offer-view.tsx';
import { useSeeAll } from '../offer/use-search.ts';
import { Loading } from '../ui/loading.tsx';
import { useRoom } from './room-context.ts';

export function SessionTab(): VNode {
  const seeAll = useSeeAll();
  const offer = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked > 0) offer.current?.querySelector<HTMLElement>('#offre')?.focus();
  }, [asked]);
  return (
    <div class="stack room-session">
      <FavouritesPanel
        onSeeAll={service => {
          seeAll(service);
          setAsked(asked + 1);
        }}
      />
      <div ref={offer}>
        <RoomOffer />
      </div>
    </div>
  );
}

function RoomOffer(): VNode {
  const { live, offer, rehearsal, identity } = useRoom();
  const [directory, services] = [live.directory.value, offer.value];
  const source = useMemo(
    () => (directory === null || services === null ? null : roomSource(directory, services)),
    [directory, services],
  );
  return source === null ? (
    <Loading lines={8} />
  ) : (
    <OfferView
      source={source}
      title="Offre de l’amphithéâtre"
      {...(rehearsal === null ? { documents: { amphitheatre: identity.amphitheatre } } : {})}
    />
  );
}
