/** Parts a row into what may stand in the journal and what lies apart, and puts it together again (machines/sealed.ts). */
import { randomBytes } from 'node:crypto';
import { putSealed, takeSealed } from '../../machines/sealed.ts';
import type { Command } from '../../machines/session/commands.ts';
import type { Fact } from '../../machines/session/facts.ts';
import { privateDigest } from './hash-chain.ts';
import { headOf } from './row.ts';
import type { BareRow, JournalRow } from './row.ts';

const SALT_BYTES = 16;

export interface PrivatePart {
  readonly salt: Buffer;
  /** JSON array of the sealed values, in order of appearance. */
  readonly text: string;
}

export interface SealedRow {
  readonly bare: BareRow;
  readonly hidden: PrivatePart | null;
}

export function sealRow(row: JournalRow): SealedRow {
  const { bare, taken } = takeSealed([row.command, row.facts]);
  const [command, facts] = bare as [unknown, unknown];
  const hidden = taken.length > 0 ? { salt: randomBytes(SALT_BYTES), text: JSON.stringify(taken) } : null;
  return {
    hidden,
    bare: {
      ...headOf(row),
      commandId: row.commandId,
      command,
      facts,
      privateDigest: hidden && privateDigest(hidden.salt, hidden.text),
      rules: row.rules,
    },
  };
}

/** @param text the private part's; null where there is none, or it was purged: its values are then null. */
export function unseal(
  command: unknown,
  facts: unknown,
  text: string | null,
): { readonly command: Command; readonly facts: readonly Fact[] } {
  const taken = text === null ? null : (JSON.parse(text) as readonly unknown[]);
  const [whole, told] = putSealed([command, facts], taken) as [Command, readonly Fact[]];
  return { command: whole, facts: told };
}

/** The same value as it reads after a purge. */
export const withoutSealed = (value: unknown): unknown => putSealed(takeSealed(value).bare, null);
