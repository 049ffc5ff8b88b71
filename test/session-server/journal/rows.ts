/** Journal rows for the journal's own suite: what an owner would hand to `append`, without an owner. */
import type { Ms, PersonId, PostId, ServiceId } from '../../../machines/ids.ts';
import { seal } from '../../../machines/sealed.ts';
import { publicFacts } from '../../../machines/session/public-facts.ts';
import { stateName } from '../../../machines/session/machine.ts';
import type { Command } from '../../../machines/session/commands.ts';
import type { Fact } from '../../../machines/session/facts.ts';
import { RULES_VERSION } from '../../../machines/session/version.ts';
import { append } from '../../../session-server/journal/append.ts';
import type { NewRow } from '../../../session-server/journal/row.ts';
import type { Sql } from '../../../migrations/open.ts';
import type { Taken } from '../../machines/session/stage.ts';
import type { Stage } from '../support/stage.ts';

export const AT: Ms = Date.UTC(2027, 2, 22, 8);

export interface Given {
  readonly seq?: number;
  readonly pub?: number | null;
  readonly epoch?: number;
  readonly previous?: Buffer | null;
  readonly commandId?: string | null;
  readonly command?: Command;
  readonly facts?: readonly Fact[];
  readonly rehearsal?: boolean;
  readonly state?: string;
}

/** A pause with a private reason, unless told otherwise. */
export function newRow(stage: Pick<Stage, 'amphitheatre' | 'session'>, given: Given = {}): NewRow {
  const reason = seal('le réseau de Cochin est coupé');
  return {
    epoch: given.epoch ?? 0,
    previous: given.previous ?? null,
    state: given.state ?? 'running',
    rehearsal: given.rehearsal ?? false,
    mailDomain: 'stage.example',
    row: {
      session: stage.session,
      seq: given.seq ?? 1,
      amphitheatre: stage.amphitheatre,
      pub: given.pub ?? null,
      at: AT + (given.seq ?? 1),
      who: { realm: 'moderator', account: 1 },
      commandId: given.commandId ?? null,
      command: given.command ?? { at: AT, type: 'pause', reason, on: 'running' },
      facts: given.facts ?? [{ kind: 'paused', at: AT, reason, automatic: null, leftMs: 1_000 }],
      rules: RULES_VERSION,
    },
  };
}

/** A classic choice of that person. */
export function choice(person: PersonId, post: PostId): Pick<Given, 'command' | 'facts'> {
  return {
    command: { at: AT, type: 'choose', person, post, turn: 1, receivedAt: AT, by: 'intern' },
    facts: [
      { kind: 'chosen', person, service: 1 as ServiceId, turn: 1, at: AT },
      { kind: 'assigned', person, post, turn: 1, by: 'intern', status: 'classic' },
    ],
  };
}

/** The machine's commands as their owner would have recorded them, in order; `change` alters what is told of a row. */
export async function recordTaken(
  sql: Sql,
  stage: Pick<Stage, 'amphitheatre' | 'session'>,
  taken: readonly Taken[],
  change: (facts: readonly Fact[], seq: number) => readonly Fact[] = facts => facts,
): Promise<void> {
  let previous: Buffer | null = null;
  let pub = 0;
  for (const [index, { command, decision }] of taken.entries()) {
    if (decision.kind === 'refused') throw new Error(`${command.type} refused`);
    const seq = index + 1;
    const isPublic = publicFacts(decision.facts).length > 0;
    pub += isPublic ? 1 : 0;
    const given = { seq, previous, command, pub: isPublic ? pub : null, state: stateName(decision.next) };
    const [appended] = await append(sql, [newRow(stage, { ...given, facts: change(decision.facts, seq) })]);
    if (appended?.kind !== 'appended') throw new Error(`row ${seq}: ${JSON.stringify(appended)}`);
    previous = appended.hash;
  }
}
