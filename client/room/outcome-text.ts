/** What is said of a choice that was not recorded. Pure. */
import { refusalText } from '../../machines/refusal-text.ts';
import type { RefusalNames } from '../../machines/refusal-text.ts';
import type { Outcome } from './choosing.ts';

export const outcomeTitle = (outcome: Outcome): string =>
  outcome.kind === 'refused' ? 'Choix refusé, rien n’est enregistré' : 'Réponse non reçue';

export function outcomeText(outcome: Outcome, names: RefusalNames, myTurn: boolean): string {
  if (outcome.kind === 'fault')
    return outcome.incident === null
      ? 'La connexion a pris fin avant la réponse. Rechargez la page\u00a0: elle dira si votre choix est enregistré.'
      : `Une erreur de notre côté a empêché cette action. Réessayez\u202f; si cela recommence, appelez l’ARS avec le numéro d’incident ${outcome.incident}.`;
  const recorded = outcome.refusal.code === 'ALREADY_CHOSEN';
  return [
    refusalText(outcome.refusal, names),
    ...(recorded ? [] : ['Rien n’est enregistré.']),
    ...(myTurn && outcome.refusal.code !== 'TOO_LATE' && outcome.refusal.code !== 'RETRY'
      ? ['Votre temps continue.']
      : []),
  ].join(' ');
}
