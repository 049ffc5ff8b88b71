/** The form of the settings: what another moderator changed meanwhile stands beside what was typed, which is never lost. */
import { Fragment } from 'preact';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { SETTING_LIMITS } from '../../machines/session/settings-limits.ts';
import { day, hour } from '../../machines/french-time.ts';
import { DialogFoot } from '../desk/dialog-foot.tsx';
import type { AmphitheatreSettings, RecordedAct } from '../http/answers.ts';
import { Alert } from '../ui/alert.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { number } from '../ui/format.ts';
import { Icon } from '../ui/icon/icon.tsx';
import {
  changedBetween,
  faultOf,
  NUMBERS,
  nowText,
  SETTING_WORDS,
  settingsScope,
  settingsTyped,
  typedAfter,
  typedOf,
} from './settings.ts';
import type { Typed } from './settings.ts';
import { useSettingsChange } from './use-settings-change.ts';

interface SettingsDialogProps {
  readonly path: string;
  /** As they were last read. */
  readonly settings: AmphitheatreSettings;
  /** Reads them again. */
  readonly again: () => void;
  readonly onClose: () => void;
}

export function SettingsDialog({ path, settings, again, onClose }: SettingsDialogProps): VNode {
  const [typed, setTyped] = useState(() => typedOf(settings));
  /** What the form was last brought up to: what a change is decided on. */
  const [seen, setSeen] = useState(settings);
  const [changed, setChanged] = useState<readonly (keyof Typed)[]>([]);
  const [tries, setTries] = useState(0);
  const { send, sending, refused } = useSettingsChange(path, { done: onClose, read: again });
  const form = useRef<HTMLFormElement>(null);
  // The form is longer than a screen: what is wrong may be out of sight.
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [tries]);
  useEffect(() => form.current?.scrollIntoView({ block: 'start' }), [refused]);
  useEffect(() => {
    if (seen === settings) return;
    const others = changedBetween(seen, settings);
    setChanged(before => [...new Set([...before, ...others])]);
    setTyped(typedAfter(typed, seen, settings));
    setSeen(settings);
  }, [settings]);
  const noteOf = (setting: keyof Typed): string | null =>
    changed.includes(setting) ? nowText(setting, typed, settings) : null;
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
          if (body !== null && !sending) void send(body, seen);
        }}
      >
        {refused === null ? null : (
          <Alert kind="refused" title="Réglages non enregistrés">
            <p>
              {refused.changed === undefined
                ? refused.text
                : `${changedText(refused.changed)} Regardez les valeurs signalées, puis enregistrez de nouveau.`}{' '}
              Votre saisie est gardée.
            </p>
          </Alert>
        )}
        <p class="quiet">{settingsScope(settings)}</p>
        {NUMBERS.map(setting => (
          <Fragment key={setting}>
            <Field
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
            <Changed note={noteOf(setting)} />
          </Fragment>
        ))}
        <label class="one-of-choice">
          <input
            type="checkbox"
            checked={typed.scheduledStart}
            onChange={event => setTyped({ ...typed, scheduledStart: event.currentTarget.checked })}
          />
          <span>Démarrer à l’heure, si l’ARS est dans la salle</span>
        </label>
        <Changed note={noteOf('scheduledStart')} />
        <DialogFoot act="Enregistrer" icon="check" busy={sending} onClose={onClose} />
      </form>
    </Dialog>
  );
}

const Changed = ({ note }: { readonly note: string | null }): VNode | null =>
  note === null ? null : (
    <p class="small">
      <Icon name="conflict" /> <b>{note}</b>
    </p>
  );

const changedText = ({ who, at }: RecordedAct): string =>
  `${who} les a changés entre-temps (${day(at)} à ${hour(at)}).`;
