/** Nothing among the favourites, or nothing left there: what to do instead. */
import type { VNode } from 'preact';

interface NoFavouritesProps {
  readonly realm: 'intern' | 'mandatary';
  /** The offer: below on the same page, or another one. */
  readonly offerHref: string;
  /** At one's turn the offer is what counts: no word more than needed above it. */
  readonly myTurn?: boolean;
}

export const NoFavourites = ({ realm, offerHref, myTurn = false }: NoFavouritesProps): VNode =>
  myTurn && realm === 'intern' ? (
    <p class="favourites-none">
      Aucun favori. <a href={offerHref}>Choisir dans l’offre</a>
    </p>
  ) : realm === 'mandatary' ? (
    <p class="favourites-none">
      L’interne n’a pas de favori. <a href={offerHref}>Aller à l’offre</a>
    </p>
  ) : (
    <p class="favourites-none">
      Aucun favori pour l’instant. Touchez le cœur d’un service de l’offre pour le garder en entier, ou
      ouvrez-le pour garder un seul poste. À votre tour, vos favoris sont en tête, avec leur bouton
      «&nbsp;Choisir&nbsp;». <a href={offerHref}>Aller à l’offre</a>
    </p>
  );

export const NonePossible = ({ offerHref }: Pick<NoFavouritesProps, 'offerHref'>): VNode => (
  <p class="favourites-none">
    Plus rien n’est libre dans vos favoris. <a href={offerHref}>Aller à l’offre</a>
  </p>
);
