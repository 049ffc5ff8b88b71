/** Sends a change of the settings with what it was decided on, and keeps why it was not taken. */
import { useState } from 'preact/hooks';
import type { SettingsBody } from '../../api/desk-bodies.ts';
import type { AmphitheatreSettings, RecordedAct } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { announce } from '../ui/live-regions.tsx';
import { seenOf } from './settings.ts';

interface SettingsRefused {
  readonly text: string;
  /** Who changed them meanwhile, and when. */
  readonly changed?: RecordedAct;
}

interface Sender {
  readonly send: (body: SettingsBody, seen: AmphitheatreSettings) => Promise<void>;
  readonly sending: boolean;
  readonly refused: SettingsRefused | null;
}

/** @param then `read`: what they are now is to be read. */
export function useSettingsChange(
  path: string,
  then: { readonly done: () => void; readonly read: () => void },
): Sender {
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<SettingsRefused | null>(null);
  const send = async (body: SettingsBody, seen: AmphitheatreSettings): Promise<void> => {
    setSending(true);
    const answer = await call(path, { method: 'PUT', body: { ...body, on: seenOf(seen) } });
    setSending(false);
    if (answer.kind === 'ok') {
      announce('status', 'Réglages enregistrés.');
      then.read();
      return then.done();
    }
    const text = textOf(answer);
    setRefused({ text, ...(answer.kind === 'refused' && answer.changed && { changed: answer.changed }) });
    announce('alert', `Réglages non enregistrés. ${text}`);
    if (answer.kind === 'refused') then.read();
  };
  return { send, sending, refused };
}
