/** One recorded row through the machine again: how a session is restored (restore.ts) and verified (verify/). */
import { isDeepStrictEqual } from 'node:util';
import { takeSealed } from '../../machines/sealed.ts';
import { decide } from '../../machines/session/decide.ts';
import type { SessionSnapshot } from '../../machines/session/decide.ts';
import type { Fact } from '../../machines/session/facts.ts';
import type { JournalRow } from './row.ts';
import { withoutSealed } from './sealing.ts';

export type Folded =
  | { readonly kind: 'folded'; readonly snapshot: SessionSnapshot }
  /** The journal says one thing and the rules of today another: nobody may go on from here. */
  | { readonly kind: 'refusedNow'; readonly code: string }
  | { readonly kind: 'otherFacts' };

export function foldRow(before: SessionSnapshot, row: JournalRow): Folded {
  const decision = decide(before, row.command);
  if (decision.kind === 'refused') return { kind: 'refusedNow', code: decision.refusal.code };
  if (!isToldBy(row.facts, decision.facts)) return { kind: 'otherFacts' };
  return { kind: 'folded', snapshot: decision.next };
}

/** After a purge only what is not private can be compared: evidence is worked out again, what was recorded is gone. */
function isToldBy(recorded: readonly Fact[], now: readonly Fact[]): boolean {
  // Through JSON, as the recorded ones went: what is undefined there is absent here.
  const told: unknown = JSON.parse(JSON.stringify(now));
  const purged = takeSealed(recorded).taken.length === 0;
  return isDeepStrictEqual(purged ? withoutSealed(told) : told, recorded);
}
