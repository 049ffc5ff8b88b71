/** The sentences that the room speaks to moderators (screens §6). Pure. */
import type { PublicSession } from '../../machines/session/public-state.ts';
import { plural } from '../ui/format.ts';

/** @param order «n° 135». */
export const callText = (order: string, seconds: number): string =>
  `Appel du ${order}, hors ligne. Absence dans ${plural(seconds, 'seconde', 'secondes')}.`;

export const noPostText = (order: string): string => `Aucun poste possible pour le ${order}. Passez le tour.`;

export function pauseText(paused: PublicSession['paused']): string {
  return `Session en pause.${reasonText(paused)} Le temps est arrêté.`;
}

function reasonText(paused: PublicSession['paused']): string {
  if (paused?.automatic === 'absences') return ' Absences en série.';
  if (paused?.automatic === 'incident') return ' Incident de notre côté.';
  const reason = paused?.reason ?? '';
  return reason === '' ? '' : ` Motif\u00a0: ${/[.!?]$/u.test(reason) ? reason : `${reason}.`}`;
}
