/** The kinds of notification as the preferences name them. */
import type { NotificationKind, WayOff } from '../../machines/notification-kinds.ts';

export const KIND_WORDS: Readonly<Record<NotificationKind, readonly [title: string, hint: string]>> = {
  turn: ['C’est à vous de choisir', 'Au moment où votre tour commence.'],
  fourAhead: ['Encore 4 avant vous', 'Une fois, quand votre tour approche.'],
  amphitheatreOpened: ['Votre amphithéâtre est ouvert', 'Postes et liste d’appel sont en ligne.'],
  sessionTime: ['Heure de votre session', 'Fixée, ou changée.'],
  choiceMade: ['Choix enregistré', 'Le vôtre, ou celui fait pour vous.'],
  messageToMe: ['Message de l’ARS pour vous', 'Écrit à vous seul.'],
  message: ['Message de l’ARS à tous', 'Écrit à toute votre session.'],
  offerChanged: ['Un de vos favoris change', 'Poste ajouté, retiré de l’offre ou remis.'],
  choiceCorrected: ['Choix corrigé', 'Par l’ARS, avec le motif.'],
};

export const WAY_OFF_WORDS: Readonly<Record<WayOff, string>> = {
  evidence: 'Toujours envoyé\u00a0: c’est une preuve.',
  unsent: 'Jamais par mail\u00a0: il arriverait trop tard.',
};
