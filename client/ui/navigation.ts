/** Where the top bar leads, for whoever is signed in: only pages that exist. */
import type { SessionId } from '../../machines/ids.ts';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import type { Me } from '../http/answers.ts';

export interface Destination {
  readonly href: string;
  readonly word: string;
}

const HOME: Destination = { href: '/', word: 'Accueil' };
const AMPHITHEATRES: Destination = { href: '/amphitheatres', word: 'Amphithéâtres' };
const ASSIGNMENTS: Destination = { href: '/affectations', word: 'Affectations' };
const POSTS: Destination = { href: '/postes', word: 'Postes offerts' };
const MINE: Destination = { href: '/mon-amphitheatre', word: 'Mon amphithéâtre' };
const FAVOURITES: Destination = { href: '/favoris', word: 'Mes favoris' };
const DAY: Destination = { href: '/journee', word: 'Journée' };
const MAILBOX: Destination = { href: '/courriers', word: 'Courriers' };

/** What everybody may read beside the offer. */
const PUBLIC_PAGES: readonly Destination[] = [
  AMPHITHEATRES,
  { href: '/trouver-ma-session', word: 'Trouver ma session' },
  ASSIGNMENTS,
  { href: '/etablissements', word: 'Établissements' },
  { href: '/adequation', word: 'Taux d’adéquation' },
  { href: '/informations', word: 'Informations utiles' },
  { href: '/tester-mon-poste', word: 'Tester mon poste' },
  { href: '/aide', word: 'Aide et contact' },
];

/** The page where each kind of account is at work. */
export const WORKPLACES: Readonly<Record<SignInRealm, Destination>> = {
  intern: { href: '/ma-session', word: 'Ma session' },
  mandatary: { href: '/procuration', word: 'Procuration' },
  moderator: { href: '/salle', word: 'Salle' },
};

/** The room of an intern or a holder: the real one, or that of a rehearsal, which names whose it is. */
export function roomHref(realm: 'intern' | 'mandatary', rehearsal: SessionId | null): string {
  if (rehearsal === null) return WORKPLACES[realm].href;
  return `/amphi-blanc/${rehearsal}${realm === 'mandatary' ? '?compte=mandatary' : ''}`;
}

/** Signing in to one realm, and back to the page that asked for it. */
export const signInHref = (realm: SignInRealm, back: string): string =>
  `/connexion?compte=${realm}&vers=${encodeURIComponent(back)}`;

export const SIGN_IN_REALMS = ['intern', 'mandatary', 'moderator'] as const satisfies readonly SignInRealm[];

export function destinations(me: Me | null): readonly Destination[] {
  const workplaces = SIGN_IN_REALMS.filter(realm => (me?.[realm] ?? null) !== null).map(
    realm => WORKPLACES[realm],
  );
  return [
    ...((me?.moderator ?? null) === null ? [] : [DAY]),
    ...((me?.intern ?? null) === null ? [] : [MINE, FAVOURITES]),
    ...(workplaces.length === 0 ? [HOME] : workplaces),
    POSTS,
    ...(workplaces.length === 0 ? [AMPHITHEATRES, ASSIGNMENTS] : []),
  ];
}

/** So many stand beside each other on a desktop, with the account's name and the bell. */
const MOST_IN_BAR = 4;

/** Of the destinations those in the bar itself; who has several accounts keeps where each is at work. */
export function inBar(places: readonly Destination[]): readonly Destination[] {
  const works = new Set(Object.values(WORKPLACES));
  const first = [...places.filter(one => works.has(one)), ...places.filter(one => !works.has(one))];
  const kept = new Set(first.slice(0, MOST_IN_BAR));
  return places.filter(one => kept.has(one));
}

/** Behind one button of the bar: the public pages that have no place of their own in it. */
export function furtherDestinations(me: Me | null, development: boolean): readonly Destination[] {
  const shown = new Set(destinations(me).map(({ href }) => href));
  const further = [...PUBLIC_PAGES, ...(development ? [MAILBOX] : [])];
  return further.filter(({ href }) => !shown.has(href));
}

/** A destination stands for the pages under it. */
export const leadsTo = ({ href }: Destination, path: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);

/** «Camille Aubertin», or the name alone of those who have one only. */
export const fullName = (person: { readonly firstName: string | null; readonly name: string }): string =>
  person.firstName === null || person.firstName === '' ? person.name : `${person.firstName} ${person.name}`;
