/** The kinds of notification as the preferences name them. */
import type { Channel, NotificationKind, WayOff } from '../../machines/notification-kinds.ts';

export const KIND_WORDS: Readonly<Record<NotificationKind, readonly [title: string, hint: string]>> = {
  turn: ['C’est à vous de choisir', 'Au moment où votre tour commence.'],
  fourAhead: ['Encore 4 avant vous', 'Une fois, quand votre tour approche.'],
  amphitheatreOpened: ['Votre amphithéâtre est ouvert', 'Postes et liste d’appel sont en ligne.'],
  sessionTime: ['Heure de votre session', 'Fixée, ou changée.'],
  choiceMade: ['Choix enregistré', 'Le vôtre, ou celui fait pour vous.'],
  messageToMe: ['Message de l’ARS pour vous', 'Écrit pour vous, à personne d’autre.'],
  message: ['Message de l’ARS à tous', 'Écrit à toute votre session.'],
  offerChanged: ['Un de vos favoris change', 'Poste ajouté, retiré de l’offre ou remis.'],
  choiceCorrected: ['Choix corrigé', 'Par l’ARS, avec le motif.'],
  statusAsked: ['Demande de statut reçue', 'Ce que vous avez demandé, et quand.'],
  statusDecided: ['Réponse à votre demande de statut', 'Acceptée, ou refusée avec son motif.'],
  mandateAsked: ['Procuration demandée', 'Avant que la personne ait répondu.'],
  mandateAccepted: ['Procuration acceptée', 'À partir de là, c’est le mandataire qui choisit.'],
  mandateEnded: ['Procuration refusée, rendue ou annulée', 'À partir de là, c’est l’interne qui choisit.'],
};

export const WAY_OFF_WORDS: Readonly<Record<WayOff, Readonly<Record<Channel, string>>>> = {
  evidence: {
    mail: 'Par mail, toujours\u00a0: c’est une preuve.',
    push: 'Sur vos appareils, toujours.',
  },
  unsent: {
    mail: 'Jamais par mail\u00a0: il arriverait trop tard.',
    push: 'Jamais sur vos appareils\u00a0: c’est vous qui le demandez.',
  },
};
