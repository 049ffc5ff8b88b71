/** An owner takes its own session up again: dropped after a fault, or after the record was away. */
import { rowsSinceSeq } from '../journal/read.ts';
import type { JournalRow } from '../journal/row.ts';
import { takeUp } from './held.ts';
import type { Held } from './held.ts';
import type { HostParts } from './host-parts.ts';
import { within } from './within.ts';
import { WRITE_WITHIN_MS } from './write-row.ts';

export type Retaken =
  /** `untold`: rows that stand in the journal and that this owner never published. */
  | { readonly kind: 'retaken'; readonly held: Held; readonly untold: readonly JournalRow[] }
  /** Another host owns it. */
  | { readonly kind: 'lost' }
  /** The record is away still, or cannot be folded. */
  | { readonly kind: 'failed' };

export async function retake({ database: { sql }, name, log }: HostParts, before: Held): Promise<Retaken> {
  const { session, epoch, seq } = before;
  try {
    const held = await within(takeUp(sql, session, name, epoch), WRITE_WITHIN_MS);
    if (!held) return { kind: 'lost' };
    return { kind: 'retaken', held, untold: await rowsSinceSeq(sql, session, seq) };
  } catch (error) {
    log.error({ session, err: error }, 'session.notRetaken');
    return { kind: 'failed' };
  }
}
