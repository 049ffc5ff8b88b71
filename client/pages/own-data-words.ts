/** What each part of the downloaded file is, in French: a part without its words does not compile. */
import type { OwnDataPart } from '../http/answers.ts';

export const OWN_DATA_WORDS: Readonly<Record<OwnDataPart, string>> = {
  account: 'votre compte\u00a0: e-mail, téléphone, adresse, date de naissance, UFR, question secrète, dates.',
  identity: 'votre identité tenue par l’ARS\u00a0: INE, noms, concours, promotion, régime.',
  roster:
    'pour chaque semestre, votre ligne sur la liste des internes\u00a0: DES, phase, UFR, coordonnées, semestres, rangs, effectifs, ancienneté, type de choix, ordre d’appel, session, temps de choix allongé et son motif.',
  plannedAbsences: 'vos absences prévues, avec leur motif.',
  statusRequests: 'vos demandes de changement de statut, la réponse, et le motif d’un refus.',
  assignments:
    'vos affectations\u00a0: poste, service, qui a choisi (vous, mandataire, ARS), code d’attestation.',
  mandates: 'les procurations que vous avez données, ou reçues.',
  favourites: 'vos favoris, dans leur ordre.',
  savedSearches: 'vos recherches sauvegardées.',
  messages: 'les messages que l’ARS vous a écrits, à vous seul.',
  notifications: 'ce que votre cloche a reçu.',
  notificationsRead: 'ce que vous y avez lu, message par message.',
  notificationChoices: 'vos réglages de notifications.',
  logins:
    'vos connexions\u00a0: appareil, dates, service de notifications de l’appareil\u202f; consultations de vos pages par l’ARS.',
  passkeys: 'vos clés d’accès (gestionnaires)\u00a0: leur nom et leurs dates.',
  authenticatorSince: 'depuis quand une application de codes est enregistrée (gestionnaires).',
  recoveryCodesLeft: 'combien de codes de secours il vous reste (gestionnaires).',
  mails: 'les mails partis vers vos adresses\u00a0: objet et dates, sans le texte.',
  mailedLinks: 'les liens qui vous ont été envoyés\u00a0: à quoi ils servent, et leurs dates.',
  sessionFacts:
    'ce que le journal des sessions dit de vous\u00a0: appels, choix, absences et leur cause, retours, connexions pendant la session (pas celles de votre mandataire).',
  actsAboutYou: 'ce que l’ARS a fait de votre dossier ou de votre compte, lectures comprises.',
  actsMade: 'ce que vous avez fait vous-même, et qui est enregistré.',
};
