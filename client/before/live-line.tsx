/** While one's session runs: how far it is, in a sentence, from the same live state as the room. */
import type { VNode } from 'preact';
import { estimatedTurn } from '../../machines/session/estimate.ts';
import type { Ms } from '../../machines/ids.ts';
import { me } from '../http/account.ts';
import { held } from '../live/held.ts';
import { standingOf } from '../room/moment.ts';
import type { Moment } from '../room/moment.ts';
import { aheadWords, aroundWords } from '../room/words.ts';
import type { OwnRealm } from './use-my-amphitheatre.ts';

export function LiveLine({ realm, now }: { readonly realm: OwnRealm; readonly now: Ms }): VNode | null {
  const live = held[realm].value;
  const state = live?.view.value?.state;
  const { person = null, session = null } = me.value?.[realm] ?? {};
  if (live === null || state === undefined || person === null) return null;
  const { moment } = standingOf(state, person, live.you.value, session);
  const estimate = estimatedTurn(state, person, now);
  const text = lineOf(moment, estimate === null ? null : aroundWords(estimate));
  return text === null ? null : <p class="before-live digits">{text}</p>;
}

function lineOf(moment: Moment, around: string | null): string | null {
  switch (moment.kind) {
    case 'inLine':
      return `${moment.ahead} ${aheadWords(moment.ahead)}${around === null ? '' : ` · ${around}`}`;
    case 'myTurn':
      return 'C’est à vous de choisir.';
    case 'heldTurn':
      return 'C’est votre tour\u00a0: la personne mandatée choisit.';
    case 'absent':
      return moment.canReturn
        ? 'Votre tour est passé\u00a0: entrez pour le reprendre.'
        : 'Votre tour est passé\u00a0: l’ARS peut rouvrir votre tour, appelez-la.';
    default:
      return null;
  }
}
