/** The room as the rows of the offer and of the favourites see it. */
import type { OfferPlace } from '../offer/offer-context.ts';
import { ChooseButton } from './choose-button.tsx';
import { refusalNames, specialtyName } from './model.ts';
import type { Room } from './room-context.ts';

export const offerPlace = ({ live, realm, standing, favourites }: Room): OfferPlace => ({
  realm,
  status: () => live.you.value?.status ?? 'classic',
  names: () => refusalNames(live.directory.value),
  specialty: id => specialtyName(live.directory.value, id),
  favourites,
  choosing: () => standing.value?.moment.kind === 'myTurn',
  chooseButton: (state, title, word) => <ChooseButton state={state} title={title} word={word} />,
});
