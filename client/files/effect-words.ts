/** What a correction would do, a sentence each: shown before it is done, and said once it is. Pure. */
import { callOrderText } from '../../machines/call-order-text.ts';
import type { Ms } from '../../machines/ids.ts';
import type { RosterEffect } from '../http/answers.ts';
import { plural } from '../ui/format.ts';
import { moment } from './file-rows.ts';

const NOTHING = 'Rien ne change au rang ni à l’ordre d’appel.';

export function effectLines(effect: RosterEffect): readonly string[] {
  const { amphitheatre, theoreticalPromotion, localHeadcount, updatedRank, callOrder, startsAt } = effect;
  const lines = [
    differs(amphitheatre) && `Amphithéâtre\u00a0: ${amphitheatre.after}, au lieu de ${amphitheatre.before}.`,
    differs(theoreticalPromotion) &&
      `Promotion théorique\u00a0: ${theoreticalPromotion.after}, au lieu de ${theoreticalPromotion.before}.`,
    differs(localHeadcount) &&
      `Effectif local\u00a0: ${localHeadcount.after}, au lieu de ${localHeadcount.before}.`,
    differs(updatedRank) && `Passe du rang actualisé ${updatedRank.before} au rang ${updatedRank.after}.`,
    differs(callOrder) &&
      `Passe de l’ordre d’appel n°\u00a0${orderOf(callOrder.before)} au n°\u00a0${orderOf(callOrder.after)}.`,
    differs(startsAt) &&
      `Heure de sa session\u00a0: ${hourOf(startsAt.after)}, au lieu de ${hourOf(startsAt.before)}.`,
    effect.othersHeadcount > 0 &&
      `L’effectif local change aussi pour ${others(effect.othersHeadcount)} de la même promotion et du même groupe.`,
    effect.othersOrder > 0 && `L’ordre d’appel change pour ${others(effect.othersOrder)}.`,
    effect.othersHour > 0 &&
      `L’heure de session change pour ${others(effect.othersHour)}, prévenus par mail si les horaires sont publiés.`,
  ].filter(line => line !== false);
  return lines.length === 0 ? [NOTHING] : lines;
}

const differs = ({ before, after }: { readonly before: unknown; readonly after: unknown }): boolean =>
  before !== after;
const orderOf = (order: number | null): string => (order === null ? '—' : callOrderText(order));
const hourOf = (at: Ms | null): string => (at === null ? 'à fixer' : moment(at));
const others = (count: number): string => plural(count, 'autre interne', 'autres internes');
