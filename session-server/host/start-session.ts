/** `start`: under the amphitheatre's row lock, the world is read, judged and written whole as the journal's first row. */
import type { CommandId, SessionId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { mayBegin } from '../../machines/session/beside.ts';
import type { Command, Who } from '../../machines/session/commands.ts';
import { decide } from '../../machines/session/decide.ts';
import { initialSnapshot, stateName } from '../../machines/session/machine.ts';
import type { Sql } from '../../migrations/open.ts';
import { append } from '../journal/append.ts';
import type { Appended } from '../journal/append.ts';
import { streamOf } from '../bus/stream-id.ts';
import type { JournalRow } from '../journal/row.ts';
import { decidedRow } from './decided-row.ts';
import { emptyIndex, indexRow } from './held.ts';
import type { Held } from './held.ts';
import type { HostParts } from './host-parts.ts';

import { loadWorld, lockBeginning } from './load-world.ts';

export interface StartRequest {
  readonly session: SessionId;
  readonly id: CommandId | null;
  readonly who: Who;
}

export type Started =
  | { readonly kind: 'started'; readonly held: Held; readonly row: JournalRow }
  /** It runs already: whoever asked asks its owner. */
  | { readonly kind: 'live' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export async function startSession(parts: HostParts, request: StartRequest): Promise<Started> {
  try {
    return await parts.database.transaction(sql => startLocked(sql, parts, request));
  } catch (error) {
    if (!(error instanceof NotAppended)) throw error;
    parts.log.error({ err: error, session: request.session }, 'start.notAppended');
    return { kind: 'refused', refusal: { code: 'RETRY' } };
  }
}

async function startLocked(sql: Sql, parts: HostParts, request: StartRequest): Promise<Started> {
  const { session } = request;
  const beginning = await lockBeginning(sql, session);
  if (!beginning) return { kind: 'refused', refusal: { code: 'UNKNOWN_SESSION' } };
  const { state } = beginning;
  if (state === 'running' || state === 'paused') return { kind: 'live' };
  if (state !== 'draft' && state !== 'validated' && state !== 'open')
    return { kind: 'refused', refusal: { code: 'WRONG_STATE', state, command: 'start' } };

  const refusal = mayBegin(beginning.rehearsal, beginning.beside);
  if (refusal) return { kind: 'refused', refusal };
  const at = parts.clock.now();
  const stream = streamOf({ ...beginning, session });
  const world = await loadWorld(sql, session, beginning, parts.presence.of(stream.rehearsal));
  const command: Command = { at, type: 'start', world, earlierOpen: beginning.earlierOpen };
  const decision = decide(initialSnapshot(state), command);
  if (decision.kind !== 'accepted') return { kind: 'refused', refusal: decision.refusal };

  const epoch = await firstEpoch(sql, session, parts.name);
  const before = { session, amphitheatre: beginning.amphitheatre, seq: 0, pub: beginning.pub };
  const row = decidedRow(before, request, command, decision);
  const [appended] = await append(sql, [
    {
      row,
      epoch,
      previous: null,
      state: stateName(decision.next),
      rehearsal: beginning.rehearsal,
      mailDomain: parts.mailDomain,
    },
  ]);
  if (appended?.kind !== 'appended') throw new NotAppended(appended);
  const index = emptyIndex();
  indexRow(index, row);
  const held: Held = {
    session,
    amphitheatre: beginning.amphitheatre,
    rehearsal: beginning.rehearsal,
    epoch,
    snapshot: decision.next,
    seq: 1,
    hash: appended.hash,
    at,
    pub: row.pub ?? beginning.pub,
    index,
    aliveAt: null,
  };
  return { kind: 'started', held, row };
}

async function firstEpoch(sql: Sql, session: SessionId, owner: string): Promise<number> {
  const [row] = await sql<{ epoch: number }>(
    'update session set epoch = epoch + 1, owner = ?::text where id = ?::int returning epoch',
    [owner, session],
  );
  return row?.epoch ?? 0;
}

/** Rolls the transaction back: under the lock only a fault of ours, or of the tables, comes here. */
class NotAppended extends Error {
  constructor(appended: Appended | undefined) {
    super(`the first row was not appended: ${JSON.stringify(appended ?? null)}`);
    this.name = 'NotAppended';
  }
}
