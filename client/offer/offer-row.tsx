/** One row of the offer or of the favourites: a number or a heart, the name, the place, the state, the button; opens on what is in it. */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { DirectoryService } from '../../machines/directory.ts';
import { plural } from '../ui/format.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Ordinals } from '../ui/ordinals.tsx';
import { Pips } from '../ui/pips.tsx';
import { Tag } from '../ui/tag.tsx';
import type { SeatsState } from './offer.ts';
import { useOffer } from './offer-context.ts';
import type { StateTag } from './state-tag.ts';

interface OfferRowProps {
  readonly service: DirectoryService;
  /** At the row's head. */
  readonly lead: VNode | null;
  /** Under name and place: an earmark, a post's number. */
  readonly under: ComponentChildren;
  readonly state: SeatsState;
  readonly tag: StateTag;
  /** Of its own ground and edge. */
  readonly look: string;
  /** Which of several posts it is, for the button's spoken name. */
  readonly which?: string;
  /** Beside the seats: since when. */
  readonly aside?: ComponentChildren;
  readonly tone?: 'plain' | 'filled';
  /** Of a single post nothing is counted. */
  readonly counted?: boolean;
  /** Opened on its posts together with the others; each can be shut and opened by itself all the same. */
  readonly unfolded?: boolean;
  /** What it opens on. */
  readonly inside: () => VNode;
}

export function OfferRow({
  service,
  lead,
  under,
  state,
  tag,
  look,
  which = '',
  aside = null,
  tone = 'plain',
  counted = true,
  unfolded = false,
  inside,
}: OfferRowProps): VNode {
  const { choosing, chooseButton } = useOffer();
  const [turned, setTurned] = useState<boolean | null>(null);
  useEffect(() => setTurned(null), [unfolded]);
  const open = turned ?? unfolded;
  const id = useId();
  const myTurn = choosing();
  const kinds = myTurn && state.kinds > 1;
  const head = service.head === '' ? '' : `\u00a0· ${service.head.replace(/^(\S{1,3}) /u, '$1\u00a0')}`;
  return (
    <div class={`offer-row ${look}`}>
      <div class="offer-lead">{lead}</div>
      <div class="offer-body">
        <div class="offer-head">
          <button
            type="button"
            class="offer-open"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setTurned(!open)}
          >
            <span class="offer-name">
              <b>{service.name}</b>
              <span>
                {service.establishment} · <Ordinals text={service.city} />
                <span class="offer-wide">{head}</span>
              </span>
              {under}
            </span>
            <span class="offer-state">
              <Tag kind={tag.kind} icon={tag.icon}>
                {tag.word}
              </Tag>
              {tag.kind === 'reserved' || !counted || state.offered === 0 ? null : (
                <Pips filled={state.filled} offered={state.offered} word tone={tone} />
              )}
              {aside}
            </span>
            {myTurn && state.choosable !== null && !kinds ? null : (
              <span class="offer-chevron">
                {kinds ? (
                  <span class="offer-kinds">
                    {plural(state.kinds, 'sorte', 'sortes')}{' '}
                    <Icon name={open ? 'chevronUp' : 'chevronDown'} />
                  </span>
                ) : (
                  <Icon name={open ? 'chevronUp' : 'chevronDown'} />
                )}
              </span>
            )}
          </button>
          {myTurn && !kinds
            ? chooseButton(state, `${which}${service.name}, ${service.establishment}`, 'Choisir')
            : null}
        </div>
        <div id={id}>{open ? inside() : null}</div>
      </div>
    </div>
  );
}
