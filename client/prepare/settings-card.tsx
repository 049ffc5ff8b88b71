/** The settings of the sessions, and changing them until they start. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { AmphitheatreSettings } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Loading } from '../ui/loading.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { settingRows, settingsFixed, settingsScope } from './settings.ts';
import { SettingsDialog } from './settings-dialog.tsx';
import './settings-card.css';

export function SettingsCard({ amphitheatre }: { readonly amphitheatre: number }): VNode {
  const path = `/desk/amphitheatres/${amphitheatre}/settings`;
  const asked = useAsked<AmphitheatreSettings>(path);
  const { value, trouble, again } = asked;
  const [asking, setAsking] = useState(false);
  return (
    <Card
      title="Réglages"
      aside={
        value === null || settingsFixed(value) ? null : (
          <Button kind="edge" onClick={() => setAsking(true)}>
            Modifier les réglages…
          </Button>
        )
      }
    >
      <Trouble asked={asked} titles={['Réglages indisponibles', 'Réglages qui ne sont plus à jour']} />
      {value === null ? (
        trouble === null ? (
          <Loading lines={4} />
        ) : null
      ) : (
        <>
          <p class="quiet">{settingsScope(value)}</p>
          <div class="settings-facts">
            <Facts rows={settingRows(value)} />
          </div>
        </>
      )}
      {asking && value !== null ? (
        <SettingsDialog path={path} settings={value} again={again} onClose={() => setAsking(false)} />
      ) : null}
    </Card>
  );
}
