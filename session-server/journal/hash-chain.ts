/** The chain that anyone can verify (architecture §2): SHA-256(previous ‖ canonical JSON of the row). */
import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { BareRow } from './row.ts';

/** @param previous hash of the row before; null for a session's first row. */
export function chainHash(previous: Buffer | null, row: BareRow): Buffer {
  const hash = createHash('sha256');
  if (previous) hash.update(previous);
  return hash.update(canonicalJson(row)).digest();
}

/** @returns hexadecimal SHA-256(salt ‖ text). */
export function privateDigest(salt: Buffer, text: string): string {
  return createHash('sha256').update(salt).update(text).digest('hex');
}

export type ChainFault = {
  readonly seq: number;
  readonly why: 'missing' | 'hash' | 'private';
};

/** One row as read for verification: the private part is null where it was purged or never was. */
export interface ChainLink {
  readonly row: BareRow;
  readonly hash: Buffer;
  readonly salt: Buffer | null;
  readonly text: string | null;
}

/**
 * Walks the rows of one session from its first.
 * @returns the first row that is not what was recorded, or null where the chain is whole. A purged private part
 * leaves it whole; a rewritten one does not.
 */
export function verifyChain(links: readonly ChainLink[]): ChainFault | null {
  let previous: Buffer | null = null;
  let expected = 1;
  for (const { row, hash, salt, text } of links) {
    if (row.seq !== expected) return { seq: expected, why: 'missing' };
    if (!chainHash(previous, row).equals(hash)) return { seq: row.seq, why: 'hash' };
    if (salt && text !== null && privateDigest(salt, text) !== row.privateDigest)
      return { seq: row.seq, why: 'private' };
    previous = hash;
    expected += 1;
  }
  return null;
}
