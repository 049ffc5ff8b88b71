/**
 * Which live sessions have no owner any more (architecture §4): nobody's, or another host's that says no longer that it
 * lives. Seen by looking again and again whether what it writes each second changes, so that no two clocks are compared.
 * Where this is wrong, correctness is the epoch: the one before finds its next write refused. host.ts asks each second.
 */
import type { Clock } from '../../api/kit/clock.ts';
import type { Ms, SessionId } from '../../machines/ids.ts';
import type { LiveRow } from './session-rows.ts';

/** An owner says each second that it lives: five of them missed in a row. */
const LEASE_MS = 5_000;
/** A host that stood still saw nobody write: of such a time no more than this is held against the others. */
const LONGEST_LOOK_MS = 2_000;

export interface Leases {
  /**
   * @param rows every live session as it stands in the table now, but those that this host holds.
   * @returns those that may be taken up at once.
   */
  readonly look: (rows: readonly LiveRow[]) => readonly LiveRow[];
}

/** @param isGone whether the host of this name is known to have ended; asked at the first look alone. */
export function leases(
  { clock, name }: { readonly clock: Clock; readonly name: string },
  isGone: (owner: string) => boolean,
): Leases {
  let watched = new Map<SessionId, { readonly row: LiveRow; readonly unchangedMs: Ms }>();
  let lookedAt: Ms | null = null;

  return {
    look(rows) {
      const isFirst = lookedAt === null;
      const passed = Math.max(0, Math.min(clock.now() - (lookedAt ?? clock.now()), LONGEST_LOOK_MS));
      lookedAt = clock.now();
      watched = new Map(
        rows.map(row => {
          const before = watched.get(row.session);
          const isSame = before?.row.epoch === row.epoch && before.row.aliveAt === row.aliveAt;
          return [row.session, { row, unchangedMs: isSame ? before.unchangedMs + passed : 0 }];
        }),
      );
      // Under our own name and not held: given up in a doubt about the fence that was not one.
      const isFree = ({ owner }: LiveRow): boolean =>
        owner === null || owner === name || (isFirst && isGone(owner));
      return [...watched.values()].flatMap(({ row, unchangedMs }) =>
        isFree(row) || unchangedMs >= LEASE_MS ? [row] : [],
      );
    },
  };
}
