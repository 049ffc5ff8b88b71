/** `/notifications/reglages`: by which ways one wants to be told, the devices that push reaches, and installing the application. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Channel, NotificationKind } from '../../machines/notification-kinds.ts';
import type { NotificationSettings } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { call, textOf } from '../http/call.ts';
import { InstallCard } from '../install/install-card.tsx';
import { Card } from '../ui/card.tsx';
import { announce } from '../ui/live-regions.tsx';
import { Loading } from '../ui/loading.tsx';
import { Trouble } from '../ui/trouble.tsx';
import type { BellRealm } from './bells.ts';
import { DevicesCard } from './devices-card.tsx';
import { KIND_WORDS, WAY_OFF_WORDS } from './kind-words.ts';
import { OwnRealm } from './own-realm.tsx';
import { renewSubscription } from './push.ts';
import './settings-page.css';

export const NotificationPreferences = (): VNode => (
  <OwnRealm title="Réglages des notifications" path="/notifications/reglages">
    {(realm, email) => <Preferences key={email} realm={realm} />}
  </OwnRealm>
);

function Preferences({ realm }: { readonly realm: BellRealm }): VNode {
  const asked = useAsked<NotificationSettings>(`/me/notifications/settings?realm=${realm}`);
  const { value, trouble, again } = asked;
  // Of a device that is told: where nobody has asked for it, or it was turned off, looking at this page changes nothing.
  const key = (value?.devices.some(({ own }) => own) === true ? value.pushKey : null) ?? null;
  useEffect(() => {
    if (key !== null) void renewSubscription(realm, key);
  }, [realm, key]);
  return (
    <>
      <Trouble asked={asked} titles={['Réglages indisponibles', 'Réglages qui ne sont plus à jour']} />
      {value === null && trouble === null ? <Loading lines={8} /> : null}
      {value === null ? null : (
        <>
          <DevicesCard realm={realm} settings={value} onChange={again} />
          <KindsCard realm={realm} settings={value} />
        </>
      )}
      <InstallCard />
    </>
  );
}

interface KindsCardProps {
  readonly realm: BellRealm;
  readonly settings: NotificationSettings;
}

function KindsCard({ realm, settings }: KindsCardProps): VNode {
  return (
    <Card title="Ce que vous voulez recevoir">
      <p class="quiet">La cloche, en haut de chaque page, a toujours tout.</p>
      <ul class="kinds">
        {settings.kinds.map(({ kind, mail, push }) => (
          <li key={kind}>
            <p>
              <b>{KIND_WORDS[kind][0]}</b>
              <span class="kind-hint quiet small">{KIND_WORDS[kind][1]}</span>
            </p>
            <div class="kind-ways">
              <Way realm={realm} kind={kind} channel="mail" way={mail} />
              <Way realm={realm} kind={kind} channel="push" way={push} />
            </div>
          </li>
        ))}
        <li>
          <p>
            <b>Mot de passe, adresse</b>
            <span class="kind-hint quiet small">La sécurité de votre compte.</span>
          </p>
          <p class="small">
            Par mail, toujours envoyé&nbsp;: vous devez savoir ce qui est fait en votre nom.
          </p>
        </li>
      </ul>
    </Card>
  );
}

interface WayProps {
  readonly realm: BellRealm;
  readonly kind: NotificationKind;
  readonly channel: Channel;
  readonly way: NotificationSettings['kinds'][number]['mail'];
}

const CHANNEL_WORDS = { mail: 'Par mail', push: 'Sur mes appareils' } as const;

/** Kept at once; taken back where the server did not take it. */
function Way({ realm, kind, channel, way }: WayProps): VNode {
  const [wanted, setWanted] = useState(way.wanted);
  const [fault, setFault] = useState<string | null>(null);
  if (way.fixed !== null) return <p class="kind-fixed small quiet">{WAY_OFF_WORDS[way.fixed][channel]}</p>;
  const change = async (next: boolean): Promise<void> => {
    setWanted(next);
    const path = `/me/notifications/settings/${kind}/${channel}?realm=${realm}`;
    const answer = await call(path, { method: 'PUT', body: { wanted: next } });
    setFault(answer.kind === 'ok' ? null : textOf(answer));
    if (answer.kind === 'ok') announce('status', 'Réglage enregistré.');
    else setWanted(!next);
  };
  return (
    <div>
      <label class="kind-way">
        <input
          type="checkbox"
          checked={wanted}
          onChange={({ currentTarget }) => void change(currentTarget.checked)}
        />
        <span>
          {CHANNEL_WORDS[channel]}
          <span class="hidden-text">{`\u00a0: ${KIND_WORDS[kind][0]}`}</span>
        </span>
      </label>
      {fault === null ? null : <p role="alert">Non enregistré. {fault}</p>}
    </div>
  );
}
