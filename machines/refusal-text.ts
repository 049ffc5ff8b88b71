/**
 * The one place where a refusal becomes a French sentence (screens, problem+json, the desk's conflict banner).
 * It says what is and, where something can be done, what to do next; "Rien n’est enregistré." is added by screens.
 */
import { clockTime } from './french-time.ts';
import type { PostId, SpecialtyId } from './ids.ts';
import type { Missing, Refusal } from './refusal.ts';

/** Names behind ids, where the caller has them: without them the sentence stays right, only shorter. */
export interface RefusalNames {
  readonly specialty?: (id: SpecialtyId) => string | null;
  /** «Chirurgie viscérale, Hôpital Cochin». */
  readonly post?: (id: PostId) => string | null;
}

export function refusalText(refusal: Refusal, names: RefusalNames = {}): string {
  switch (refusal.code) {
    case 'WRONG_STATE':
      return `Cette action n’est pas possible\u00a0: ${stateText(refusal.state)}.`;
    case 'NOT_READY':
      return `Il manque encore\u00a0: ${refusal.missing.map(part => MISSING[part]).join(', ')}.`;
    case 'EARLIER_SESSION_OPEN':
      return `La session ${refusal.number} n’est pas close. Fermez-la avant de démarrer celle-ci.`;
    case 'LATER_SESSION_OPEN':
      return `La session ${refusal.number} n’est pas close. Les affectations se font après la dernière session.`;
    case 'REHEARSAL_OPEN':
      return `L’amphi blanc ${refusal.number} n’est pas terminé. Terminez-le, ou retirez-le s’il n’a pas commencé.`;
    case 'STILL_TO_CHOOSE':
      return stillToChoose(refusal.count);
    case 'ALREADY_STARTED':
      return 'Une session de cet amphithéâtre a déjà commencé\u00a0: cette action n’est plus possible.';
    case 'REASON_REQUIRED':
      return 'Indiquez un motif, puis recommencez.';
    case 'TEXT_REQUIRED':
      return 'Écrivez un message, puis envoyez-le.';
    case 'OUT_OF_RANGE':
      return `Indiquez une durée de ${refusal.minMs / 1_000}\u00a0s à ${refusal.maxMs / 60_000}\u00a0min.`;
    case 'STALE':
      return `La situation a changé pendant votre action\u00a0: ${stateText(refusal.now)}. Regardez l’état actuel, puis recommencez si besoin.`;
    case 'NOT_YOUR_TURN':
      return notYourTurn(refusal.ahead);
    case 'PAUSED':
      return 'Session en pause, vous pourrez choisir à la reprise.';
    case 'TOO_LATE':
      return `Choix reçu après la fin de votre tour (${clockTime(refusal.deadlineAt)}).`;
    case 'ALREADY_CHOSEN':
      return alreadyChosen(names.post?.(refusal.post) ?? null, clockTime(refusal.at));
    case 'HELD_BY_MANDATARY':
      return 'C’est la personne mandatée qui choisit.';
    case 'TO_BE_CONFIRMED':
      return 'Votre compte est à confirmer\u00a0: vous ne pouvez pas encore choisir. Appelez l’ARS.';
    case 'FILLED':
      return 'Pourvu.';
    case 'FILLED_BY_BETTER_RANK':
      return 'Pourvu par un interne mieux classé.';
    case 'CAP_REACHED':
      return 'Ce service a atteint son nombre de surnombres.';
    case 'POSTS_POSSIBLE':
      return 'Un poste au moins est encore possible pour cette personne\u00a0: son tour ne se passe pas.';
    case 'SAME_POST':
      return 'Ce poste est déjà celui de cette personne. Indiquez-en un autre.';
    case 'ALREADY_LISTED':
      return 'Cette personne est déjà dans la liste d’appel.';
    case 'RESERVED':
      return reserved(names.specialty?.(refusal.specialty) ?? null);
    case 'BLOCKED':
      return 'Retiré de l’offre par l’ARS.';
    case 'NOT_FREE':
      return 'Ce poste est pourvu\u00a0: il ne peut être ni retiré de l’offre ni remis.';
    case 'UNKNOWN_POST':
      return 'Ce poste n’est pas dans l’offre de cet amphithéâtre.';
    case 'UNKNOWN_PERSON':
      return 'Cette personne n’est pas dans la liste d’appel de cette session.';
    case 'UNKNOWN_SESSION':
      return 'Cette session n’existe pas. Rechargez la page.';
    case 'NOT_ABSENT':
      return 'Il n’y a pas de tour à reprendre\u00a0: votre place est gardée.';
    case 'RETURN_BY_MODERATOR_ONLY':
      return 'Seule l’ARS peut vous rappeler maintenant. Appelez-la.';
    case 'FORBIDDEN':
      return 'Ce compte ne permet pas cette action.';
    case 'RETRY':
      return 'Enregistrement impossible pour l’instant\u00a0: le temps est arrêté, le vôtre est gardé. Réessayez dans un instant.';
    default:
      return refusal satisfies never;
  }
}

const MISSING: Readonly<Record<Missing, string>> = {
  callList: 'une liste d’appel sans faute',
  callListPublished: 'la publication de la liste d’appel',
  offer: 'des postes',
  offerPublished: 'la publication de l’offre',
  cut: 'la découpe en sessions',
  startTime: 'l’heure de la première session',
};

/** What a session, a turn or a person is now, as WRONG_STATE and STALE name it in code. */
const STATES: Readonly<Record<string, string>> = {
  draft: 'la session n’est pas validée',
  validated: 'la session est validée, pas encore ouverte',
  open: 'la session est ouverte, pas encore commencée',
  running: 'la session est en cours',
  paused: 'la session est en pause',
  closed: 'la session est close',
  idle: 'plus personne n’est à appeler',
  awaited: 'la connexion de la personne appelée est attendue',
  choosing: 'la personne appelée choisit',
  recovering: 'le tour reprend après un incident',
  waiting: 'cette personne attend son tour',
  called: 'c’est le tour de cette personne',
  returned: 'cette personne est de retour dans la file',
  absent: 'l’absence de cette personne est notée',
  excused: 'l’absence de cette personne est prévue',
  chosen: 'le choix de cette personne est enregistré',
  otherPlace: 'une autre personne a pris cette place dans la liste',
  otherClock: 'le temps de cette personne a déjà été changé',
  otherLength: 'la durée du tour de cette personne a été changée',
  otherSettings: 'ces réglages ont été changés',
  otherSessions: 'une session a commencé, ou la découpe a changé',
  passed: 'le tour de cette personne est passé, aucun poste n’était possible',
  withoutPost: 'cette personne reste sans poste',
  classic: 'son type de choix est déjà classique',
  supernumeraryValidating: 'son type de choix est déjà surnombre validant',
  supernumeraryNonValidating: 'son type de choix est déjà surnombre non validant',
  approved: 'cette demande est déjà acceptée',
  refused: 'cette demande est déjà refusée',
  requestTakenBack: 'cette demande a été retirée',
  beingDecided: 'un autre gestionnaire vient d’y répondre',
  held: 'la procuration est en vigueur',
  notHeld: 'la procuration n’est plus en vigueur',
  blocked: 'ce poste est déjà retiré de l’offre',
  offered: 'ce poste est déjà dans l’offre',
  otherPost: 'le choix enregistré de cette personne porte sur un autre poste',
  connected: 'cette personne est en ligne',
  disconnected: 'cette personne est hors ligne',
};

const stateText = (state: string): string => STATES[state] ?? 'l’état n’est plus celui que montrait l’écran';

function stillToChoose(count: number): string {
  if (count === 0) return 'Tous les choix sont faits maintenant\u00a0: fermez la session sans motif.';
  const people = count === 1 ? 'Il reste 1 interne' : `Il reste ${count} internes`;
  return `${people} sans choix. Confirmez ce nombre et donnez un motif pour fermer quand même.`;
}

function notYourTurn(ahead: number | null): string {
  const early = 'Ce n’est pas encore votre tour';
  if (ahead === null) return 'Ce n’est pas votre tour.';
  if (ahead === 0) return `${early}\u00a0: vous êtes à l’instant en tête, regardez l’écran.`;
  return `${early}\u00a0: ${ahead} ${ahead === 1 ? 'interne' : 'internes'} avant vous.`;
}

const alreadyChosen = (post: string | null, at: string): string =>
  post === null
    ? `Votre choix est déjà enregistré, à ${at}.`
    : `Votre choix est déjà enregistré\u00a0: ${post}, ${at}.`;

/** «DES d’urologie», «DES de chirurgie…»: the name begins small inside a sentence. */
function reserved(specialty: string | null): string {
  if (specialty === null) return 'Réservé à un autre DES.';
  const name = specialty.charAt(0).toLocaleLowerCase('fr') + specialty.slice(1);
  return `Réservé au DES ${/^[aeiouyàâäéèêëîïôöùûüœæh]/u.test(name) ? 'd’' : 'de '}${name}.`;
}
