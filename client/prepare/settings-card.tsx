/** The settings of the sessions, and changing them until they start. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SettingsBody } from '../../api/desk-bodies.ts';
import { ActNote } from '../desk/act-note.tsx';
import { DialogFoot } from '../desk/dialog-foot.tsx';
import { useDeskAct } from '../desk/use-desk-act.ts';
import type { AmphitheatreSettings } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Facts } from '../ui/facts.tsx';
import { Field } from '../ui/field.tsx';
import { number } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { SETTING_LIMITS } from '../../machines/session/settings-limits.ts';
import {
  faultOf,
  NUMBERS,
  SETTING_WORDS,
  settingRows,
  settingsFixed,
  settingsScope,
  settingsTyped,
  typedOf,
} from './settings.ts';
import './settings-card.css';

export function SettingsCard({ amphitheatre }: { readonly amphitheatre: number }): VNode {
  const path = `/desk/amphitheatres/${amphitheatre}/settings`;
  const asked = useAsked<AmphitheatreSettings>(path);
  const { value, trouble, again } = asked;
  const [asking, setAsking] = useState(false);
  const { perform, sending, note, dismiss } = useDeskAct();
  const send = async (body: SettingsBody): Promise<void> => {
    await perform(path, { method: 'PUT', body }, 'Réglages enregistrés.');
    setAsking(false);
    again();
  };
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
      <ActNote note={note} onSeen={dismiss} />
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
        <SettingsDialog
          settings={value}
          busy={sending}
          onClose={() => setAsking(false)}
          onSettings={body => void send(body)}
        />
      ) : null}
    </Card>
  );
}

interface SettingsDialogProps {
  readonly settings: AmphitheatreSettings;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSettings: (body: SettingsBody) => void;
}

function SettingsDialog({ settings, busy, onClose, onSettings }: SettingsDialogProps): VNode {
  const [typed, setTyped] = useState(() => typedOf(settings));
  const [tries, setTries] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  // The form is longer than a screen: what is wrong may be out of sight.
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [tries]);
  return (
    <Dialog title="Réglages des sessions" onClose={onClose}>
      <form
        ref={form}
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          setTries(tries + 1);
          const body = settingsTyped(typed);
          if (body !== null && !busy) onSettings(body);
        }}
      >
        <p class="quiet">{settingsScope(settings)}</p>
        {NUMBERS.map(setting => (
          <Field
            key={setting}
            label={SETTING_WORDS[setting][0]}
            hint={`${SETTING_WORDS[setting][1]} De ${number(SETTING_LIMITS[setting].min)} à ${number(SETTING_LIMITS[setting].max)}.`}
            type="number"
            inputMode="numeric"
            min={SETTING_LIMITS[setting].min}
            max={SETTING_LIMITS[setting].max}
            value={typed[setting]}
            fault={tries > 0 ? faultOf(setting, typed[setting]) : null}
            onInput={event => setTyped({ ...typed, [setting]: event.currentTarget.value })}
          />
        ))}
        <label class="one-of-choice">
          <input
            type="checkbox"
            checked={typed.scheduledStart}
            onChange={event => setTyped({ ...typed, scheduledStart: event.currentTarget.checked })}
          />
          <span>Démarrer à l’heure, si l’ARS est dans la salle</span>
        </label>
        <DialogFoot act="Enregistrer" icon="check" busy={busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
