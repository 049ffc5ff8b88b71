/**
 * Answers that are not a success: problem+json (RFC 9457), a stable code, a French sentence that says what to do.
 * Refusals of the rules keep their own code; the codes below are those that only HTTP knows.
 */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Refusal } from '../../machines/refusal.ts';
import { refusalText } from '../../machines/refusal-text.ts';
import { DESK_PROBLEMS } from './desk-problems.ts';
import type { ProblemKind } from './desk-problems.ts';
import { REFUSAL_STATUS } from './refusal-status.ts';

const PROBLEMS = {
  ...DESK_PROBLEMS,
  INVALID_INPUT: {
    status: 400,
    title: 'Demande incorrecte',
    detail: 'Un champ manque ou n’a pas la forme attendue. Vérifiez votre saisie.',
  },
  NOT_SIGNED_IN: {
    status: 401,
    title: 'Connexion nécessaire',
    detail: 'Votre connexion a pris fin. Connectez-vous de nouveau.',
  },
  SIGN_IN_REFUSED: {
    status: 401,
    title: 'Connexion refusée',
    detail:
      'L’adresse e-mail ou le mot de passe ne correspond pas. Vérifiez votre saisie, ou contactez l’ARS.',
  },
  PASSWORD_WRONG: {
    status: 403,
    title: 'Mot de passe incorrect',
    detail: 'Ce n’est pas votre mot de passe actuel. Vérifiez votre saisie\u202f; rien n’a changé.',
  },
  SAME_EMAIL: {
    status: 409,
    title: 'Même adresse',
    detail: 'C’est déjà l’adresse de votre compte. Indiquez-en une autre.',
  },
  NO_MATCH: {
    status: 422,
    title: 'Personne non trouvée',
    detail:
      'Ces six champs ne désignent personne de la liste du semestre. Vérifiez-les ; s’ils sont justes, contactez l’ARS.',
  },
  SIGN_UP_AGAIN: {
    status: 401,
    title: 'Inscription à reprendre',
    detail: 'Trop de temps a passé depuis la première étape. Recommencez-la, puis continuez.',
  },
  MAIL_TOO_SOON: {
    status: 429,
    title: 'Mail déjà parti',
    detail: 'Un mail vient de partir à cette adresse. Attendez une minute avant de le renvoyer.',
  },
  MAILS_ENOUGH: {
    status: 429,
    title: 'Cinq mails déjà partis',
    detail:
      'Cinq mails sont déjà partis à cette adresse aujourd’hui. Regardez-y dans les indésirables, recommencez demain, ou contactez l’ARS.',
  },
  ACCOUNT_EXISTS: {
    status: 409,
    title: 'Compte déjà créé',
    detail: 'Un compte existe déjà. Connectez-vous, ou choisissez un nouveau mot de passe s’il est oublié.',
  },
  PASSWORD_REFUSED: {
    status: 422,
    title: 'Mot de passe refusé',
    detail: 'Ce mot de passe ne convient pas. Choisissez-en un autre.',
  },
  FOREIGN_ORIGIN: {
    status: 403,
    title: 'Origine refusée',
    detail: 'Cette action ne vient pas d’une page de ce site. Rechargez la page et recommencez.',
  },
  NOT_FOUND: {
    status: 404,
    title: 'Introuvable',
    detail: 'Cette page n’existe pas, ou n’est pas encore publiée.',
  },
  NUMBER_TAKEN: {
    status: 409,
    title: 'Numéro déjà pris',
    detail: 'Un de ces numéros de poste est déjà dans l’offre. Changez-le, puis recommencez.',
  },
  ALWAYS_SENT: {
    status: 409,
    title: 'Toujours envoyé',
    detail: 'Ce message est une preuve, ou ne part jamais par cette voie\u00a0: ce choix ne se change pas.',
  },
  NOT_LISTED: {
    status: 409,
    title: 'Pas de liste d’appel',
    detail: 'Vous n’êtes dans aucune liste d’appel de ce semestre. Contactez l’ARS.',
  },
  SAME_STATUS: {
    status: 409,
    title: 'Déjà votre type de choix',
    detail: 'Ce type de choix est déjà le vôtre. Choisissez-en un autre.',
  },
  REQUEST_WAITING: {
    status: 409,
    title: 'Demande déjà envoyée',
    detail: 'Une demande attend déjà la réponse de l’ARS. Retirez-la avant d’en faire une autre.',
  },
  ACCOUNT_TO_CONFIRM: {
    status: 403,
    title: 'Compte à confirmer',
    detail: 'Votre compte est encore à confirmer\u00a0: il ne peut pas donner procuration. Contactez l’ARS.',
  },
  OWN_EMAIL: {
    status: 409,
    title: 'Votre propre adresse',
    detail: 'Cette adresse est la vôtre. Donnez procuration à une autre personne.',
  },
  MANDATE_GIVEN: {
    status: 409,
    title: 'Procuration déjà donnée',
    detail: 'Vous avez déjà une procuration en cours. Annulez-la avant d’en établir une nouvelle.',
  },
  HOLDER_TAKEN: {
    status: 409,
    title: 'Personne déjà mandatée',
    detail:
      'Cette personne a déjà une procuration ce semestre, et ne peut en avoir qu’une. Indiquez quelqu’un d’autre.',
  },
  NO_MANDATE: {
    status: 409,
    title: 'Aucune procuration',
    detail: 'Vous n’avez aucune procuration en cours. Établissez-en une nouvelle.',
  },
  MANY_MANDATES: {
    status: 429,
    title: 'Trop de demandes',
    detail: 'Vous avez demandé beaucoup de procurations aujourd’hui. Recommencez demain, ou contactez l’ARS.',
  },
  EXPORTED_LATELY: {
    status: 429,
    title: 'Données déjà téléchargées',
    detail: 'Vos données ont déjà été téléchargées plusieurs fois. Recommencez dans une heure.',
  },
  NO_PUSH: {
    status: 409,
    title: 'Notifications indisponibles',
    detail: 'Ce site n’envoie pas de notifications aux téléphones. La cloche et les mails vous préviennent.',
  },
  SEARCH_NAME_TAKEN: {
    status: 409,
    title: 'Nom déjà pris',
    detail: 'Une de vos recherches porte déjà ce nom. Donnez-en un autre, ou remplacez-la.',
  },
  TOO_MANY_SEARCHES: {
    status: 409,
    title: 'Trop de recherches',
    detail: 'Vous avez déjà 50 recherches. Supprimez-en une, puis recommencez.',
  },
  TOO_LARGE: { status: 413, title: 'Demande trop longue', detail: 'La demande dépasse la taille acceptée.' },
  TOO_MANY: {
    status: 429,
    title: 'Trop d’essais',
    detail: 'Trop d’essais pour ce compte. Attendez une minute et recommencez, ou contactez l’ARS.',
  },
  FAULT: {
    status: 500,
    title: 'Erreur de notre côté',
    detail:
      'Une erreur de notre côté a empêché cette action. Réessayez\u202f; si cela recommence, contactez l’ARS avec ce numéro d’incident.',
  },
  LINK_ENDED: {
    status: 404,
    title: 'Lien sans effet',
    detail:
      'Ce lien n’ouvre plus rien\u00a0: il a déjà servi, un plus récent l’a remplacé, il a expiré, ou l’ARS y a mis fin. Prenez le dernier message reçu, ou contactez l’ARS.',
  },
  NO_CERTIFICATE: {
    status: 404,
    title: 'Pas d’attestation',
    detail:
      'Aucun choix n’est enregistré pour ce semestre. L’attestation paraît ici dès qu’un poste est choisi.',
  },
  INTERNS_DOCUMENT: {
    status: 403,
    title: 'Document de l’interne',
    detail:
      'L’attestation appartient à l’interne, qui la télécharge depuis son propre compte, dans son profil.',
  },
  DOCUMENT_LATE: {
    status: 503,
    title: 'Document en préparation',
    detail: 'Le document n’est pas encore prêt. Réessayez dans quelques secondes.',
  },
  DOCUMENT_FAILED: {
    status: 503,
    title: 'Document indisponible',
    detail:
      'Une erreur de notre côté a empêché d’écrire ce document. Réessayez\u202f; si cela recommence, contactez l’ARS.',
  },
  NOT_READY: {
    status: 503,
    title: 'Service indisponible',
    detail: 'Le service n’est pas prêt. Réessayez dans un instant.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** @param more members of their own: an incident number, the fields at fault; never what was sent. */
export function problem(
  context: Context,
  code: ProblemCode,
  more: Readonly<Record<string, unknown>> = {},
): Response {
  const { status, title, detail } = PROBLEMS[code];
  return answer(context, status, { title, detail, code, ...more });
}

/**
 * The rules say no: the refusal stands whole beside its sentence, for screens that say more.
 * @param changed the recorded act that changed what it was decided on.
 */
export function refuse(context: Context, refusal: Refusal, changed: unknown = null): Response {
  return answer(context, REFUSAL_STATUS[refusal.code], {
    title: 'Action non appliquée',
    detail: refusalText(refusal),
    code: refusal.code,
    refusal,
    ...(changed === null ? {} : { changed }),
  });
}

function answer(
  context: Context,
  status: ContentfulStatusCode,
  members: Readonly<Record<string, unknown>>,
): Response {
  context.header('cache-control', 'no-store');
  return context.body(JSON.stringify({ type: 'about:blank', status, ...members }), status, {
    'content-type': 'application/problem+json; charset=utf-8',
  });
}
