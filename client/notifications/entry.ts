/** What an entry of the bell says, in French, and several lists of entries in one order. Pure. */
import { clockTime, hour } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';
import type { BellEntry } from '../http/answers.ts';
import { day, plural } from '../ui/format.ts';
import {
  mandateAcceptedText,
  mandateAskedText,
  mandateEndedText,
  statusAskedText,
  statusDecidedText,
} from './asked-words.ts';

/** As it is shown. */
export interface FeedEntry {
  /** The same for the same happening, over the socket and over HTTP: what and when. */
  readonly key: string;
  readonly at: Ms;
  /** Who says it, in front of the text; null: the platform. */
  readonly from: 'ARS' | 'ARS, pour vous' | null;
  readonly text: string;
  /** About a post, or a service, among one's favourites. */
  readonly favourite: boolean;
  /** The room itself showed it as it happened: it is no news there. */
  readonly momentary: boolean;
  /** By its own, or with all that came before. */
  readonly read: boolean;
  /** As the server names it; null of what it has not told of yet, or does not keep. */
  readonly place: string | null;
}

export const keyOf = (kind: string, at: Ms): string => `${kind} ${at}`;

export function entryOf(entry: BellEntry): FeedEntry {
  const { kind, at, favourite, read } = entry;
  const from = kind === 'messageToMe' ? 'ARS, pour vous' : isOfAgency(kind) ? 'ARS' : null;
  const momentary = kind === 'turn' || kind === 'fourAhead';
  return {
    key: keyOf(kind, at),
    at,
    from,
    text: textOf(entry),
    favourite,
    momentary,
    read,
    place: `${at}.${entry.key}`,
  };
}

const isOfAgency = (kind: BellEntry['kind']): boolean =>
  kind === 'message' || kind === 'postsAdded' || kind === 'postBlocked' || kind === 'postOffered';

function textOf(entry: BellEntry): string {
  switch (entry.kind) {
    case 'message':
    case 'messageToMe':
      return entry.text ?? 'message effacé';
    case 'postsAdded':
    case 'postBlocked':
    case 'postOffered':
      return offerText(
        entry.kind,
        entry.posts.map(
          ({ service, establishment, number }) => `${service}, ${establishment} (n°\u00a0${number})`,
        ),
        entry.text,
      );
    case 'turn':
      return entry.until === null
        ? 'C’est à vous de choisir, à la reprise de la session.'
        : `C’est à vous de choisir, jusqu’à ${clockTime(entry.until)}.`;
    case 'fourAhead':
      return `C’est bientôt votre tour\u00a0: encore ${entry.ahead ?? 4}.`;
    case 'amphitheatreOpened':
      return `Votre amphithéâtre est ouvert. ${startsText('Votre session', entry.startsAt)}`;
    case 'sessionTime':
      return `L’heure de votre session a été fixée ou changée. ${startsText('Elle', entry.startsAt)}`;
    case 'choiceMade':
      return `Choix enregistré${placeText(entry)}.`;
    case 'choiceCorrected':
      return entry.service === null
        ? 'Votre choix a été retiré par l’ARS.'
        : `Choix corrigé par l’ARS${placeText(entry)}.`;
    case 'statusAsked':
      return statusAskedText(entry);
    case 'statusDecided':
      return statusDecidedText(entry);
    case 'mandateAsked':
      return mandateAskedText(entry);
    case 'mandateAccepted':
      return mandateAcceptedText(entry);
    case 'mandateEnded':
      return mandateEndedText(entry);
    default:
      return entry.kind satisfies never;
  }
}

export type OfferNotice = 'postsAdded' | 'postBlocked' | 'postOffered';

export function offerText(kind: OfferNotice, posts: readonly string[], reason: string | null): string {
  const names = posts.join('\u202f; ');
  const told = {
    postsAdded: `${plural(posts.length, 'poste ajouté', 'postes ajoutés')} à l’offre\u00a0: ${names}.`,
    postBlocked: `poste retiré de l’offre\u00a0: ${names}.`,
    postOffered: `poste remis dans l’offre\u00a0: ${names}.`,
  }[kind];
  return reason === null || reason === '' ? told : `${told} Motif\u00a0: ${reason}`;
}

const startsText = (what: string, at: Ms | null): string =>
  at === null ? 'L’heure est à fixer.' : `${what} commence ${day(at)} à ${hour(at)} (heure de Paris).`;

const placeText = ({ service, establishment }: BellEntry): string =>
  service === null ? '' : `\u00a0: ${service}, ${establishment ?? ''}`;

/** Newest first, each happening once: the first list's word stands, with what any of them knows of it. */
export function merged(...lists: readonly (readonly FeedEntry[])[]): readonly FeedEntry[] {
  const known = new Map<string, FeedEntry>();
  for (const entry of lists.flat()) {
    const before = known.get(entry.key);
    known.set(entry.key, before === undefined ? entry : both(before, entry));
  }
  return [...known.values()].sort((a, b) => b.at - a.at);
}

const both = (first: FeedEntry, second: FeedEntry): FeedEntry => ({
  ...first,
  favourite: first.favourite || second.favourite,
  read: first.read || second.read,
  place: first.place ?? second.place,
});

export const unread = (feed: readonly FeedEntry[]): number => feed.filter(({ read }) => !read).length;
