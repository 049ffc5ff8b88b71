/** What is said of favourites, written and spoken: word for word that of the screens. Pure. */
import type { FavouriteOf } from '../../machines/favourites.ts';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import type { OfferService } from '../offer/offer.ts';
import { postTitle } from '../offer/post-facts.ts';
import { number as numbered, plural } from '../ui/format.ts';
import type { FavouriteChange } from './changes.ts';
import { isPossible } from './favourite-rows.ts';
import type { FavouriteRow } from './favourite-rows.ts';
import type { NotDone } from './outbox.ts';

/** «7 libres sur 12»; a supernumerary's are possible, free or not. */
export function countWords(rows: readonly FavouriteRow[], status: ChoiceStatus): string {
  const count = rows.filter(isPossible).length;
  const word = status === 'classic' ? 'libre' : 'possible';
  return `${count} ${count < 2 ? word : `${word}s`} sur ${rows.length}`;
}

/** «7 de vos 12 favoris encore libres». */
export function stillWords(rows: readonly FavouriteRow[], status: ChoiceStatus): string {
  const count = rows.filter(isPossible).length;
  const [one, many] = status === 'classic' ? ['libre', 'libres'] : ['possible', 'possibles'];
  if (rows.length === 1)
    return count === 0 ? `Votre favori n’est plus ${one}` : `Votre favori est encore ${one}`;
  if (count === 0) return `Aucun de vos ${numbered(rows.length)} favoris n’est encore ${one}`;
  return `${numbered(count)} de vos ${numbered(rows.length)} favoris encore ${count < 2 ? one : many}`;
}

export const sentWords = (sent: number): string =>
  `${plural(sent, 'modification envoyée', 'modifications envoyées')}.`;

/** Why a change that came late was not done. */
export function notDoneWords(title: string, outcome: NotDone['outcome']): string {
  switch (outcome) {
    case 'gone':
      return `${title}\u00a0: ce favori a été retiré sur un autre appareil, il n’a pas été déplacé.`;
    case 'kept':
      return `${title}\u00a0: ce favori a été ajouté de nouveau sur un autre appareil, il reste dans votre liste.`;
    case 'notOffered':
      return `${title}\u00a0: ce n’est plus dans l’offre de votre amphithéâtre, ce favori n’a pas été ajouté.`;
    default:
      return outcome satisfies never;
  }
}

/** What a favourite is called, from the services that are at hand. */
export function titleOf(of: FavouriteOf, services: readonly OfferService[]): string {
  if ('service' in of) {
    const found = services.find(({ service }) => service.id === of.service)?.service;
    return found === undefined ? 'Service' : postTitle(found);
  }
  for (const { service, lines } of services) {
    const found = lines.flatMap(({ posts }) => posts).find(({ post }) => post.id === of.post);
    if (found !== undefined) return `${postTitle(service)}, poste ${found.post.number}`;
  }
  return 'Poste';
}

export const onlyWords = (status: ChoiceStatus): string =>
  status === 'classic' ? 'Libres seulement' : 'Possibles seulement';

/** «Chirurgie viscérale, Hôpital Cochin», and which of its posts. */
export function rowTitle({ service: { service }, single, lines }: FavouriteRow): string {
  const number = single ? lines[0]?.posts[0]?.post.number : undefined;
  return `${service.name}, ${service.establishment}${number === undefined ? '' : `, poste ${number}`}`;
}

/** «Un seul poste, fléché « oncologie »»; null for a service that has several kinds of posts, or nothing special. */
export function kindWords({ single, lines }: FavouriteRow): string | null {
  const [line] = lines;
  if (line === undefined || lines.length > 1) return null;
  if (line.earmark !== null)
    return `${single ? 'Un seul poste, fléché' : 'Fléché'} «\u00a0${line.earmark}\u00a0»`;
  return single ? `Un seul poste, n°\u00a0${line.posts[0]?.post.number ?? ''}` : null;
}

interface Toast {
  /** What it is about, and in bold what has become of it. */
  readonly about: string;
  readonly done: string;
  /** The whole, as the live region says it. */
  readonly spoken: string;
}

/** @param title of what was changed. @param place its number now, null where it is gone. @param of how many there are. */
export function toastOf(change: FavouriteChange, title: string, place: number | null, of: number): Toast {
  const about = `${title}\u00a0:`;
  if (change.kind === 'remove' || place === null)
    return { about, done: 'retiré de vos favoris', spoken: `${title}\u00a0: retiré de vos favoris.` };
  const done = change.kind === 'add' ? `ajouté, n°\u00a0${place} sur ${of}` : `n°\u00a0${place} sur ${of}`;
  const spoken = `${title}\u00a0: ${change.kind === 'add' ? 'ajouté, ' : ''}numéro ${place} sur ${of}.`;
  return { about, done, spoken };
}

/** «Votre favori n° 1 est pourvu : chirurgie digestive, Saint-Antoine.» */
export const goneWords = (row: FavouriteRow): string =>
  `Votre favori n°\u00a0${row.number} est ${row.state.refusal?.code === 'BLOCKED' ? 'retiré de l’offre' : 'pourvu'}\u00a0: ${rowTitle(row)}.`;
