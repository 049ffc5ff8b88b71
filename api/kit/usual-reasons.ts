/**
 * Reasons that moderators give most, offered in their dialogs: settings, French by default. They name nobody and hold
 * no health fact; those of a pause are read by everybody.
 */
import { visibleText } from '../../machines/visible-text.ts';

export interface UsualReasons {
  readonly pause: readonly string[];
  readonly absence: readonly string[];
  readonly callBack: readonly string[];
  readonly close: readonly string[];
}

/** As the settings write them: one after the other, a semicolon between. */
export const USUAL_PAUSE_REASONS =
  'Un interne n’arrive pas à se connecter, nous l’appelons.; Nous répondons à une question.; Incident technique, nous revenons vite.; Pause prévue, reprise à l’heure annoncée.';
export const USUAL_ABSENCE_REASONS = 'Pas de réponse au téléphone.; L’interne a demandé à passer son tour.';
export const USUAL_CALL_BACK_REASONS = 'L’interne nous a appelés.; La connexion est rétablie.';
export const USUAL_CLOSE_REASONS =
  'La suite est reportée à la session suivante.; Incident technique, la session ne peut pas continuer.';

const LONGEST_REASON = 500; // characters, as a reason that is typed

/** Null where there is none, or one that no dialog could send. */
export function parseReasons(value: string): readonly string[] | null {
  const reasons = value
    .split(';')
    .map(visibleText)
    .filter(reason => reason !== '');
  return reasons.length > 0 && reasons.every(({ length }) => length <= LONGEST_REASON) ? reasons : null;
}
