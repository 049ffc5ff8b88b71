/** One service of the offer: its heart, its state, its lines and posts inside; «Choisir» only at my turn. */
import type { VNode } from 'preact';
import { Heart } from '../favourites/heart.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { postTitle } from './post-facts.ts';
import { OfferRow } from './offer-row.tsx';
import type { OfferService } from './offer.ts';
import { useOffer } from './offer-context.ts';
import { ServiceLines } from './service-lines.tsx';
import { tagOf } from './state-tag.ts';

export function ServiceItem({ row }: { readonly row: OfferService }): VNode {
  const { status, names, specialty } = useOffer();
  const { service, state, lines } = row;
  const tag = tagOf(state, status(), names());
  // In one’s own amphitheatre the tag says it, where it is for others.
  const [only] = row.elsewhere === null || lines.length > 1 ? [] : lines;
  const reservedFor = only?.reservedFor ?? null;
  const reserved = reservedFor === null ? null : specialty(reservedFor);
  const earmark = lines.length === 1 ? (lines[0]?.earmark ?? null) : null;
  return (
    <OfferRow
      service={service}
      lead={row.elsewhere === null ? <Heart of={{ service: service.id }} title={postTitle(service)} /> : null}
      under={
        <>
          {row.elsewhere === null ? null : <span>{row.elsewhere}</span>}
          {earmark === null ? null : <Earmark only={state.offered === 1} earmark={earmark} />}
          {reserved === null ? null : (
            <span class="offer-earmark">
              <Icon name="lock" /> Réservé&nbsp;: {reserved}
            </span>
          )}
        </>
      }
      state={state}
      tag={tag}
      look={`offer-row-${tag.fill}`}
      inside={() => <ServiceLines row={row} lines={lines} />}
    />
  );
}

const Earmark = ({ only, earmark }: { readonly only: boolean; readonly earmark: string }): VNode => (
  <span class="offer-earmark">
    <Icon name="armchair" /> {`${only ? 'Un seul poste, fléché' : 'Fléché'} «\u00a0${earmark}\u00a0»`}
  </span>
);
