/** Sound and notifications of the room: tested by a gesture, cut by another, their state in words (screens §1.9). */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Reach } from '../notifications/reach.ts';
import { settingsHref } from '../notifications/top-bell.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { beTold } from './be-told.ts';
import { notifier } from './notifier.ts';
import { useRoom } from './room-context.ts';
import { NOTES } from './signals.ts';
import { mute, sound, testSound } from './sound.ts';
import type { SoundState } from './sound.ts';

const SOUNDS: Readonly<Record<SoundState, string>> = {
  untested: 'À activer',
  on: 'Activé',
  muted: 'Coupé',
  none: 'Indisponible sur ce navigateur',
};

export const SoundWord = (): VNode => (
  <>
    <Icon name={sound.value === 'on' ? 'volume' : 'volumeOff'} /> {SOUNDS[sound.value]}
  </>
);

interface SoundSettingsProps {
  /** Null: not known, or of no use yet. */
  readonly reach: Reach | null;
  readonly onTold: () => void;
}

export function SoundSettings({ reach, onTold }: SoundSettingsProps): VNode {
  const { realm } = useRoom();
  const [fault, setFault] = useState<string | null>(null);
  const tell = async (): Promise<void> => {
    setFault(await beTold(realm));
    onTold();
  };
  return (
    <div class="sound-settings">
      {sound.value === 'none' ? null : (
        <Button kind="edge" icon="bell" onClick={() => void testSound(NOTES.myTurn)}>
          {sound.value === 'on' ? 'Tester le son' : 'Activer et tester le son'}
        </Button>
      )}
      {sound.value === 'on' ? (
        <Button kind="edge" icon="volumeOff" onClick={mute}>
          Couper le son
        </Button>
      ) : null}
      {notifier.value === 'ask' || (notifier.value === 'on' && reach === 'asleep') ? (
        <Button kind="edge" icon="bellRinging" onClick={() => void tell()}>
          Me prévenir aussi hors de cette page
        </Button>
      ) : null}
      {fault === null ? null : (
        <p class="small" role="alert">
          {fault}
        </p>
      )}
      {notifier.value === 'refused' ? (
        <p class="small quiet">
          Les notifications sont refusées dans votre navigateur : gardez cette page à l’écran.
        </p>
      ) : null}
      {notifier.value === 'on' ? (
        <p class="small">
          <a href={settingsHref(realm)}>Alertes sur vos appareils</a>
        </p>
      ) : null}
    </div>
  );
}
