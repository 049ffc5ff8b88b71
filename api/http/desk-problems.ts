/** The problems of moderators: their second factor, their accounts, what they do for people on the telephone (problem.ts). */
import type { ContentfulStatusCode } from 'hono/utils/http-status';

export interface ProblemKind {
  readonly status: ContentfulStatusCode;
  readonly title: string;
  readonly detail: string;
}

export const DESK_PROBLEMS = {
  SECOND_FACTOR_REFUSED: {
    status: 401,
    title: 'Second facteur refusé',
    detail:
      'Ce code ou cette clé ne correspond pas, ou a déjà servi. Attendez le code suivant, ou prenez un autre moyen.',
  },
  STEP_ENDED: {
    status: 401,
    title: 'Connexion à reprendre',
    detail: 'Cette étape a pris fin. Entrez de nouveau votre adresse e-mail et votre mot de passe.',
  },
  SIGN_IN_AGAIN: {
    status: 403,
    title: 'Connexion trop ancienne',
    detail:
      'Ce changement demande une connexion de moins de 15\u00a0minutes. Déconnectez-vous, reconnectez-vous, puis recommencez.',
  },
  LAST_SECOND_FACTOR: {
    status: 409,
    title: 'Dernier second facteur',
    detail: 'C’est votre seul second facteur. Ajoutez-en un autre avant de retirer celui-ci.',
  },
  READ_ONLY: {
    status: 403,
    title: 'Lecture seule',
    detail: 'Vous voyez le compte d’un interne, sans pouvoir agir à sa place. Quittez cette vue pour agir.',
  },
  NO_ACCOUNT: {
    status: 409,
    title: 'Rien à faire',
    detail: 'Cette personne n’a pas de compte ou d’inscription en cours qui s’y prête. Rechargez sa fiche.',
  },
  ACCOUNT_CONFIRMED: {
    status: 409,
    title: 'Compte confirmé',
    detail:
      'Ce compte n’est plus à confirmer\u00a0: il ne se supprime pas. Rechargez la fiche, ou envoyez-lui un lien de mot de passe.',
  },
  SECRET_TRIES_OVER: {
    status: 409,
    title: 'Trois essais faits',
    detail: 'Trois réponses fausses en 24\u00a0heures. Vérifiez l’identité autrement, ou rappelez demain.',
  },
  NO_SECRET_ANSWER: {
    status: 409,
    title: 'Pas de question secrète',
    detail: 'Cette personne n’a pas de question secrète. Vérifiez l’identité autrement.',
  },
  LOCAL_RANK_WRONG: {
    status: 409,
    title: 'Rang local impossible',
    detail: 'Ce rang local est déjà pris dans la promotion et le groupe, ou dépasse l’effectif local.',
  },
  LOCAL_HEADCOUNT_WRONG: {
    status: 409,
    title: 'Effectif local impossible',
    detail: 'Dans cette promotion et ce groupe, quelqu’un a un rang local plus grand que cet effectif.',
  },
  PROMOTION_WRONG: {
    status: 409,
    title: 'Promotion impossible',
    detail: 'Cette promotion est postérieure au semestre en cours. Vérifiez l’année.',
  },
  SPECIALTY_UNKNOWN: {
    status: 409,
    title: 'DES inconnu',
    detail: 'Personne n’a ce DES sur la liste du semestre. Choisissez-en un autre, ou importez la liste.',
  },
  NO_SUCH_AMPHITHEATRE: {
    status: 409,
    title: 'Pas d’amphithéâtre',
    detail: 'Le groupe de ce DES n’a pas d’amphithéâtre de cette phase. Importez-le d’abord.',
  },
  EFFECT_CHANGED: {
    status: 409,
    title: 'Effet changé',
    detail: 'La liste a changé depuis que l’effet vous a été montré. Regardez-le de nouveau.',
  },
  SAME_PERSON: {
    status: 409,
    title: 'Même personne',
    detail: 'Ces deux fiches sont déjà la même. Choisissez-en une autre.',
  },
  ADMINISTRATORS_ONLY: {
    status: 403,
    title: 'Réservé aux administrateurs',
    detail: 'Seuls les administrateurs gèrent les comptes de gestion. Demandez à l’un d’eux.',
  },
  MODERATOR_EXISTS: {
    status: 409,
    title: 'Compte déjà là',
    detail:
      'Un compte de gestion porte déjà cette adresse. Renvoyez-lui son invitation, ou changez ses droits.',
  },
  LAST_ADMINISTRATOR: {
    status: 409,
    title: 'Dernier administrateur',
    detail:
      'Il faut toujours un administrateur qui peut se connecter. Donnez ce droit à quelqu’un d’autre d’abord.',
  },
  ALREADY_ACTIVE: {
    status: 409,
    title: 'Invitation déjà acceptée',
    detail:
      'Cette personne a déjà choisi son mot de passe. S’il est perdu, elle en demande un autre à la connexion.',
  },
} as const satisfies Record<string, ProblemKind>;
