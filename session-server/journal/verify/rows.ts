/** The rows themselves: their chain and numbers, and the machine's word on each again (verify-session.ts). */
import { isDeepStrictEqual } from 'node:util';
import type { SessionSnapshot } from '../../../machines/session/decide.ts';
import { initialSnapshot, stateName } from '../../../machines/session/machine.ts';
import { publicFacts } from '../../../machines/session/public-facts.ts';
import { STORED_VERSION, fromStored } from '../../../machines/session/stored-state.ts';
import type { StoredState } from '../../../machines/session/stored-state.ts';
import { foldRow } from '../fold.ts';
import type { Folded } from '../fold.ts';
import { verifyChain } from '../hash-chain.ts';
import type { ChainLink } from '../hash-chain.ts';
import type { Restored } from '../restore.ts';
import { headOf } from '../row.ts';
import type { JournalRow } from '../row.ts';
import { unseal, withoutSealed } from '../sealing.ts';
import type { Disagreement, RefusedNow } from './report.ts';
import type { Numbers, SessionHead } from './tables.ts';

export const rowOf = ({ row, text }: ChainLink): JournalRow => ({
  ...headOf(row),
  commandId: row.commandId,
  rules: row.rules,
  ...unseal(row.command, row.facts, text),
});

export const isPurged = ({ row, text }: ChainLink): boolean => row.privateDigest !== null && text === null;

/** The first break only: from there on nothing is proved. */
export function chainFaults(links: readonly ChainLink[]): readonly Disagreement[] {
  const fault = verifyChain(links);
  return fault ? [{ about: 'chain', ...fault }] : [];
}

/** What the fold came to: the session after each row, as far as the rules took the rows. */
export interface Refolded {
  readonly snapshots: readonly SessionSnapshot[];
  readonly faults: readonly Disagreement[];
}

/** Stops at the first row that the rules do not give again: what follows was decided on another state. */
export function refold(rows: readonly JournalRow[]): Refolded {
  const snapshots: SessionSnapshot[] = [];
  for (const row of rows) {
    const folded = tried(() => foldRow(snapshots.at(-1) ?? initialSnapshot('open'), row));
    if (folded?.kind !== 'folded')
      return { snapshots, faults: [{ about: 'rules', seq: row.seq, why: whyNot(folded) }] };
    snapshots.push(folded.snapshot);
  }
  return { snapshots, faults: [] };
}

/** @param folded null: what stands in the row is no command at all. */
function whyNot(
  folded: Exclude<Folded, { kind: 'folded' }> | null,
): 'unreadable' | 'otherFacts' | RefusedNow {
  if (!folded) return 'unreadable';
  return folded.kind === 'otherFacts' ? folded.kind : { refusedNow: folded.code };
}

/** The session's row in its table says where the journal stands. */
export function headFaults(
  head: SessionHead,
  links: readonly ChainLink[],
  { snapshots, faults }: Refolded,
): readonly Disagreement[] {
  const last = links.at(-1);
  const live = snapshots.at(-1);
  const wrong = {
    seq: head.seq !== (last?.row.seq ?? 0),
    hash: last !== undefined && !head.hash?.equals(last.hash),
    state: live !== undefined && faults.length === 0 && head.state !== stateName(live),
    pub: head.pub < Math.max(0, ...links.map(({ row }) => row.pub ?? 0)),
  };
  return (['seq', 'hash', 'state', 'pub'] as const).flatMap(why =>
    wrong[why] ? [{ about: 'session' as const, seq: null, why }] : [],
  );
}

/** A number where something is public and nowhere else, each above the one before, none left out (architecture §3). */
export function numberFaults(rows: readonly JournalRow[], { taken, acts }: Numbers): readonly Disagreement[] {
  const faults: Disagreement[] = [];
  let last = 0;
  for (const { seq, pub, facts } of rows) {
    const isPublic = publicFacts(facts).length > 0;
    if (isPublic && pub === null) faults.push({ about: 'pub', seq, why: 'missing' });
    if (!isPublic && pub !== null) faults.push({ about: 'pub', seq, why: 'surplus' });
    if (pub !== null && pub <= last) faults.push({ about: 'pub', seq, why: 'order' });
    last = pub ?? last;
  }
  const holes = last - [...taken].filter(pub => pub <= last).length;
  const after = rows.find(({ pub }) => pub !== null && pub > 1 && !taken.has(pub - 1));
  if (holes > acts && after) faults.push({ about: 'pub', seq: after.seq, why: 'hole' });
  return faults;
}

/** States that were stored from the live session, and the one that a restore gives, against the fold from row 1. */
export function stateFaults(
  rows: readonly JournalRow[],
  { snapshots }: Refolded,
  stored: readonly { readonly seq: number; readonly version: number; readonly state: StoredState }[],
  restored: Restored | null,
  purged: boolean,
): readonly Disagreement[] {
  const [first] = rows;
  if (first?.command.type !== 'start') return [];
  const { world } = first.command;
  const faults: Disagreement[] = [];
  for (const { seq, version, state } of stored) {
    const folded = snapshots[seq - 1];
    if (version !== STORED_VERSION || !folded) continue; // never read again, or not provable
    const live = tried(() => fromStored(state, world));
    if (!live || !isSame(live, folded, purged)) faults.push({ about: 'state', seq, why: 'stored' });
  }
  const last = snapshots[rows.length - 1];
  if (last && !(restored && restored.seq === rows.length && isSame(restored.snapshot, last, purged)))
    faults.push({ about: 'state', seq: rows.length, why: 'restored' });
  return faults;
}

/** A stored state may hold what was purged beside it. */
function isSame(one: SessionSnapshot, other: SessionSnapshot, purged: boolean): boolean {
  const [first, second] = [one, other].map(({ value, context }) => ({ value, context }));
  return isDeepStrictEqual(first, second) || (purged && isDeepStrictEqual(bare(first), bare(second)));
}

const bare = (state: unknown): unknown => withoutSealed(JSON.parse(JSON.stringify(state)));

function tried<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
