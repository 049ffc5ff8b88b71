/** A person of the independent model (plain-queue.ts), in everything that the domain says of one. */
import type { Ms } from '../../../machines/ids.ts';
import type { PersonState } from '../../../machines/session/state.ts';
import type { AbsenceCause, WorldPerson } from '../../../machines/session/world.ts';
import type { PlainChooser } from './plain-seats.ts';

export interface Somebody extends PlainChooser {
  status: PlainChooser['status'];
  kind: PersonState['kind'];
  cause: AbsenceCause;
  connected: boolean;
  mandate: boolean;
  byItself: boolean;
  returns: number;
  /** A planned absence was lifted late: the next connection brings them back. */
  owed: boolean;
  /** Of an earlier session: here for corrections only. */
  elsewhere: boolean;
  /** Their place had come before this session. */
  readonly hadPlace: boolean;
  readonly extraTurnMs: number;
  choice: { readonly post: number; readonly turn: number | null; readonly at: Ms } | null;
  lastTurn: { readonly turn: number; readonly endedAt: Ms } | null;
}

export function somebody(person: WorldPerson): Somebody {
  const { id, callOrder, specialty, status, mandate, plannedAbsence, carried, extraTurnMs } = person;
  const chosen = carried?.state === 'chosen' ? carried : null;
  const absent = carried?.state === 'absent' ? carried : null;
  const settled = chosen || carried?.state === 'passed' ? carried : null;
  const elsewhere = settled !== null;
  return {
    id,
    order: callOrder,
    specialty,
    status,
    mandate,
    extraTurnMs,
    elsewhere,
    kind: settled ? settled.state : plannedAbsence ? 'excused' : absent ? 'absent' : 'waiting',
    cause: absent?.cause ?? 'byModerator',
    connected: person.connected && !elsewhere,
    byItself: false,
    returns: carried && 'returns' in carried ? carried.returns : 0,
    owed: absent !== null && !plannedAbsence && absent.owedReturn,
    hadPlace: elsewhere || absent !== null || (carried?.state === 'excused' && carried.owedReturn),
    choice: chosen && { post: chosen.post, turn: chosen.turn, at: chosen.at },
    lastTurn: null,
  };
}

/** How this one comes into the next session, hours and turns apart. */
export function handedOver(one: Somebody, isPlaceReached: boolean): object {
  const { kind, cause, returns, owed, choice } = one;
  switch (kind) {
    case 'chosen':
      return { state: kind, post: choice?.post };
    case 'passed':
    case 'withoutPost':
      return { state: 'passed' };
    case 'absent':
      return { state: kind, cause, returns, owedReturn: owed };
    case 'excused':
      return { state: kind, returns, owedReturn: isPlaceReached };
    default:
      return { state: 'waiting', returns };
  }
}
