/** The sentences of the room's moments, word for word those of the screens; numbers and names put in. Pure. */
import { clockTime, hour } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';
import type { Realm } from '../../machines/wire/frames.ts';
import type { Estimate, Pace } from '../../machines/session/estimate.ts';
import { day, duration } from '../ui/format.ts';
import type { Moment } from './moment.ts';

/** «internes avant vous», «interne avant vous». */
export const aheadWords = (ahead: number): string =>
  ahead < 2 ? 'interne avant vous' : 'internes avant vous';

/** Under the number of the pink box. */
export function aheadExplained(ahead: number, paused: boolean): string {
  if (ahead === 0) return 'vous passez en premier';
  if (paused) return 'la personne appelée est comptée';
  return ahead === 1 ? 'la personne qui choisit, puis vous' : 'la personne qui choisit est comptée';
}

export function bannerTitle(ahead: number): string {
  return ahead <= 1 ? 'C’est bientôt votre tour' : `C’est bientôt votre tour\u00a0: encore\u00a0${ahead}`;
}

/** @param chooser false: the holder of the mandate chooses, there is nothing to prepare. */
export const bannerText = (ahead: number, turnS: number, chooser: boolean): string =>
  !chooser
    ? 'C’est la personne mandatée qui choisira.'
    : ahead <= 1
      ? 'Vous êtes juste après la personne qui choisit.'
      : `Gardez cette page ouverte, vous aurez ${turnS}\u00a0s.`;

/** The document's title, changed at these moments only. */
export function pageTitle(moment: Moment, realm: Realm): string {
  switch (moment.kind) {
    case 'myTurn':
      return 'C’est à vous';
    case 'inLine':
      return moment.soon ? `Bientôt – encore ${moment.ahead}` : `Ma session – ${moment.ahead} avant vous`;
    default:
      return realm === 'mandatary' ? 'Procuration' : 'Ma session';
  }
}

/** «mardi 13 octobre à 9 h 30», or that it is not known yet. */
export const startWords = (startsAt: Ms | null): string =>
  startsAt === null ? 'heure à fixer' : `${day(startsAt)} à\u00a0${hour(startsAt)}, heure de Paris`;

/** «vers 9 h 56»; in a pause no hour is known. */
export const aroundWords = (estimate: Estimate): string =>
  estimate.kind === 'suspended' ? 'Heure suspendue' : `vers ${hour(estimate.at)}`;

/** «entre 9 h 53 et 9 h 59 · rythme 1 min 12 s»; the pace once turns were seen. */
export function marginWords(estimate: Estimate, pace: Pace | null): string {
  const rhythm = pace === null || pace.turns === 0 ? [] : [`rythme\u00a0${duration(pace.perTurnMs)}`];
  if (estimate.kind === 'suspended') return ['recalculée à la reprise', ...rhythm].join(', ');
  return [`entre ${hour(estimate.from)} et ${hour(estimate.to)}`, ...rhythm].join(' · ');
}

const NO_POST = 'Aucun poste ne vous est attribué\u00a0: vos favoris ne valent pas choix.';

const atTime = (at: Ms | null): string => (at === null ? '' : ` à ${clockTime(at)}`);

export function missedText(moment: Extract<Moment, { kind: 'absent' }>, turnS: number): string {
  // Noted a moment after the end that was shown: the time for what was on its way (domain §3).
  const ended = atTime(moment.endedAt);
  switch (moment.cause) {
    case 'timeRanOut':
      return `Les ${turnS}\u00a0s se sont écoulées${ended} sans confirmation. ${NO_POST}`;
    case 'notConnected':
      return `Votre numéro a été appelé sans que vous soyez en ligne${ended === '' ? '' : `\u202f; votre tour a pris fin${ended}`}. ${NO_POST}`;
    default:
      return `L’ARS a noté votre absence${atTime(moment.at)}. ${NO_POST}`;
  }
}

/** Seconds of a turn, as sentences say them: «90 secondes». */
export const secondsWords = (seconds: number): string => `${seconds} ${seconds < 2 ? 'seconde' : 'secondes'}`;
