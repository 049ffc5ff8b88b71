/** What one's other account has to say in this room: its turn, or that it is near. Pure. */
import type { Moment } from './moment.ts';

/** @param chosenFor whom the other account chooses for; null: oneself. @returns null where nothing calls. */
export function otherTurn(
  moment: Moment,
  chosenFor: string | null,
): { readonly now: boolean; readonly title: string } | null {
  const whose = chosenFor === null ? 'pour vous-même' : `pour ${chosenFor}`;
  if (moment.kind === 'myTurn') return { now: true, title: `C’est à vous de choisir ${whose}` };
  if (moment.kind !== 'inLine' || !moment.soon) return null;
  return { now: false, title: `C’est bientôt votre tour ${whose}` };
}
