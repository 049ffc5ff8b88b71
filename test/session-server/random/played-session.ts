/**
 * One session of a host, followed by its journal: each new row goes through the machine and the independent model, and
 * everything that the test asks is judged by the model first.
 */
import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { AccountId, CommandId, PersonId, SessionId } from '../../../machines/ids.ts';
import type { Command, CommandBody, Who } from '../../../machines/session/commands.ts';
import { decide } from '../../../machines/session/decide.ts';
import { initialSnapshot } from '../../../machines/session/machine.ts';
import type { SessionSnapshot } from '../../../machines/session/machine.ts';
import type { Answer, CommandRequest, PresentPerson } from '../../../session-server/bus/messages.ts';
import { rowsSinceSeq } from '../../../session-server/journal/read.ts';
import type { JournalRow } from '../../../session-server/journal/row.ts';
import { agree } from '../../machines/session/agree.ts';
import { holdInvariants } from '../../machines/session/invariants.ts';
import { PlainQueue } from '../../machines/session/plain-queue.ts';
import { judgePlainly } from '../../machines/session/plain-rules.ts';
import type { TestDatabase } from '../../support/database.ts';
import { eventually } from '../../support/eventually.ts';
import type { SimulatedClock } from '../../support/simulated-clock.ts';

/** Where a session is played: on a host alone (host-room.ts), or over sockets (socket-room.ts). */
export interface Room {
  readonly database: TestDatabase;
  readonly clock: SimulatedClock;
  /** While it stays the same there is nothing new in the session's journal. */
  news(session: SessionId): number | Promise<number>;
  request(request: CommandRequest): Promise<Answer>;
  isHere(person: PersonId, realm: PresentPerson['realm']): boolean;
  /** Everything asked of this session before has been done. */
  settled(session: SessionId): Promise<void>;
}

export class PlayedSession {
  readonly id: SessionId;
  readonly #room: Room;
  readonly #moderator: AccountId;
  #snapshot: SessionSnapshot = initialSnapshot('open');
  #model: PlainQueue | null = null;
  #seq = 0;
  #news = 0;

  private constructor(room: Room, id: SessionId, moderator: AccountId) {
    this.#room = room;
    this.id = id;
    this.#moderator = moderator;
  }

  static async start(room: Room, id: SessionId, moderator: AccountId): Promise<PlayedSession> {
    const session = new PlayedSession(room, id, moderator);
    const who: Who = { realm: 'moderator', account: moderator };
    const answer = await room.request({ session: id, id: newId(), who, body: { type: 'start' } });
    expect(answer).to.deep.equal({ kind: 'accepted', seq: 1 });
    await session.catchUp();
    return session;
  }

  // What random-commands.ts asks of a stage.
  get snapshot(): SessionSnapshot {
    return this.#snapshot;
  }
  get called() {
    return this.#snapshot.context.called;
  }
  get now(): number {
    return this.#room.clock.now();
  }
  get isClosed(): boolean {
    return this.#snapshot.value === 'closed';
  }

  get model(): PlainQueue {
    if (!this.#model) throw new Error('not started');
    return this.#model;
  }

  /** As a socket brings it, or through the inbox as the API does. */
  async ask(body: CommandBody, way: 'socket' | 'inbox'): Promise<void> {
    if (body.type === 'start') return;
    const expected = judgePlainly(this.model, this.#stamped(body));
    const answer = way === 'socket' ? await this.#send(body) : await this.#leave(body);
    const told = answer.kind === 'refused' ? JSON.stringify(answer.refusal) : answer.kind;
    expect(answer.kind, `${JSON.stringify(body)}: ${told}`).to.equal(
      expected === 'accepted' ? 'accepted' : 'refused',
    );
    await this.catchUp();
  }

  /** Reads on in the journal until nothing more comes: presence that is reported anew brings rows of its own. */
  async catchUp(): Promise<void> {
    for (;;) {
      if (!this.isClosed) await this.#room.settled(this.id);
      const news = await this.#room.news(this.id);
      if (news === this.#news) return;
      this.#news = news;
      for (const row of await rowsSinceSeq(this.#room.database.sql, this.id, this.#seq)) this.#follow(row);
    }
  }

  #follow({ seq, command, facts }: JournalRow): void {
    expect(seq).to.equal(this.#seq + 1);
    this.#seq = seq;
    const before = this.#snapshot;
    const decision = decide(before, command);
    if (decision.kind === 'refused')
      throw new Error(`row ${seq}, ${command.type}, is refused by the machine`);
    expect(JSON.parse(JSON.stringify(decision.facts))).to.deep.equal(facts);
    holdInvariants({ before, command, decision });
    this.#snapshot = decision.next;
    if (command.type === 'start') this.#model = new PlainQueue(command);
    else expect(this.model.take(command), command.type).not.to.equal('refused');
    agree(this.model, this.#snapshot);
  }

  /** As the host will: whose sockets are there is the gateways' to know. */
  #stamped(body: CommandBody): Command {
    const command = { ...body, at: this.now };
    if (command.type !== 'setMandate') return command;
    const connected = this.#room.isHere(command.person, command.held ? 'mandatary' : 'intern');
    return { ...command, connected };
  }

  #send(body: Exclude<CommandBody, { type: 'start' }>): Promise<Answer> {
    const own = body.type === 'choose' || body.type === 'rejoin';
    const who: Who = own ? { realm: body.by, account: 1 } : { realm: 'moderator', account: this.#moderator };
    return this.#room.request({ session: this.id, id: newId(), who, body });
  }

  async #leave(body: CommandBody): Promise<Answer> {
    const { sql } = this.#room.database;
    const who = { realm: 'moderator', account: this.#moderator };
    const [row] = await sql<{ id: number }>(
      `with asked as (
        insert into session_inbox (session_id, command_id, command, who) values (?::int, ?::text, ?::jsonb, ?::jsonb)
        returning id)
      select id, pg_notify('session_inbox', '{}') from asked`,
      [this.id, newId(), JSON.stringify(body), JSON.stringify(who)],
    );
    const said = await eventually('an answer in the inbox', async () => {
      const [asked] = await sql<{ answer: { accepted?: number } | null }>(
        'select answer from session_inbox where id = ?',
        [row?.id],
      );
      return asked?.answer ?? null;
    });
    if (said.accepted !== undefined) return { kind: 'accepted', seq: said.accepted };
    return { kind: 'refused', ...said } as Answer;
  }
}

const newId = (): CommandId => randomUUID() as CommandId;
