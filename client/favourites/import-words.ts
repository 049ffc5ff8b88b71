/** What is said of last semester's favourites before and after they are taken over. Pure. */
import type { FavouritesBefore } from '../http/answers.ts';
import { plural } from '../ui/format.ts';

type Last = NonNullable<FavouritesBefore['last']>;

/** @param empty whether the present list is. */
export function bringsWords({ count, added, already }: Last, empty: boolean): string {
  const of = `Votre liste du semestre dernier compte ${plural(count, 'favori', 'favoris')}`;
  if (added === 0) return `${of}\u00a0: aucun n’est dans l’offre de ce semestre.`;
  const there =
    already === 0 ? '' : `, ${already} ${already < 2 ? 'est déjà' : 'sont déjà'} dans votre liste`;
  const end = empty ? 'dans le même ordre' : 'à la suite des vôtres, dans le même ordre';
  return `${of}${there}. ${added} ${added < 2 ? 'peut être repris' : 'peuvent être repris'}, ${end}.`;
}

export const broughtWords = ({ added }: Last): string =>
  added === 0
    ? 'Rien à reprendre\u00a0: tout y était déjà.'
    : `${plural(added, 'favori repris', 'favoris repris')}.`;

/** One line each; none where everything came as it was. */
export function leftOutWords({ asService, notOffered }: Last): readonly string[] {
  return [
    ...(asService.length === 0
      ? []
      : [
          `${plural(asService.length, 'poste seul n’existe plus', 'postes seuls n’existent plus')}, ${asService.length < 2 ? 'son service est à sa place' : 'leur service est à leur place'}\u00a0: ${named(asService)}.`,
        ]),
    ...(notOffered.length === 0
      ? []
      : [
          `${plural(notOffered.length, 'favori n’est plus offert', 'favoris ne sont plus offerts')} ce semestre\u00a0: ${named(notOffered)}.`,
        ]),
  ];
}

const named = (titles: Last['notOffered']): string =>
  titles.map(({ service, establishment }) => `${service} (${establishment})`).join('\u202f; ');
