/** The favourites to be arranged: a number field, arrows, a grip and more per row; Alt + ↑ ↓ and Alt + Début from anywhere in a row (screens §5). */
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { favouriteKey } from '../../machines/favourites.ts';
import type { ServiceId } from '../../machines/ids.ts';
import { useOffer } from '../offer/offer-context.ts';
import { tagOf } from '../offer/state-tag.ts';
import { ArrangeItem } from './arrange-item.tsx';
import { favouriteTag } from './favourite-item.tsx';
import { isGone } from './favourite-rows.ts';
import type { FavouriteRow } from './favourite-rows.ts';
import { Keeping } from './keeping.tsx';
import { Still } from '../ui/still.tsx';
import { useDrag } from './use-drag.ts';
import { useFavourites } from './use-favourites.ts';
import { useFollowedMove } from './use-followed-move.ts';

interface ArrangeListProps {
  readonly rows: readonly FavouriteRow[];
  /** With the posts of each. */
  readonly whole?: boolean;
  readonly onSeeAll: ((service: ServiceId) => void) | null;
}

export function ArrangeList({ rows, whole = false, onSeeAll }: ArrangeListProps): VNode {
  const favourites = useFavourites();
  const { status, names } = useOffer();
  const list = useRef<HTMLOListElement>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const order = rows.map(({ key }) => key);
  const follow = useFollowedMove(list, order.join());
  const all = favourites.list.value ?? [];
  const arranges = favourites.arranges.value;
  const last = favourites.last.value?.change ?? null;
  const movedKey = last?.kind === 'move' ? favouriteKey(last.of) : null;
  const move = ({ key, of, number }: FavouriteRow, to: number, pressed: Element | null): void => {
    const place = Math.min(Math.max(1, to), all.length);
    if (place === number) return;
    const name = pressed?.getAttribute('data-act') ?? 'number';
    if (pressed !== null) follow(key, pressed, [`[data-act="${name}"]`, '[data-act="number"]']);
    favourites.change({ kind: 'move', of, to: place });
  };
  useDrag(list, arranges ? all.map(favouriteKey) : [], (key, to) => {
    const row = rows.find(one => one.key === key);
    if (row !== undefined) move(row, to, null);
  });
  return (
    <>
      {arranges ? <Keeping /> : null}
      {arranges ? (
        <p class="quiet">
          Changez un numéro, utilisez les flèches, glissez une ligne par sa poignée, ou touchez un nom pour
          plus d’actions.
          <span class="favourites-keys"> Au clavier&nbsp;: Alt + ↑ ou ↓, Alt + Début pour la tête.</span>
        </p>
      ) : null}
      <ol class="offer-list" ref={list}>
        {rows.map(row => {
          const tag = favouriteTag(tagOf(row.state, status(), names()));
          const open = opened === row.key;
          const moved = row.key === movedKey;
          const seen = [row.number, all.length, tag.kind, tag.word, isGone(row), moved, arranges];
          return (
            <Still key={row.key} stamp={open || whole ? null : seen.join()}>
              <ArrangeItem
                row={row}
                tag={tag}
                of={all.length}
                open={open}
                whole={whole}
                moved={moved}
                arranges={arranges}
                onOpen={() => setOpened(before => (before === row.key ? null : row.key))}
                onMove={(to, pressed) => move(row, to, pressed)}
                onSeeAll={onSeeAll}
              />
            </Still>
          );
        })}
      </ol>
    </>
  );
}
