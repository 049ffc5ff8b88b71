/** The sentences of the room's moments, word for word those of the screens; numbers and names put in. Pure. */
import { clockTime, hour } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import type { Realm } from '../../machines/wire/frames.ts';
import { day } from '../ui/format.ts';
import type { Moment } from './moment.ts';

export const STATUS_WORDS: Readonly<Record<ChoiceStatus, string>> = {
  classic: 'Classique',
  supernumeraryValidating: 'Surnombre validant',
  supernumeraryNonValidating: 'Surnombre non validant',
};

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

export function missedText(moment: Extract<Moment, { kind: 'absent' }>, turnS: number): string {
  const at = moment.at === null ? '' : ` à ${clockTime(moment.at)}`;
  switch (moment.cause) {
    case 'timeRanOut':
      // Noted a moment after the end that was shown: the time for what was on its way (domain §3).
      return `Les ${turnS}\u00a0s se sont écoulées sans confirmation${at === '' ? '' : `\u202f; l’absence est notée${at}`}. Aucun poste ne vous est attribué.`;
    case 'notConnected':
      return `Votre numéro a été appelé sans que vous soyez en ligne\u202f; l’absence est notée${at}. Aucun poste ne vous est attribué.`;
    default:
      return `L’ARS a noté votre absence${at}. Aucun poste ne vous est attribué.`;
  }
}

/** Seconds of a turn, as sentences say them: «90 secondes». */
export const secondsWords = (seconds: number): string => `${seconds} ${seconds < 2 ? 'seconde' : 'secondes'}`;
