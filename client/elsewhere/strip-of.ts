/** What another page than the room has to say of one's turn; mostly nothing. Pure. */
import type { Moment } from '../room/moment.ts';
import { bannerTitle } from '../room/words.ts';
import type { IconName } from '../ui/icon/icon.tsx';

export interface Strip {
  readonly kind: 'now' | 'soon' | 'missed';
  readonly icon: IconName;
  readonly title: string;
  /** On the button into the room. */
  readonly way: string;
}

/** @param chooser whether this account is the one that chooses; null: the server has not said yet. */
export function stripOf(moment: Moment, chooser: boolean | null): Strip | null {
  if (chooser !== true) return null;
  switch (moment.kind) {
    case 'myTurn':
      return { kind: 'now', icon: 'hourglass', title: 'C’est à vous de choisir', way: 'Aller choisir' };
    case 'inLine':
      return moment.soon
        ? { kind: 'soon', icon: 'bellRinging', title: bannerTitle(moment.ahead), way: 'Aller à ma session' }
        : null;
    case 'absent':
      return moment.canReturn
        ? { kind: 'missed', icon: 'alert', title: 'Votre tour est passé', way: 'Le reprendre' }
        : null;
    default:
      return null;
  }
}
