/** The tag of a service, a line or a post, and the fill of its row: one meaning, one word, one icon. Pure. */
import { refusalText } from '../../machines/refusal-text.ts';
import type { RefusalNames } from '../../machines/refusal-text.ts';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import type { IconName } from '../ui/icon/icon.tsx';
import type { TagKind } from '../ui/tag.tsx';
import type { SeatsState } from './offer.ts';

export interface StateTag {
  readonly kind: TagKind;
  readonly icon: IconName;
  readonly word: string;
  /** Of the whole row. */
  readonly fill: 'none' | 'hatch' | 'reserved';
}

export function tagOf(state: SeatsState, status: ChoiceStatus, names: RefusalNames): StateTag {
  if (state.refusal !== null) {
    const several = state.refusal.code === 'RESERVED' && state.reservedFor.length > 1;
    const word = refusalText(state.refusal, several ? {} : names).replace(/\.$/u, '');
    if (state.refusal.code === 'RESERVED') return { kind: 'reserved', icon: 'lock', word, fill: 'reserved' };
    return { kind: 'plain', icon: 'circleX', word, fill: 'hatch' };
  }
  if (state.free > 0) {
    const word = state.offered === 1 ? 'Libre' : `${state.free} ${state.free < 2 ? 'libre' : 'libres'}`;
    return { kind: 'free', icon: 'circleCheck', word, fill: 'none' };
  }
  // Every post of it has a number of its own among the favourites.
  if (state.choosable === null)
    return { kind: 'plain', icon: 'list', word: 'Postes classés à part', fill: 'none' };
  // Filled, and open all the same: the seat of a supernumerary is beside it.
  const word = status === 'supernumeraryValidating' ? 'Ouvert à votre rang' : 'Ouvert en surnombre';
  return { kind: 'open-to-rank', icon: 'circleCheck', word, fill: 'none' };
}

/** What tells a line of a service from the others: «Poste fléché « oncologie »», «Poste sans fléchage». */
export function lineWords(
  line: { readonly earmark: string | null; readonly reservedFor: number | null },
  specialty: string | null,
): string {
  const reserved = line.reservedFor === null ? '' : `, réservé${specialty === null ? '' : ` (${specialty})`}`;
  return line.earmark === null
    ? `Poste sans fléchage${reserved}`
    : `Poste fléché «\u00a0${line.earmark}\u00a0»${reserved}`;
}
