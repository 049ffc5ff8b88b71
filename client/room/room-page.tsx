/** «Ma session» of an intern and of the holder of a mandate: signs in first, follows the amphitheatre, opens the room. */
import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import { useEffect, useMemo } from 'preact/hooks';
import type { SessionId } from '../../machines/ids.ts';
import type { FavouritesLife } from '../favourites/favourites-life.ts';
import { heldFavourites } from '../favourites/held.ts';
import { loadMe, me } from '../http/account.ts';
import type { Identity } from '../http/answers.ts';
import { held } from '../live/held.ts';
import type { Live } from '../live/live.ts';
import { OfferContext } from '../offer/offer-context.ts';
import { NoAmphitheatre } from '../pages/no-amphitheatre.tsx';
import { Loading } from '../ui/loading.tsx';
import { roomHref } from '../ui/navigation.ts';
import { titleOf } from '../ui/session-name.ts';
import { Page } from '../ui/page.tsx';
import { SignInFirst } from '../ui/sign-in-first.tsx';
import { useLive } from '../ui/use-live.ts';
import { choosingLife } from './choosing.ts';
import { feedLife } from './feed-life.ts';
import { roomModel } from './model.ts';
import { offerPlace } from './offer-place.tsx';
import { RoomContext } from './room-context.ts';
import type { Room } from './room-context.ts';
import { RoomView } from './room-view.tsx';

type RoomRealm = 'intern' | 'mandatary';

export const MySession = (): VNode => <RoomPage realm="intern" rehearsal={null} />;
export const ProxySession = (): VNode => <RoomPage realm="mandatary" rehearsal={null} />;

/** `/amphi-blanc/:session`, with `?compte=mandatary` for the holder of a mandate. */
export function RehearsalRoom(): VNode {
  const { params, query } = useRoute();
  const realm = query['compte'] === 'mandatary' ? 'mandatary' : 'intern';
  return <RoomPage realm={realm} rehearsal={Number(params['session']) as SessionId} />;
}

interface RoomPageProps {
  readonly realm: RoomRealm;
  readonly rehearsal: SessionId | null;
}

function RoomPage({ realm, rehearsal }: RoomPageProps): VNode {
  const identity = me.value?.[realm] ?? null;
  const followed = useLive(rehearsal === null ? null : (identity?.amphitheatre ?? null), realm, rehearsal);
  const live = rehearsal === null ? held[realm].value : followed;
  const favourites = heldFavourites[realm].value;
  if (identity !== null && live !== null && favourites !== null && identity.person !== null)
    return (
      <OpenRoom
        key={`${identity.person} ${rehearsal}`}
        live={live}
        favourites={favourites}
        realm={realm}
        rehearsal={rehearsal}
        identity={identity}
      />
    );
  const title = titleOf(realm === 'intern' ? 'Ma session' : 'Procuration', rehearsal !== null);
  return (
    <Page title={title}>
      <h1>{title}</h1>
      {me.value === null ? (
        <Loading lines={4} />
      ) : (
        <NoRoom realm={realm} rehearsal={rehearsal} identity={identity} />
      )}
    </Page>
  );
}

/** Somebody forgotten is added, a mandate is accepted: it shows here without a reload. */
const LOOK_AGAIN_MS = 5_000;

function NoRoom({
  realm,
  rehearsal,
  identity,
}: RoomPageProps & { readonly identity: Identity | null }): VNode {
  const waits = identity !== null && identity.amphitheatre === null;
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setInterval(() => void (document.hidden || loadMe()), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [waits]);
  if (identity === null) return <SignInFirst realm={realm} back={roomHref(realm, rehearsal)} />;
  if (identity.amphitheatre !== null) return <Loading lines={6} />;
  return <NoAmphitheatre realm={realm} why="Votre nom n’est dans aucune liste d’appel." />;
}

const TICK_MS = 200;

interface OpenRoomProps {
  readonly live: Live;
  readonly favourites: FavouritesLife;
  readonly realm: RoomRealm;
  readonly rehearsal: SessionId | null;
  readonly identity: Identity;
}

function OpenRoom({ live, favourites, realm, rehearsal, identity }: OpenRoomProps): VNode | null {
  const { person } = identity;
  const room = useMemo(() => {
    if (person === null) return null;
    const model = roomModel(live, realm, identity, person);
    return {
      ...model,
      rehearsal,
      life: choosingLife(live),
      feed: feedLife(model, rehearsal !== null),
      favourites,
      given: signal<Room['given']['value']>(null),
    };
  }, [live, favourites, realm, rehearsal, identity, person]);
  const place = useMemo(() => room && offerPlace(room), [room]);
  useEffect(() => () => room?.feed.close(), [room]);
  useEffect(() => {
    if (!room) return undefined;
    const timer = setInterval(() => {
      room.now.value = live.now();
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [room, live]);
  if (!room) return null;
  return (
    <RoomContext.Provider value={room}>
      <OfferContext.Provider value={place}>
        <RoomView />
      </OfferContext.Provider>
    </RoomContext.Provider>
  );
}
