/** Reasons that moderators give most: they name nobody and hold no health fact (screens, principle 10). */

/** Read by everybody. */
export const PAUSE_REASONS: readonly string[] = [
  'Un interne n’arrive pas à se connecter, nous l’appelons.',
  'Nous répondons à une question.',
  'Incident technique, nous revenons vite.',
  'Pause prévue, reprise à l’heure annoncée.',
];

/** Read by moderators. */
export const ABSENCE_REASONS: readonly string[] = [
  'Pas de réponse au téléphone.',
  'L’interne a demandé à passer son tour.',
];

export const CLOSE_REASONS: readonly string[] = [
  'La suite est reportée à la session suivante.',
  'Incident technique, la session ne peut pas continuer.',
];
