/** A journal row as the session server handles it: what `append` writes and reading gives back. */
import type { AmphitheatreId, Ms, SessionId } from '../../machines/ids.ts';
import type { Command, Who } from '../../machines/session/commands.ts';
import type { Fact } from '../../machines/session/facts.ts';

/** Where and when a row stands, and who it comes from: the same in every form of it. */
export interface RowHead {
  readonly session: SessionId;
  readonly seq: number;
  readonly amphitheatre: AmphitheatreId;
  /** Number in the public stream, the amphitheatre's or the rehearsal's own; null where the row has no public fact. */
  readonly pub: number | null;
  readonly at: Ms;
  readonly who: Who;
}

/** With its private texts in place (unsealed): what stays inside the house. */
export interface JournalRow extends RowHead {
  /** Null for the system's own commands. */
  readonly commandId: string | null;
  readonly command: Command;
  readonly facts: readonly Fact[];
  readonly rules: number;
}

/** A decided row with what its append is fenced by and writes beside it. */
export interface NewRow {
  readonly row: JournalRow;
  /** The owner's; an append under an older one writes nothing. */
  readonly epoch: number;
  /** Hash of the row before; null for a session's first. */
  readonly previous: Buffer | null;
  /** The session's state after the row. */
  readonly state: string;
  /** Journal rows only, numbered in a stream of their own: no assignment, no mail, nothing in the tables (domain §2). */
  readonly rehearsal: boolean;
  /** Right-hand side of the mails' Message-ID. */
  readonly mailDomain: string;
}

/** The row as it stands in the table and is hashed: private texts replaced by their index. */
export interface BareRow extends RowHead {
  readonly commandId: string | null;
  readonly command: unknown;
  readonly facts: unknown;
  /** Hexadecimal SHA-256(salt ‖ text) of the private part; null where there is none. */
  readonly privateDigest: string | null;
  readonly rules: number;
}

export const headOf = ({ session, seq, amphitheatre, pub, at, who }: RowHead): RowHead => ({
  session,
  seq,
  amphitheatre,
  pub,
  at,
  who,
});
