/** The private side of a session that has not begun: asked of the API, and again while the room shows it. */
import { useMemo } from 'preact/hooks';
import type { PersonId } from '../../machines/ids.ts';
import { seal } from '../../machines/sealed.ts';
import type { PublicSession, PublicState } from '../../machines/session/public-state.ts';
import type { DeskPerson } from '../../machines/wire/frames.ts';
import type { RosterPerson } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { isToCome } from './desk-command.ts';

const LOOK_AGAIN_MS = 5_000;
const NOBODY: ReadonlyMap<PersonId, DeskPerson> = new Map();

export function useRoster(
  state: PublicState | null,
  session: PublicSession | null,
): { readonly people: ReadonlyMap<PersonId, DeskPerson>; readonly again: () => void } {
  const asks = state !== null && session !== null && isToCome(session);
  const path = asks ? `/desk/amphitheatres/${state.amphitheatre}/people` : null;
  const { value, again } = useAsked<readonly RosterPerson[]>(path, LOOK_AGAIN_MS);
  const people = useMemo(
    () => (value === null ? NOBODY : new Map(value.map(one => [one.person, deskPersonOf(one)]))),
    [value],
  );
  return { people, again };
}

const deskPersonOf = ({
  person,
  status,
  mandate,
  plannedAbsence,
  extraTurnMs,
  connectedSince,
}: RosterPerson): DeskPerson => ({
  person,
  status,
  mandate,
  state: plannedAbsence === null ? { kind: 'waiting' } : { kind: 'excused', reason: seal(plannedAbsence) },
  connected: connectedSince !== null,
  since: connectedSince,
  where: null,
  extraTurnMs,
  returns: 0,
  elsewhere: false,
});
