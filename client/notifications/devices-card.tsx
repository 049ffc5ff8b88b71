/** This device: may it be woken, and what to do where not; and the others that are. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { NotificationSettings } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { browserName } from '../ui/browser-name.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { dayAndYear } from '../ui/format.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { announce } from '../ui/live-regions.tsx';
import type { BellRealm } from './bells.ts';
import { pushState, subscribe } from './push.ts';

interface DevicesCardProps {
  readonly realm: BellRealm;
  readonly settings: NotificationSettings;
  readonly onChange: () => void;
}

export function DevicesCard({ realm, settings: { pushKey, devices }, onChange }: DevicesCardProps): VNode {
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const isOn = pushState.value === 'on' && devices.some(({ own }) => own);
  const turnOn = async (key: string): Promise<void> => {
    setBusy(true);
    const done = await subscribe(realm, key);
    setBusy(false);
    setFault(done.kind === 'failed' ? done.text : null);
    if (done.kind === 'done') announce('status', 'Cet appareil vous préviendra.');
    onChange();
  };
  const turnOff = async (id: number): Promise<void> => {
    const answer = await call(`/me/push/${id}?realm=${realm}`, { method: 'DELETE' });
    setFault(answer.kind === 'ok' ? null : textOf(answer));
    if (answer.kind === 'ok') announce('status', 'Cet appareil ne vous préviendra plus.');
    onChange();
  };
  return (
    <Card title="Alertes sur vos appareils">
      {pushKey === null ? (
        <p>Ce site n’envoie pas de notifications aux appareils. La cloche et les mails vous préviennent.</p>
      ) : (
        <>
          <p>
            <Icon name={isOn ? 'bellRinging' : 'bell'} /> {isOn ? ON : STATE_WORDS[pushState.value]}
          </p>
          {!isOn && (pushState.value === 'ask' || pushState.value === 'on') ? (
            <Button icon="bellRinging" busy={busy} onClick={() => void turnOn(pushKey)}>
              {busy ? 'Un instant…' : 'Me prévenir sur cet appareil'}
            </Button>
          ) : null}
        </>
      )}
      {fault === null ? null : <p role="alert">{fault}</p>}
      {devices.length === 0 ? null : (
        <ul class="devices">
          {devices.map(({ id, device, since, own }) => (
            <li key={id} class="split">
              <span>
                <b>{browserName(device).name}</b>
                {own ? ' · cet appareil' : ''}
                <span class="quiet small"> depuis le {dayAndYear(since)}</span>
              </span>
              <Button kind="edge" onClick={() => void turnOff(id)}>
                Ne plus prévenir<span class="hidden-text">{`\u00a0: ${browserName(device).name}`}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const ON = 'Cet appareil vous prévient, même quand le site est fermé.';

const STATE_WORDS = {
  ask: 'Cet appareil ne vous prévient pas encore.',
  on: 'Cet appareil ne vous prévient pas encore.',
  refused:
    'Les notifications sont refusées dans votre navigateur. Autorisez-les dans ses réglages pour ce site, puis rechargez la page.',
  installFirst:
    'Sur iPhone et iPad, ajoutez d’abord le site à l’écran d’accueil (voir plus bas), puis ouvrez-le de là.',
  none: 'Ce navigateur ne sait pas vous prévenir hors de la page. Gardez Ma session ouverte le jour venu.',
} as const;
