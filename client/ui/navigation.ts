/** Where the top bar leads, for whoever is signed in: only pages that exist. */
import type { SignInRealm } from '../../machines/wire/frames.ts';
import type { Me } from '../http/answers.ts';

export interface Destination {
  readonly href: string;
  readonly word: string;
}

const HOME: Destination = { href: '/', word: 'Accueil' };
const AMPHITHEATRES: Destination = { href: '/amphitheatres', word: 'Amphithéâtres' };
const ASSIGNMENTS: Destination = { href: '/affectations', word: 'Affectations' };
const MAILBOX: Destination = { href: '/courriers', word: 'Courriers' };

/** The page where each kind of account is at work. */
export const WORKPLACES: Readonly<Record<SignInRealm, Destination>> = {
  intern: { href: '/ma-session', word: 'Mon amphithéâtre' },
  mandatary: { href: '/procuration', word: 'Procuration' },
  moderator: { href: '/salle', word: 'Salle' },
};

export const SIGN_IN_REALMS = ['intern', 'mandatary', 'moderator'] as const satisfies readonly SignInRealm[];

export function destinations(me: Me | null, development: boolean): readonly Destination[] {
  const workplaces = SIGN_IN_REALMS.filter(realm => (me?.[realm] ?? null) !== null).map(
    realm => WORKPLACES[realm],
  );
  return [
    ...(workplaces.length === 0 ? [HOME] : workplaces),
    AMPHITHEATRES,
    ASSIGNMENTS,
    ...(development ? [MAILBOX] : []),
  ];
}

/** A destination stands for the pages under it. */
export const leadsTo = ({ href }: Destination, path: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);

/** «Camille Aubertin», or the name alone of those who have one only. */
export const fullName = (person: { readonly firstName: string | null; readonly name: string }): string =>
  person.firstName === null || person.firstName === '' ? person.name : `${person.firstName} ${person.name}`;
