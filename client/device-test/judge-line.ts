/** What the site's access, the live line and the clock are worth, and what to do about each. Pure. */
import type { Ms } from '../../machines/ids.ts';
import { duration } from '../ui/format.ts';
import { attention, bad, good } from './check.ts';
import type { Check } from './check.ts';

export type LineOutcome =
  | {
      readonly kind: 'open';
      /** From the address to the open socket. */
      readonly openMs: Ms;
      readonly roundTrips: readonly Ms[];
      /** The server's clock minus the device's. */
      readonly offset: Ms;
    }
  /** A ticket came over HTTP, the socket never opened: something between refuses sockets. */
  | { readonly kind: 'blocked' }
  /** It opened, and nothing came back through it. */
  | { readonly kind: 'silent' }
  /** It opened, and was closed at once. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'noServer' }
  | { readonly kind: 'signedOut' };

const SLOW_ANSWER_MS = 1_500;
const SLOW_LINE_MS = 400; // a choice goes and comes in one round trip: below that nobody feels it
const UNEVEN = 5; // the slowest against the middle one

/** @param answers times of a few requests; an empty one: none came back. @param online what the device believes. */
export function judgeAccess(answers: readonly Ms[], online: boolean): Check {
  if (answers.length === 0)
    return online
      ? bad(
          'Le site ne répond pas.',
          'Vérifiez que vous pouvez ouvrir un autre site.',
          'Passez en 4G, puis recommencez. Si rien ne change, appelez l’ARS.',
        )
      : bad('Cet appareil est hors ligne.', 'Activez le Wi-Fi ou les données mobiles, puis recommencez.');
  const ms = middle(answers);
  return ms > SLOW_ANSWER_MS
    ? attention(
        `Le site répond lentement\u00a0: ${seconds(ms)}.`,
        'Rapprochez-vous de la borne Wi-Fi, ou passez en 4G.',
        'Fermez ce qui télécharge ou diffuse de la vidéo.',
      )
    : good(`Le site répond en ${milliseconds(ms)}.`);
}

export function judgeLine(outcome: LineOutcome): Check {
  switch (outcome.kind) {
    case 'open':
      return judgeRoundTrips(outcome.roundTrips);
    case 'blocked':
      return bad(
        'Votre réseau bloque la liaison en direct.',
        'Passez en 4G, ou partagez la connexion de votre téléphone, puis recommencez.',
        'Coupez un VPN ou un filtre de contenu, s’il y en a un.',
        'À l’hôpital, le réseau invité passe souvent mieux que celui du service.',
      );
    case 'silent':
      return bad(
        'La liaison s’ouvre, mais rien n’y passe\u00a0: un équipement de votre réseau la retient.',
        'Passez en 4G, ou sur un autre réseau, puis recommencez.',
      );
    case 'cut':
      return bad(
        'La liaison s’ouvre, puis elle est coupée.',
        'Passez en 4G, ou sur un autre réseau, puis recommencez.',
        'Si cela recommence en 4G, appelez l’ARS.',
      );
    case 'noServer':
      return bad(
        'La liaison n’a pas pu être demandée\u00a0: le serveur ne répond pas.',
        'Corrigez d’abord l’accès au site.',
      );
    case 'signedOut':
      return attention('Votre connexion a pris fin.', 'Connectez-vous de nouveau, puis recommencez.');
    default:
      return outcome satisfies never;
  }
}

function judgeRoundTrips(roundTrips: readonly Ms[]): Check {
  const [ms, slowest] = [middle(roundTrips), Math.max(...roundTrips)];
  if (ms > SLOW_LINE_MS)
    return attention(
      `La liaison est ouverte, mais lente\u00a0: ${milliseconds(ms)} aller et retour.`,
      'Rapprochez-vous de la borne Wi-Fi, ou passez en 4G.',
    );
  if (slowest > SLOW_LINE_MS && slowest > ms * UNEVEN)
    return attention(
      `La liaison est ouverte, mais irrégulière\u00a0: de ${milliseconds(ms)} à ${milliseconds(slowest)}.`,
      'Changez de place ou de réseau, puis recommencez.',
    );
  return good(`Ouverte\u00a0: ${milliseconds(ms)} aller et retour.`);
}

const FAR_OFF_MS = 5 * 60_000;
const EXACT_MS = 1_000;

/** It decides nothing: countdowns follow the server's clock. Alarms of the device's own agenda follow the device's. */
export function judgeClock(outcome: LineOutcome): Check {
  if (outcome.kind !== 'open')
    return attention(
      'Non mesurée\u00a0: la liaison en direct n’est pas ouverte.',
      'Corrigez d’abord la liaison en direct.',
    );
  const { offset } = outcome;
  const away = duration(Math.abs(offset));
  if (Math.abs(offset) < EXACT_MS) return good('À l’heure, à moins d’une seconde près.');
  const told = `Elle ${offset > 0 ? 'retarde' : 'avance'} de ${away}. Cela ne change rien à votre tour\u00a0: l’application suit l’heure du serveur.`;
  return Math.abs(offset) < FAR_OFF_MS
    ? good(told)
    : attention(
        told,
        'Les alarmes de votre agenda, elles, sonneront à côté\u00a0: réglez l’heure automatique de l’appareil.',
      );
}

/** The median. */
function middle(times: readonly Ms[]): Ms {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const milliseconds = (ms: Ms): string => `${Math.max(1, Math.round(ms))}\u00a0ms`;
const seconds = (ms: Ms): string =>
  `${(ms / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0s`;
