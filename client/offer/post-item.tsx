/** One post, where the offer is shown by post: its heart, its state, what tells it from the others. */
import type { VNode } from 'preact';
import { PostHeart } from '../favourites/heart.tsx';
import type { PostRow } from './offer-source.ts';
import { OfferRow } from './offer-row.tsx';
import { stateOf } from './offer.ts';
import { useOffer } from './offer-context.ts';
import { ServiceLines } from './service-lines.tsx';
import { lineWords, tagOf } from './state-tag.ts';
import { Unbroken } from '../ui/unbroken.tsx';

export function PostItem({ row: { service, line, post } }: { readonly row: PostRow }): VNode {
  const { status, names, specialty } = useOffer();
  const state = stateOf([{ posts: [post] }]);
  const tag = tagOf(state, status(), names());
  const reserved = line.reservedFor === null ? null : specialty(line.reservedFor);
  return (
    <OfferRow
      service={service.service}
      lead={service.elsewhere === null ? <PostHeart service={service} post={post} /> : null}
      under={
        <>
          <span>
            <Unbroken text={`n°\u00a0${post.post.number} · ${lineWords(line, reserved)}`} />
          </span>
          {service.elsewhere === null ? null : <span>{service.elsewhere}</span>}
        </>
      }
      state={state}
      counted={false}
      tag={tag}
      look={`offer-row-${tag.fill}`}
      which={`${post.post.number}, `}
      inside={() => <ServiceLines row={service} lines={[{ ...line, posts: [post], state }]} />}
    />
  );
}
