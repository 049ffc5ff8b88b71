/** Whether an intern's account may choose at all, before any question of turn or post: asked by the gateway and the room. */
import type { Refusal } from './refusal.ts';

export interface BeginningAccount {
  /** Signed up without the INE, and nobody has vouched for it since (domain §6). */
  readonly toBeConfirmed: boolean;
  /** A rehearsal counts for nothing: there everybody may. */
  readonly rehearsal: boolean;
}

/** Domain §6: sees everything and arranges favourites, may not choose nor give a mandate. */
export const mayAccountChoose = ({ toBeConfirmed, rehearsal }: BeginningAccount): Refusal | null =>
  toBeConfirmed && !rehearsal ? { code: 'TO_BE_CONFIRMED' } : null;
