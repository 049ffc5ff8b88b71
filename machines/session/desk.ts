/** What the moderators' room holds of every person of a session, beyond the public state (domain §8). */
import type { DeskPerson } from '../wire/frames.ts';
import type { SessionContext } from './state.ts';
import { at } from './vector.ts';

/** In call order; empty before `start`. */
export function deskPeople({ context }: { readonly context: SessionContext }): readonly DeskPerson[] {
  const { world, people } = context;
  if (!world) return [];
  return world.people.map(({ id, extraTurnMs }, number) => {
    const { state, status, mandate, connected, lastSeenAt, lastSeenWhere, returns, elsewhere } = at(
      people,
      number,
    );
    const where = lastSeenWhere ?? null;
    const seen = { connected, since: lastSeenAt, where };
    return { person: id, state, status, mandate, ...seen, extraTurnMs, returns, elsewhere };
  });
}

/** The called one may choose no post at all: the moderators are to pass the turn (domain §4). */
export const noPost = ({ context }: { readonly context: SessionContext }): boolean =>
  context.called?.anyPost === false;

/** The setting that its posts are judged by too, fixed at `start`; null: no cap, as in journals of older rules. */
export const capOf = ({ context }: { readonly context: SessionContext }): number | null =>
  context.world?.settings.supernumeraryCap ?? null;
