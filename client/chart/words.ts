/** The chart's states and commands in French, for the drawing and the tables. A new command asks for its word. */
import type { CommandType } from './read-chart.ts';

const STATE_WORDS: Readonly<Record<string, string>> = {
  draft: 'Non validée',
  validated: 'Validée',
  open: 'Ouverte',
  running: 'En cours',
  'running.awaited': 'Connexion attendue',
  'running.choosing': 'Quelqu’un choisit',
  'running.recovering': 'Reprise après incident',
  'running.idle': 'Plus personne à appeler',
  paused: 'En pause',
  'paused.awaited': 'Connexion attendue, en pause',
  'paused.choosing': 'Quelqu’un choisit, en pause',
  'paused.recovering': 'Reprise après incident, en pause',
  'paused.idle': 'Plus personne à appeler, en pause',
  closed: 'Close',
};

/** The state's own name where there is no word for it: the test asks for one. */
export const stateWord = (id: string): string => STATE_WORDS[id] ?? id;

const COMMAND_WORDS: Readonly<Record<CommandType, string>> = {
  validate: 'valider',
  open: 'ouvrir',
  withdraw: 'retirer d’une étape',
  start: 'démarrer',
  pause: 'mettre en pause',
  resume: 'reprendre',
  close: 'fermer',
  choose: 'choisir',
  rejoin: 'reprendre son tour',
  connected: 'connexion',
  disconnected: 'déconnexion',
  deadline: 'fin du temps',
  graceOver: 'fin du délai de retour',
  credit: 'temps rendu',
  excuse: 'absence prévue',
  lift: 'lever l’absence prévue',
  callBack: 'rappeler',
  markAbsent: 'constater l’absence',
  prolong: 'prolonger',
  pass: 'passer le tour',
  chooseOnBehalf: 'choisir à la place',
  correct: 'corriger un choix',
  assign: 'affecter',
  leaveWithoutPost: 'laisser sans poste',
  add: 'ajouter une personne',
  addPosts: 'ajouter des postes',
  message: 'message',
  readPhone: 'lire un téléphone',
  setStatus: 'changer un type de choix',
  setMandate: 'procuration',
  setPost: 'retirer ou remettre un poste',
};

export const commandWord = (type: string): string =>
  type in COMMAND_WORDS ? COMMAND_WORDS[type as CommandType] : type;

export const commandWords = (types: readonly string[]): string => types.map(commandWord).join(', ');
