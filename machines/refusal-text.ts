/** The French sentence of a refusal: what stands in the way, and what to do next where there is something to do. */
import type { Missing, Refusal } from './refusal.ts';

const MISSING: Readonly<Record<Missing, string>> = {
  callList: 'la liste d’appel',
  callListPublished: 'la publication de la liste d’appel',
  offer: 'l’offre de postes',
  offerPublished: 'la publication de l’offre',
  cut: 'le découpage en sessions',
  startTime: 'l’heure de chaque session',
};

const STATES: Readonly<Record<string, string>> = {
  draft: 'non validée',
  validated: 'validée',
  open: 'ouverte',
  running: 'en cours',
  paused: 'en pause',
  closed: 'terminée',
};

/** Whole sentences, without names: screens that hold the directory say more. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.code) {
    case 'WRONG_STATE':
      return `Cette action n’est pas possible\u202f: la session est ${STATES[refusal.state] ?? refusal.state}.`;
    case 'NOT_READY':
      return `Il manque\u00a0: ${refusal.missing.map(missing => MISSING[missing]).join(', ')}.`;
    case 'EARLIER_SESSION_OPEN':
      return `La session n°\u00a0${refusal.number} n’est pas terminée\u202f: fermez-la d’abord.`;
    case 'STILL_TO_CHOOSE':
      return `${refusal.count} internes n’ont pas encore choisi. Confirmez ce nombre et donnez un motif pour terminer la session.`;
    case 'ALREADY_STARTED':
      return 'Une session de cet amphithéâtre a déjà commencé.';
    case 'REASON_REQUIRED':
      return 'Un motif est nécessaire.';
    case 'STALE':
      return 'La situation a changé entre-temps\u202f: rien n’a été fait. Regardez de nouveau avant de recommencer.';
    case 'NOT_YOUR_TURN':
      return refusal.ahead === null
        ? 'Ce n’est pas votre tour.'
        : `Ce n’est pas encore votre tour\u00a0: ${refusal.ahead} ${refusal.ahead > 1 ? 'internes' : 'interne'} avant vous.`;
    case 'PAUSED':
      return 'Session en pause, vous pourrez choisir à la reprise.';
    case 'TOO_LATE':
      return 'Choix reçu après la fin de votre tour.';
    case 'ALREADY_CHOSEN':
      return 'Un choix est déjà enregistré.';
    case 'HELD_BY_MANDATARY':
      return 'C’est la personne mandatée qui choisit.';
    case 'FILLED':
      return 'Pourvu.';
    case 'FILLED_BY_BETTER_RANK':
      return 'Pourvu par un interne mieux classé.';
    case 'RESERVED':
      return 'Réservé à un autre DES.';
    case 'BLOCKED':
      return 'Retiré de l’offre par l’ARS.';
    case 'NOT_FREE':
      return 'Ce poste est pourvu\u202f: il ne peut être ni retiré ni remis.';
    case 'UNKNOWN_POST':
      return 'Ce poste n’est pas dans l’offre de l’amphithéâtre.';
    case 'UNKNOWN_PERSON':
      return 'Cette personne n’est pas sur la liste d’appel.';
    case 'UNKNOWN_SESSION':
      return 'Cette session n’existe pas.';
    case 'NOT_ABSENT':
      return 'Il n’y a pas de tour à reprendre.';
    case 'RETURN_BY_MODERATOR_ONLY':
      return 'L’ARS seule peut rappeler à ce tour\u202f: contactez-la.';
    case 'FORBIDDEN':
      return 'Ce compte ne permet pas cette action.';
    case 'RETRY':
      return 'Enregistrement impossible pour l’instant\u00a0: le temps est arrêté, le vôtre est gardé. Réessayez dans un instant.';
    default:
      return refusal satisfies never;
  }
}
