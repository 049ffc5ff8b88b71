/** What is said of a choice that was not recorded. Pure. */
import { refusalText } from '../../machines/refusal-text.ts';
import type { RefusalNames } from '../../machines/refusal-text.ts';
import type { Outcome } from './choosing.ts';

export const outcomeTitle = (outcome: Outcome): string =>
  outcome.kind === 'fault'
    ? 'Réponse non reçue'
    : isInDoubt(outcome)
      ? 'Enregistrement impossible pour l’instant'
      : isRecorded(outcome)
        ? 'Un choix est déjà enregistré'
        : 'Choix refusé, rien n’est enregistré';

/** The record did not answer in time: it may still hold the choice once it is back, so nothing is said to be lost. */
export const isInDoubt = (outcome: Outcome): boolean =>
  outcome.kind === 'refused' && outcome.refusal.code === 'RETRY';

/** Another choice of this person stands: an earlier press whose answer was in doubt. */
export const isRecorded = (outcome: Outcome): boolean =>
  outcome.kind === 'refused' && outcome.refusal.code === 'ALREADY_CHOSEN';

/** As it is spoken, without the title. */
export const spokenOutcome = (outcome: Outcome, text: string): string =>
  outcome.kind === 'fault' || isInDoubt(outcome) || isRecorded(outcome) ? text : `Choix refusé. ${text}`;

export function outcomeText(outcome: Outcome, names: RefusalNames, myTurn: boolean): string {
  if (outcome.kind === 'fault')
    return outcome.incident === null
      ? 'La connexion a pris fin avant la réponse. Rechargez la page\u00a0: elle dira si votre choix est enregistré.'
      : `Une erreur de notre côté a empêché cette action. Réessayez\u202f; si cela recommence, appelez l’ARS avec le numéro d’incident ${outcome.incident}.`;
  if (isInDoubt(outcome))
    return 'Le temps est arrêté, le vôtre est gardé. Si votre choix a été reçu, il s’affichera ici\u202f; sinon, choisissez de nouveau quand le temps repart.';
  if (isRecorded(outcome)) return refusalText(outcome.refusal, names);
  return [
    refusalText(outcome.refusal, names),
    'Rien n’est enregistré.',
    ...(myTurn && outcome.refusal.code !== 'TOO_LATE' ? ['Votre temps continue.'] : []),
  ].join(' ');
}
