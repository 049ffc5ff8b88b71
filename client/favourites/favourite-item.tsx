/** One favourite as it is read and chosen: its number, and the state of what it stands for; gone ones in red, in place. */
import type { VNode } from 'preact';
import { hour } from '../../machines/french-time.ts';
import type { Ms, ServiceId } from '../../machines/ids.ts';
import { refusalNames } from '../room/model.ts';
import { OfferRow } from '../offer/offer-row.tsx';
import { useRoom } from '../room/room-context.ts';
import { ServiceLines } from '../offer/service-lines.tsx';
import { tagOf } from '../offer/state-tag.ts';
import type { StateTag } from '../offer/state-tag.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { isGone } from './favourite-rows.ts';
import type { FavouriteRow } from './favourite-rows.ts';
import { kindWords } from './favourite-words.ts';
import { Unbroken } from '../ui/unbroken.tsx';

interface FavouriteItemProps {
  readonly row: FavouriteRow;
  /** The first that may be chosen: its green edge is a hint, never a selection. */
  readonly first: boolean;
  /** When it went, where this page saw it go. */
  readonly goneAt: Ms | null;
  /** «Voir tous les favoris»: each on its posts. */
  readonly unfolded: boolean;
  readonly onSeeAll: (service: ServiceId) => void;
}

export function FavouriteItem({ row, first, goneAt, unfolded, onSeeAll }: FavouriteItemProps): VNode {
  const { live, favourites } = useRoom();
  const status = live.you.value?.status ?? 'classic';
  const tag = favouriteTag(tagOf(row.state, status, refusalNames(live.directory.value)));
  const gone = isGone(row);
  const { service, lines, number, single } = row;
  const others = seatsIn(service.lines) > seatsIn(lines);
  const look = gone ? 'favourite-gone' : first ? 'offer-row-none favourite-first' : `offer-row-${tag.fill}`;
  return (
    <OfferRow
      service={service.service}
      lead={
        <span class="favourite-number digits">
          <span class="hidden-text">Favori n°&nbsp;</span>
          {number}
        </span>
      }
      under={<Kind row={row} />}
      state={row.state}
      tag={tag}
      counted={!single}
      look={look}
      which={single ? `${lines[0]?.posts[0]?.post.number ?? ''}, ` : ''}
      tone={gone ? 'filled' : 'plain'}
      aside={gone && goneAt !== null ? <b class="digits">à {hour(goneAt)}</b> : null}
      unfolded={unfolded}
      inside={() => (
        <>
          <ServiceLines row={service} lines={lines} />
          <div class="row favourite-acts">
            {others ? (
              <Button kind="bare" icon="hospital" onClick={() => onSeeAll(service.service.id)}>
                Voir tous les postes de ce service
              </Button>
            ) : null}
            {!favourites.arranges.value ? null : (
              <Button
                kind="bare"
                icon="trash"
                onClick={() => favourites.change({ kind: 'remove', of: row.of })}
              >
                Retirer de mes favoris
              </Button>
            )}
          </div>
        </>
      )}
    />
  );
}

const seatsIn = (lines: FavouriteRow['lines']): number => lines.flatMap(({ posts }) => posts).length;

/** What is hatched in the offer is red here. */
export const favouriteTag = (tag: StateTag): StateTag =>
  tag.fill === 'hatch' ? { ...tag, kind: 'filled', icon: 'circleXFilled' } : tag;

export function Kind({ row }: { readonly row: FavouriteRow }): VNode | null {
  const words = kindWords(row);
  if (words === null) return null;
  return (
    <span class="offer-earmark">
      <Icon name="armchair" /> <Unbroken text={words} />
    </span>
  );
}
