/** A session that is paused, to everybody who watches it: since when, why, and that nobody loses anything by it. */
import type { VNode } from 'preact';
import { clockTime } from '../../machines/french-time.ts';
import type { PublicSession } from '../../machines/session/public-state.ts';
import { Alert } from './alert.tsx';

const AUTOMATIC = { absences: 'plusieurs absences de suite', incident: 'incident technique' } as const;

interface PauseNoteProps {
  readonly paused: NonNullable<PublicSession['paused']>;
}

export const PauseNote = ({ paused: { at, reason, automatic } }: PauseNoteProps): VNode => (
  <Alert kind="attention" icon="pause" title={`Session en pause depuis ${clockTime(at)}`}>
    {reason === null ? null : <p>{`«\u00a0${reason}\u00a0» —\u00a0l’ARS`}</p>}
    {reason !== null || automatic === null ? null : (
      <p>{`Pause automatique\u00a0: ${AUTOMATIC[automatic]}.`}</p>
    )}
    <p>Le temps est arrêté, personne ne perd sa place.</p>
  </Alert>
);
