/**
 * «Mes favoris» (`/favoris`, with `?compte=mandatary` for the holder of a mandate): signs in first, then the whole list,
 * from the live offer or, without network, from what this device has kept.
 */
import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import { useMemo } from 'preact/hooks';
import { me } from '../http/account.ts';
import { held } from '../live/held.ts';
import type { Live } from '../live/live.ts';
import { OfferContext } from '../offer/offer-context.ts';
import type { OfferPlace } from '../offer/offer-context.ts';
import { NoAmphitheatre } from '../pages/no-amphitheatre.tsx';
import { refusalNames, roomModel, specialtyName } from '../room/model.ts';
import type { RoomModel } from '../room/model.ts';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { SignInFirst } from '../ui/sign-in-first.tsx';
import type { FavouritesLife } from './favourites-life.ts';
import { FavouritesView } from './favourites-view.tsx';
import { heldFavourites } from './held.ts';

type ListRealm = 'intern' | 'mandatary';

export function FavouritesPage(): VNode {
  const { query } = useRoute();
  const realm: ListRealm = query['compte'] === 'mandatary' ? 'mandatary' : 'intern';
  const title = realm === 'intern' ? 'Mes favoris' : 'Favoris de l’interne';
  const favourites = heldFavourites[realm].value;
  const live = held[realm].value;
  const model = useModel(live, realm);
  const place = useMemo(() => favourites && placeOf(realm, live, favourites), [realm, live, favourites]);
  return (
    <Page title={title}>
      <h1>{title}</h1>
      {favourites === null || place === null ? (
        <NoList realm={realm} />
      ) : (
        <OfferContext.Provider value={place}>
          <FavouritesView realm={realm} favourites={favourites} model={model} />
        </OfferContext.Provider>
      )}
    </Page>
  );
}

/** Null where the server has not said who is here. */
function useModel(live: Live | null, realm: ListRealm): RoomModel | null {
  const identity = me.value?.[realm] ?? null;
  const person = identity?.person ?? null;
  return useMemo(
    () =>
      live === null || identity === null || person === null ? null : roomModel(live, realm, identity, person),
    [live, realm, identity, person],
  );
}

/** Nobody chooses here: the room has the button. */
const placeOf = (realm: ListRealm, live: Live | null, favourites: FavouritesLife): OfferPlace => ({
  realm,
  status: () => live?.you.value?.status ?? favourites.offer.value?.status ?? 'classic',
  names: () => refusalNames(live?.directory.value ?? null),
  specialty: id => specialtyName(live?.directory.value ?? null, id),
  favourites,
  choosing: () => false,
  chooseButton: () => null,
});

function NoList({ realm }: { readonly realm: ListRealm }): VNode {
  if (me.value === null) return <Loading lines={6} />;
  const identity = me.value[realm];
  if (identity === null || identity === undefined) {
    const here = realm === 'intern' ? '/favoris' : '/favoris?compte=mandatary';
    return <SignInFirst realm={realm} back={here} />;
  }
  if (identity.amphitheatre !== null) return <Loading lines={6} />;
  return (
    <NoAmphitheatre
      realm={realm}
      why={'Votre nom n’est dans aucune liste d’appel\u00a0: il n’y a pas encore de poste à garder.'}
    />
  );
}
