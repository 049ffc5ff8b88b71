/** «Ma session» of an intern and of the holder of a mandate: signs in first, follows the amphitheatre, opens the room. */
import type { VNode } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { me } from '../http/account.ts';
import type { Identity } from '../http/answers.ts';
import type { Live } from '../live/live.ts';
import { Contact } from '../pages/contact.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Empty, Loading } from '../ui/loading.tsx';
import { WORKPLACES } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { useLive } from '../ui/use-live.ts';
import { choosingLife } from './choosing.ts';
import { roomModel } from './model.ts';
import { RoomContext } from './room-context.ts';
import { RoomView } from './room-view.tsx';

type RoomRealm = 'intern' | 'mandatary';

export const MySession = (): VNode => <RoomPage realm="intern" />;
export const ProxySession = (): VNode => <RoomPage realm="mandatary" />;

function RoomPage({ realm }: { readonly realm: RoomRealm }): VNode {
  const identity = me.value?.[realm] ?? null;
  const live = useLive(identity?.amphitheatre ?? null, realm);
  if (identity !== null && live !== null && identity.person !== null)
    return <OpenRoom key={identity.person} live={live} realm={realm} identity={identity} />;
  const title = realm === 'intern' ? 'Ma session' : 'Procuration';
  return (
    <Page title={title}>
      <h1>{title}</h1>
      {me.value === null ? <Loading lines={4} /> : <NoRoom realm={realm} identity={identity} />}
    </Page>
  );
}

function NoRoom({
  realm,
  identity,
}: {
  readonly realm: RoomRealm;
  readonly identity: Identity | null;
}): VNode {
  if (identity === null)
    return (
      <Empty icon="lock" title="Connectez-vous pour ouvrir cette page">
        <LinkButton
          href={`/connexion?compte=${realm}&vers=${encodeURIComponent(WORKPLACES[realm].href)}`}
          icon="user"
        >
          Se connecter
        </LinkButton>
      </Empty>
    );
  if (identity.amphitheatre !== null) return <Loading lines={6} />;
  return (
    <Empty icon="calendarOff" title="Aucun amphithéâtre pour ce semestre">
      <p>
        {realm === 'intern'
          ? 'Votre nom n’est dans aucune liste d’appel.'
          : 'Aucune procuration n’est en vigueur pour ce compte.'}
      </p>
      <Contact />
    </Empty>
  );
}

const TICK_MS = 200;

interface OpenRoomProps {
  readonly live: Live;
  readonly realm: RoomRealm;
  readonly identity: Identity;
}

function OpenRoom({ live, realm, identity }: OpenRoomProps): VNode | null {
  const { person } = identity;
  const room = useMemo(
    () => person && { ...roomModel(live, realm, identity, person), life: choosingLife(live) },
    [live, realm, identity, person],
  );
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
      <RoomView />
    </RoomContext.Provider>
  );
}
