/**
 * «Mes favoris», above the offer: in one's own order, what is gone in red and in its place, the button at my turn only.
 * «Voir tous les favoris» opens each on its posts, with earmarks and reservations (M §9.2, §10.1).
 */
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ServiceId } from '../../machines/ids.ts';
import type { OfferService } from '../offer/offer.ts';
import { useRoom } from '../room/room-context.ts';
import { useHeld } from '../ui/use-held.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { Loading } from '../ui/loading.tsx';
import { ArrangeList } from './arrange-list.tsx';
import { FavouriteItem } from './favourite-item.tsx';
import { favouriteRows, isPossible } from './favourite-rows.ts';
import type { FavouriteRow } from './favourite-rows.ts';
import { countWords, onlyWords } from './favourite-words.ts';
import { Keeping } from './keeping.tsx';
import { NoFavourites, NonePossible } from './no-favourites.tsx';
import { ReturnedNote } from './returned-note.tsx';
import { ChangeToast } from './toast.tsx';
import { useGone } from './use-gone.ts';
import { useKeptOffer } from './use-kept-offer.ts';
import './favourites.css';

/** So many are shown while waiting; at my turn all. */
const SHOWN = 5;
const NONE: readonly FavouriteRow[] = [];
const NO_SERVICES: readonly OfferService[] = [];

/** @param onSeeAll shows every post of a service in the offer below. */
export function FavouritesPanel({ onSeeAll }: { readonly onSeeAll: (service: ServiceId) => void }): VNode {
  const { favourites, offer, live, feed, standing, realm, rehearsal } = useRoom();
  const panel = useRef<HTMLElement>(null);
  const [arranging, setArranging] = useState(false);
  const [only, setOnly] = useState(false);
  const [whole, setWhole] = useState(false);
  const [posts, setPosts] = useState(false);
  const [list, services] = [favourites.list.value, offer.value];
  const rows = useMemo(
    () => (list === null || services === null ? NONE : favouriteRows(list, services)),
    [list, services],
  );
  const known = list !== null && services !== null;
  const goneAt = useGone(rows, known, live, feed);
  const arranges = favourites.arranges.value;
  const myTurn = standing.value?.moment.kind === 'myTurn';
  // Opened at my turn, unless the reader is past it: what is read below must not move.
  useEffect(() => {
    if (!myTurn) return;
    if ((panel.current?.getBoundingClientRect().bottom ?? 0) > 0) setWhole(true);
    if (panel.current?.contains(document.activeElement) !== true) setArranging(false);
  }, [myTurn]);
  const status = live.you.value?.status ?? 'classic';
  const keeping = favourites.keeping.value;
  useKeptOffer(favourites, rows, known && rehearsal === null ? { status, clock: live } : null);
  const wanted = only
    ? rows.filter(isPossible)
    : whole || rows.length <= SHOWN + 1
      ? rows
      : rows.slice(0, SHOWN);
  const { rows: shown, hold } = useHeld(wanted, rows, ({ key }) => key, `${only} ${whole} ${keysOf(rows)}`);
  const first = rows.find(isPossible)?.key;
  return (
    <section class="favourites" id="favoris" tabIndex={-1} aria-labelledby="favoris-titre" ref={panel}>
      <div class="split favourites-head">
        <div>
          <h2 id="favoris-titre">{realm === 'intern' ? 'Mes favoris' : 'Favoris de l’interne'}</h2>
          {rows.length === 0 ? null : <span class="quiet digits">{countWords(rows, status)}</span>}
        </div>
        {rows.length === 0 ? null : (
          <div class="favourites-buttons">
            {arranging ? null : (
              <button
                type="button"
                class={`ds-button button ${only ? 'button-plain' : 'button-edge'} favourites-only`}
                aria-pressed={only}
                title={onlyWords(status)}
                onClick={() => setOnly(!only)}
              >
                <Icon name="filter" />
                <span class={myTurn || !arranges ? '' : 'favourites-only-word'}>{onlyWords(status)}</span>
              </button>
            )}
            {!arranges ? null : arranging ? (
              <Button icon="check" onClick={() => setArranging(false)}>
                {myTurn ? 'Choisir dans mes favoris' : 'Terminé'}
              </Button>
            ) : myTurn ? null : (
              <Button kind="bare" icon="sort" onClick={() => setArranging(true)}>
                Ranger
              </Button>
            )}
          </div>
        )}
      </div>
      {myTurn && whole && !arranging && shown.length > SHOWN ? (
        <p>
          <a href="#offre">Aller à l’offre</a>
        </p>
      ) : null}
      {arranging ? null : keeping === 'offline' && arranges ? <Keeping /> : null}
      <ReturnedNote services={services ?? NO_SERVICES} />
      {list === null ? (
        <NotThere />
      ) : rows.length === 0 ? (
        <NoFavourites realm={realm} offerHref="#offre" myTurn={myTurn} />
      ) : arranging ? (
        <ArrangeList rows={rows} onSeeAll={onSeeAll} />
      ) : shown.length === 0 ? (
        <NonePossible offerHref="#offre" />
      ) : (
        <ol class="offer-list" {...hold}>
          {shown.map(row => (
            <li key={row.key}>
              <FavouriteItem
                row={row}
                first={row.key === first}
                goneAt={goneAt.get(row.key) ?? null}
                unfolded={posts}
                onSeeAll={onSeeAll}
              />
            </li>
          ))}
        </ol>
      )}
      {arranging || rows.length === 0 ? null : (
        <div class="row">
          <Button
            kind="bare"
            icon={posts ? 'chevronUp' : 'chevronDown'}
            aria-pressed={posts}
            onClick={() => {
              setPosts(!posts);
              if (!posts) setWhole(true);
            }}
          >
            Voir tous les favoris ({rows.length})
          </Button>
          {only || rows.length <= SHOWN + 1 ? null : (
            <Button kind="bare" onClick={() => setWhole(!whole)}>
              {whole ? 'Les premiers seulement' : `Et ${rows.length - SHOWN} autres`}
            </Button>
          )}
        </div>
      )}
      <ChangeToast services={services ?? NO_SERVICES} quiet={myTurn} />
    </section>
  );
}

/** The order that is asked for: one's own moves are not held back. */
const keysOf = (rows: readonly FavouriteRow[]): string => rows.map(({ key }) => key).join();

function NotThere(): VNode {
  const { favourites, live } = useRoom();
  const trouble = favourites.trouble.value;
  const unknown = live.view.value === null; // not connected yet: nothing is known of the amphitheatre
  if (unknown || (favourites.open.value === true && trouble === null)) return <Loading lines={3} />;
  return (
    <p class="favourites-none">
      {trouble ?? 'Vos favoris s’ouvrent avec l’amphithéâtre. D’ici là, parcourez l’offre.'}
    </p>
  );
}
