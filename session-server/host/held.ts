/** What an owner holds of its session between two commands, and how it is taken up from what stands written. */
import type { AmphitheatreId, CommandId, Ms, PersonId, SessionId } from '../../machines/ids.ts';
import type { Fact } from '../../machines/session/facts.ts';
import type { SessionSnapshot } from '../../machines/session/machine.ts';
import type { Sql } from '../../migrations/open.ts';
import { restoreSession } from '../journal/restore.ts';

export interface Held {
  readonly session: SessionId;
  readonly amphitheatre: AmphitheatreId;
  readonly rehearsal: boolean;
  readonly epoch: number;
  readonly snapshot: SessionSnapshot;
  /** Of the last row. */
  readonly seq: number;
  readonly hash: Buffer | null;
  readonly at: Ms;
  /** The amphitheatre's public number. */
  readonly pub: number;
  /** What stands in the journal, by what it is asked for. */
  readonly index: RowIndex;
  /** Until when an owner is known to have lived; null where nothing says so. */
  readonly aliveAt: Ms | null;
}

/** Grows with every row; belongs to the owner alone. */
export interface RowIndex {
  /** The row of each command id that was accepted. */
  readonly accepted: Map<CommandId, number>;
  /** Command ids of late choices: recorded, and refused all the same; judged anew, not recorded again. */
  readonly late: Set<CommandId>;
  /** The row of each person's choice. */
  readonly choices: Map<PersonId, number>;
}

export const emptyIndex = (): RowIndex => ({ accepted: new Map(), late: new Set(), choices: new Map() });

export function indexRow(
  { accepted, late, choices }: RowIndex,
  row: { readonly seq: number; readonly commandId: string | null; readonly facts: readonly Fact[] },
): void {
  const id = row.commandId as CommandId | null;
  if (id !== null && row.facts.some(fact => fact.kind === 'lateChoice')) late.add(id);
  else if (id !== null) accepted.set(id, row.seq);
  for (const fact of row.facts) if (fact.kind === 'assigned') choices.set(fact.person, row.seq);
}

/**
 * Makes this host the owner: epoch +1, compare-and-set, so that of two who try only one succeeds and the one before
 * finds its next append refused (architecture §4).
 * @param epoch the epoch it is taken from; null takes it from whoever has it. Under our own name it is ours whatever
 * its epoch: a try of ours that raised it may have failed half-way.
 * @returns null where it was not to be had: another epoch, or a state that is nobody's.
 * @throws where the database is away, or the journal cannot be folded (restore.ts).
 */
export async function takeUp(
  sql: Sql,
  session: SessionId,
  owner: string,
  epoch: number | null,
): Promise<Held | null> {
  const [row] = await sql<TakenRow>(
    `update session set epoch = session.epoch + 1, owner = ?::text from amphitheatre
    where session.id = ?::int and (session.epoch = coalesce(?::int, session.epoch) or session.owner = ?::text)
      and session.state in ('running', 'paused', 'closed') and amphitheatre.id = session.amphitheatre_id
    returning session.epoch, session.amphitheatre_id as amphitheatre, session.rehearsal, session.hash,
      session.alive_at, amphitheatre.pub`,
    [owner, session, epoch, owner],
  );
  if (!row) return null;
  const restored = await restoreSession(sql, session);
  return {
    session,
    amphitheatre: row.amphitheatre,
    rehearsal: row.rehearsal,
    epoch: row.epoch,
    hash: row.hash,
    pub: row.pub,
    aliveAt: row.alive_at,
    snapshot: restored.snapshot,
    seq: restored.seq,
    at: restored.at,
    index: await indexOf(sql, session),
  };
}

async function indexOf(sql: Sql, session: SessionId): Promise<RowIndex> {
  const index = emptyIndex();
  const rows = await sql<{ seq: number; command_id: string | null; facts: readonly Fact[] }>(
    'select seq, command_id, facts from journal where session_id = ?::int order by seq',
    [session],
  );
  for (const row of rows) indexRow(index, { seq: row.seq, commandId: row.command_id, facts: row.facts });
  return index;
}

interface TakenRow {
  readonly epoch: number;
  readonly amphitheatre: AmphitheatreId;
  readonly rehearsal: boolean;
  readonly hash: Buffer | null;
  readonly alive_at: Ms | null;
  readonly pub: number;
}
