/** What an owner holds of its session between two commands, and how it is taken up from what stands written. */
import type { AmphitheatreId, CommandId, Ms, PersonId, SessionId } from '../../machines/ids.ts';
import type { Who } from '../../machines/session/commands.ts';
import type { Fact } from '../../machines/session/facts.ts';
import type { SessionSnapshot } from '../../machines/session/machine.ts';
import type { Sql } from '../../migrations/open.ts';
import { restoreSession } from '../journal/restore.ts';
import type { JournalRow } from '../journal/row.ts';

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
  /** The public number: the amphitheatre's, or the rehearsal's own. */
  readonly pub: number;
  /** What stands in the journal, by what it is asked for. */
  readonly index: RowIndex;
  /** Until when an owner is known to have lived; null where nothing says so. */
  readonly aliveAt: Ms | null;
}

/** Grows with every row; belongs to the owner alone. */
export interface RowIndex {
  /** What each command id of the journal was recorded for: an id is good for one command of one account. */
  readonly commands: Map<CommandId, RecordedCommand>;
  /** The row of each person's choice. */
  readonly choices: Map<PersonId, number>;
  /** How many late choices stand there of each person and turn. */
  readonly lateChoices: Map<string, number>;
}

/** More of one person and turn tell the moderators nothing, and a broken or ill-meant client could send them for hours. */
const LATE_CHOICES_KEPT = 3;

export interface RecordedCommand {
  readonly seq: number;
  readonly type: string;
  readonly who: string;
  /** A late choice: recorded, and refused all the same; judged anew, not recorded again. */
  readonly late: boolean;
}

export const emptyIndex = (): RowIndex => ({
  commands: new Map(),
  choices: new Map(),
  lateChoices: new Map(),
});

export const asker = (who: Who): string =>
  who.realm === 'system' ? who.part : `${who.realm} ${who.account}`;

const lateKey = ({ person, turn }: { readonly person: PersonId; readonly turn: number }): string =>
  `${person} ${turn}`;

/** Whether this late choice, too, is to stand in the journal; refused it is all the same. */
export const isLateChoiceKept = ({ lateChoices }: RowIndex, facts: readonly Fact[]): boolean =>
  facts.every(
    fact => fact.kind !== 'lateChoice' || (lateChoices.get(lateKey(fact)) ?? 0) < LATE_CHOICES_KEPT,
  );

export function indexRow(
  { commands, choices, lateChoices }: RowIndex,
  row: Pick<JournalRow, 'seq' | 'commandId' | 'who' | 'facts'> & {
    readonly command: { readonly type: string };
  },
): void {
  const id = row.commandId as CommandId | null;
  const late = row.facts.some(fact => fact.kind === 'lateChoice');
  if (id !== null) commands.set(id, { seq: row.seq, type: row.command.type, who: asker(row.who), late });
  for (const fact of row.facts) {
    if (fact.kind === 'lateChoice') lateChoices.set(lateKey(fact), (lateChoices.get(lateKey(fact)) ?? 0) + 1);
    if (fact.kind === 'assigned' || fact.kind === 'corrected') choices.set(fact.person, row.seq);
    if (fact.kind === 'corrected' && fact.to === null) choices.delete(fact.person);
  }
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
      session.alive_at, case when session.rehearsal then session.pub else amphitheatre.pub end as pub`,
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
  const rows = await sql<Pick<JournalRow, 'seq' | 'commandId' | 'who' | 'facts'> & { readonly type: string }>(
    `select seq, command_id as "commandId", who, command ->> 'type' as type, facts from journal
    where session_id = ?::int order by seq`,
    [session],
  );
  for (const { type, ...row } of rows) indexRow(index, { ...row, command: { type } });
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
