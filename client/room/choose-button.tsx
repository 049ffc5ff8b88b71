/** «Choisir» on a row, «Valider ce choix» on its posts (M §10.1), at my turn only and where `mayChoose` says yes; opens the summary window. */
import type { VNode } from 'preact';
import type { SeatsState } from '../offer/offer.ts';
import type { ChooseWord } from '../offer/offer-context.ts';
import { GuardedButton } from './guarded-button.tsx';
import { useRoom } from './room-context.ts';
import { notBegun } from './to-be-confirmed.tsx';

export function ChooseButton({
  state,
  title,
  word,
}: {
  readonly state: Pick<SeatsState, 'choosable'>;
  readonly title: string;
  readonly word: ChooseWord;
}): VNode | null {
  const room = useRoom();
  const { standing, seconds, still, life } = room;
  const moment = standing.value?.moment;
  const { choosable } = state;
  if (moment?.kind !== 'myTurn' || choosable === null || still.value || seconds.value === 0) return null;
  if (notBegun(room) !== null) return null;
  const { turn } = moment.called;
  return (
    <span class="offer-choose">
      <GuardedButton kind="go" icon="check" onClick={() => life.ask(choosable, turn)}>
        {word}
        <span class="hidden-text"> {title}</span>
      </GuardedButton>
    </span>
  );
}
