/** One favourite as it is arranged, or read by the holder of a mandate. */
import type { VNode } from 'preact';
import type { ServiceId } from '../../machines/ids.ts';
import { ServiceLines } from '../offer/service-lines.tsx';
import type { StateTag } from '../offer/state-tag.ts';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { Ordinals } from '../ui/ordinals.tsx';
import { Tag } from '../ui/tag.tsx';
import { ArrangeActs } from './arrange-acts.tsx';
import { Kind } from './favourite-item.tsx';
import { isGone } from './favourite-rows.ts';
import type { FavouriteRow } from './favourite-rows.ts';
import { rowTitle } from './favourite-words.ts';
import { NumberField } from './number-field.tsx';
import { placeOfKey } from './place-of-key.ts';
import '../offer/offer.css';
import '../offer/offer-row.css';
import './arrange.css';

interface ArrangeItemProps {
  readonly row: FavouriteRow;
  readonly tag: StateTag;
  /** How many there are. */
  readonly of: number;
  readonly open: boolean;
  /** Its posts are shown, opened or not. */
  readonly whole: boolean;
  /** The last that was moved here. */
  readonly moved: boolean;
  readonly arranges: boolean;
  readonly onOpen: () => void;
  /** @param pressed keeps its place on the screen. */
  readonly onMove: (to: number, pressed: Element) => void;
  readonly onSeeAll: ((service: ServiceId) => void) | null;
}

export function ArrangeItem({
  whole,
  row,
  tag,
  of,
  open,
  moved,
  arranges,
  onOpen,
  ...acts
}: ArrangeItemProps): VNode {
  const { onMove, onSeeAll } = acts;
  const { number, service, single } = row;
  const { name, establishment, city } = service.service;
  const look = isGone(row) ? 'favourite-gone' : moved ? 'favourite-moved' : `offer-row-${tag.fill}`;
  const step = (act: 'up' | 'down', to: number, icon: IconName, word: string): VNode | null =>
    to < 1 || to > of ? null : (
      <button
        type="button"
        class="arrange-arrow"
        data-act={act}
        aria-label={`${word}\u00a0: ${rowTitle(row)}`}
        title={word}
        onClick={event => onMove(to, event.currentTarget)}
      >
        <Icon name={icon} />
      </button>
    );
  return (
    <li
      class={`offer-row arrange ${look}`}
      data-key={row.key}
      onKeyDown={event => {
        const to = arranges ? placeOfKey(event, number) : null;
        if (to === null || !(event.target instanceof Element)) return;
        event.preventDefault();
        onMove(to, event.target);
      }}
    >
      <div class="arrange-lead">
        {arranges ? (
          <NumberField number={number} of={of} title={rowTitle(row)} onMove={onMove} />
        ) : (
          <span class="favourite-number digits">
            <span class="hidden-text">Favori n°&nbsp;</span>
            {number}
          </span>
        )}
        {arranges ? (
          <span class="arrange-grip" data-grip aria-hidden="true">
            <Icon name="grip" />
          </span>
        ) : null}
      </div>
      <div class="offer-body">
        <button type="button" class="arrange-name" data-act="name" aria-expanded={open} onClick={onOpen}>
          <span class="offer-name">
            <b>{name}</b>
            <span>
              {establishment} · <Ordinals text={city} />
            </span>
            <Kind row={row} />
          </span>
          <Icon name={open ? 'chevronUp' : 'chevronDown'} />
        </button>
        <div class="arrange-foot">
          <Tag kind={tag.kind} icon={tag.icon}>
            {tag.word}
          </Tag>
          <span class="arrange-side">
            {single ? null : (
              <span class="arrange-whole">
                <Icon name="hospital" /> Tout le service
              </span>
            )}
            {open || !arranges ? null : (
              <span class="arrange-arrows">
                {step('up', number - 1, 'up', 'Monter')}
                {step('down', number + 1, 'down', 'Descendre')}
              </span>
            )}
          </span>
        </div>
      </div>
      {open ? (
        <ArrangeActs row={row} of={of} arranges={arranges} onMove={onMove} onSeeAll={onSeeAll} />
      ) : whole ? (
        <div class="arrange-inside">
          <ServiceLines row={service} lines={row.lines} />
        </div>
      ) : null}
    </li>
  );
}
