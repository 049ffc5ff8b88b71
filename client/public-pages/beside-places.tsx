/** The public pages that belong together, one beside the other; nothing on pages that stand alone. */
import type { VNode } from 'preact';
import { useLocation } from 'preact-iso';
import { leadsTo } from '../ui/navigation.ts';
import type { Destination } from '../ui/navigation.ts';

const TOGETHER: readonly (readonly Destination[])[] = [
  [
    { href: '/amphitheatres', word: 'Horaires et listes' },
    { href: '/trouver-ma-session', word: 'Trouver ma session' },
    { href: '/adequation', word: 'Taux d’adéquation' },
  ],
  [
    { href: '/affectations', word: 'Par interne' },
    { href: '/etablissements', word: 'Par établissement' },
  ],
  [
    { href: '/informations', word: 'Informations utiles' },
    { href: '/aide', word: 'Aide et contact' },
  ],
];

export function BesidePlaces(): VNode | null {
  const { path } = useLocation();
  const places = TOGETHER.find(group => group.some(place => leadsTo(place, path)));
  if (places === undefined) return null;
  return (
    <nav class="beside-places" aria-label="Pages voisines">
      <ul>
        {places.map(place => (
          <li key={place.href}>
            <a href={place.href} {...(leadsTo(place, path) ? { 'aria-current': 'page' } : {})}>
              {place.word}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
