/**
 * A session played on the pure machine and recorded as its owner would, with everything that hangs on each row, on a
 * stage in a real database: for tests of what is recorded, without sockets and without a host.
 */
import type { PersonId, PostId, SessionId } from '../../../machines/ids.ts';
import type { CommandBody } from '../../../machines/session/commands.ts';
import type { Fact } from '../../../machines/session/facts.ts';
import { stateName } from '../../../machines/session/machine.ts';
import { publicFacts } from '../../../machines/session/public-facts.ts';
import type { Sql } from '../../../migrations/open.ts';
import { loadWorld, lockBeginning } from '../../../session-server/host/load-world.ts';
import { append } from '../../../session-server/journal/append.ts';
import { REASON, opened, startIn } from '../../machines/session/stage.ts';
import type { Stage as Machine, Taken } from '../../machines/session/stage.ts';
import { newRow } from '../journal/rows.ts';
import { personAt } from './stage.ts';
import type { Stage } from './stage.ts';

export interface Player {
  readonly machine: Machine;
  /** Reads the world from the tables, with these connected, and starts in it. */
  readonly start: (connected: readonly PersonId[]) => Promise<void>;
  /** Decides and records. @throws where it is refused. */
  readonly play: (body: CommandBody) => Promise<readonly Fact[]>;
  /** The same, refused or not: a late choice is both refused and recorded. */
  readonly send: (body: CommandBody) => Promise<void>;
  /** Time goes on, and what is due is recorded. */
  readonly wait: (ms: number) => Promise<void>;
  /** The called one's own choice, received now. */
  readonly choose: (person: PersonId, post: PostId, by?: 'intern' | 'mandatary') => Promise<void>;
  /** What commands about the called one say. */
  aboutCalled(order: number): {
    readonly person: PersonId;
    readonly turn: number;
    readonly on: 'awaited' | 'choosing' | 'recovering';
    readonly during: 'running' | 'paused';
    readonly reason: typeof REASON;
  };
}

export function playerOf(sql: Sql, stage: Stage, session: SessionId): Player {
  const waiting: Taken[] = [];
  const machine = opened(undefined, taken => waiting.push(taken));
  let seq = 0;
  let previous: Buffer | null = null;

  async function record(): Promise<void> {
    for (const { command, decision } of waiting.splice(0)) {
      if (decision.kind === 'refused') continue;
      const [amphitheatre] = await sql<{ pub: number }>('select pub from amphitheatre');
      const pub = publicFacts(decision.facts).length > 0 ? (amphitheatre?.pub ?? 0) + 1 : null;
      const { facts, next } = decision;
      const row = newRow(
        { ...stage, session },
        { seq: (seq += 1), previous, command, facts, pub, state: stateName(next) },
      );
      const [appended] = await append(sql, [{ ...row, row: { ...row.row, at: command.at } }]);
      if (appended?.kind !== 'appended') throw new Error(`${command.type}: ${JSON.stringify(appended)}`);
      previous = appended.hash;
    }
  }

  const play = async (body: CommandBody): Promise<readonly Fact[]> => {
    const facts = machine.accept(body);
    await record();
    return facts;
  };
  const send = async (body: CommandBody): Promise<void> => {
    machine.send(body);
    await record();
  };
  return {
    machine,
    async start(connected) {
      const beginning = await lockBeginning(sql, session);
      if (!beginning) throw new Error('no such session');
      const isPresent = (person: PersonId): boolean => connected.includes(person);
      const attendance = {
        isPresent,
        mayBeUnseen: () => false,
        wasUnseenAt: () => false,
        lastSeen: () => null,
      };
      await play(startIn(await loadWorld(sql, session, beginning, attendance)));
    },
    play,
    send,
    async wait(ms) {
      machine.wait(ms);
      await record();
    },
    choose: (person, post, by = 'intern') =>
      send({ type: 'choose', person, post, turn: machine.called?.turn ?? 0, receivedAt: machine.now, by }),
    aboutCalled: order => ({
      person: personAt(stage, order),
      turn: machine.called?.turn ?? 0,
      on: machine.called?.mode ?? 'choosing',
      during: machine.snapshot.context.pause ? 'paused' : 'running',
      reason: REASON,
    }),
  };
}
