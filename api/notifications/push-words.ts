/**
 * What a locked screen shows, and how the push service is to carry it. Anybody may read it over a shoulder: no name, no
 * post, no status, no reason (domain §8). Pure.
 */
import { clockTime, day, hour } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';
import type { NotificationKind } from '../../machines/notification-kinds.ts';

/** What the service worker is handed (client/service-worker/shown.ts reads it). */
export interface PushMessage {
  readonly title: string;
  readonly body: string;
  /** A newer one of a tag takes the older one's place. */
  readonly tag: string;
  readonly href: string;
  /** After it the message says nothing any more; null: it stays true. */
  readonly until: Ms | null;
}

export interface Carried {
  readonly message: PushMessage;
  /** How long the push service may wait for the device, in seconds; 0 or less: not to be sent at all. */
  readonly ttlS: number;
  readonly urgency: 'normal' | 'high';
}

export interface ToldDetail {
  readonly ahead: number | null;
  readonly turnMs: number;
  readonly until: Ms | null;
  readonly awaited: boolean;
  readonly startsAt: Ms | null;
}

const DAY_S = 86_400;
/** A turn called in a pause: its clock stands, nobody knows how long. */
const PAUSED_S = 600;
const AHEAD_TAG = 'tour'; // the room's own notifications have it too: whichever comes last stands

/** @param href the room or the page to open. @param at when it was told. */
export function carried(kind: NotificationKind, detail: ToldDetail, at: Ms, now: Ms, href: string): Carried {
  switch (kind) {
    case 'turn': {
      const until = detail.until ?? at + PAUSED_S * 1_000;
      return {
        message: { title: 'C’est à vous de choisir', body: turnBody(detail), tag: AHEAD_TAG, href, until },
        ttlS: Math.floor((until - now) / 1_000),
        urgency: 'high',
      };
    }
    case 'fourAhead': {
      const ahead = Math.max(1, detail.ahead ?? 1);
      const until = at + ahead * detail.turnMs; // by then it is their turn at the latest, pauses apart
      return {
        message: {
          title: aheadTitle(ahead),
          body: 'Ouvrez Ma session et gardez-la à l’écran.',
          tag: AHEAD_TAG,
          href,
          until,
        },
        ttlS: Math.floor((until - now) / 1_000),
        urgency: 'high',
      };
    }
    case 'amphitheatreOpened':
      return lasting('Votre amphithéâtre est ouvert', startsBody(detail), 'amphitheatre', href);
    case 'sessionTime':
      return lasting('L’heure de votre session a changé', startsBody(detail), 'amphitheatre', href);
    case 'choiceMade':
      return lasting('Votre choix est enregistré', 'Ouvrez l’application pour le relire.', 'choix', href);
    case 'choiceCorrected':
      return lasting('Votre choix a été corrigé', 'Ouvrez l’application pour le relire.', 'choix', href);
    case 'messageToMe':
      return lasting('L’ARS vous a écrit', 'Ouvrez l’application pour lire son message.', 'message', href);
    case 'message':
      return lasting('Message de l’ARS', 'Ouvrez l’application pour le lire.', 'message', href);
    case 'offerChanged':
      return lasting(
        'L’offre a changé parmi vos favoris',
        'Ouvrez l’application pour voir quoi.',
        'offre',
        href,
      );
    case 'statusAsked':
    case 'statusDecided':
      return lasting(
        'L’ARS a répondu à votre demande',
        'Ouvrez l’application pour la lire.',
        'demande',
        href,
      );
    case 'mandateAsked':
    case 'mandateAccepted':
      return lasting('La procuration est acceptée', WHO_CHOOSES, 'procuration', href);
    case 'mandateEnded':
      // Somebody else is the chooser from now on, and has to be there.
      return { ...lasting('La procuration a pris fin', WHO_CHOOSES, 'procuration', href), urgency: 'high' };
    default:
      return kind satisfies never;
  }
}

const WHO_CHOOSES = 'Ouvrez l’application pour voir qui choisit.';

const lasting = (title: string, body: string, tag: string, href: string): Carried => ({
  message: { title, body, tag, href, until: null },
  ttlS: DAY_S,
  urgency: 'normal',
});

function turnBody({ until, awaited }: ToldDetail): string {
  if (until === null) return 'La session est en pause\u00a0: votre temps partira à la reprise.';
  const end = clockTime(until);
  return awaited
    ? `Connectez-vous avant ${end} (heure de Paris).`
    : `Choisissez avant ${end} (heure de Paris).`;
}

const aheadTitle = (ahead: number): string =>
  ahead === 1
    ? 'Vous êtes juste après la personne qui choisit'
    : `C’est bientôt votre tour\u00a0: encore ${ahead}`;

const startsBody = ({ startsAt }: ToldDetail): string =>
  startsAt === null ? 'L’heure est à fixer.' : `Votre session\u00a0: ${day(startsAt)} à ${hour(startsAt)}.`;
