/** A client of the wire for tests: a real socket, its frames in order, and waiting for the one that is meant. */
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { issueTicket } from '../../../api/kit/tickets.ts';
import type { AmphitheatreId, CommandId, LoginId, SessionId } from '../../../machines/ids.ts';
import { PROTOCOL } from '../../../machines/wire/frames.ts';
import type { ServerFrame, WireCommand } from '../../../machines/wire/frames.ts';
import type { Sql } from '../../../migrations/open.ts';

export const ORIGIN = 'http://localhost:3000';

type Frame<Type extends ServerFrame['type']> = Extract<ServerFrame, { type: Type }>;

export class Watcher {
  readonly frames: ServerFrame[] = [];
  /** The same, as they came. */
  readonly texts: string[] = [];
  closed: { readonly code: number; readonly reason: string } | null = null;
  readonly socket: WebSocket;
  #error = 'none';
  readonly #hearers = new Set<() => void>();

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data: Buffer) => {
      const text = data.toString('utf8');
      this.texts.push(text);
      this.frames.push(JSON.parse(text) as ServerFrame);
      for (const hear of this.#hearers) hear();
    });
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: String(reason) };
      for (const hear of this.#hearers) hear();
    });
    socket.on('error', error => {
      this.#error = error.message; // 'close' follows
    });
  }

  /** @param login null: the public. */
  static async open(sql: Sql, port: number, login: LoginId | null): Promise<Watcher> {
    const ticket = await issueTicket(sql, login);
    const watcher = new Watcher(
      new WebSocket(`ws://127.0.0.1:${port}/?ticket=${ticket}`, { origin: ORIGIN }),
    );
    await once(watcher.socket, 'open');
    return watcher;
  }

  /** Says hello and waits for the answer. */
  async hello(
    amphitheatre: AmphitheatreId,
    last: number | null = null,
    rehearsal: SessionId | null = null,
    aside = false,
  ): Promise<ServerFrame> {
    const from = this.frames.length;
    this.send({ type: 'hello', protocol: PROTOCOL, amphitheatre, rehearsal, aside, last });
    return await this.until(
      'an answer to hello',
      frame => ['snapshot', 'resumed', 'gone'].includes(frame.type),
      from,
    );
  }

  send(frame: unknown): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  /** Sends a command and waits for its answer. */
  async ask(
    session: SessionId,
    body: WireCommand,
    id: string = randomUUID(),
  ): Promise<Frame<'accepted'> | Frame<'refused'> | Frame<'fault'>> {
    const from = this.frames.length;
    this.send({ type: 'command', id, session, body });
    const answers = (frame: ServerFrame): boolean =>
      (frame.type === 'accepted' || frame.type === 'refused' || frame.type === 'fault') &&
      frame.id === (id as CommandId);
    return (await this.until(`an answer to ${body.type}`, answers, from)) as Frame<'accepted'>;
  }

  /** The first frame from `from` on that is meant: waits for it. */
  async until(
    what: string,
    isMeant: (frame: ServerFrame) => boolean,
    from = 0,
    withinMs = 5_000,
  ): Promise<ServerFrame> {
    const find = (): ServerFrame | undefined => this.frames.slice(from).find(isMeant);
    return await this.#wait(what, find, withinMs);
  }

  /** The first delta that holds such a fact. */
  async fact(
    kind: string,
    isMeant: (fact: Record<string, unknown>) => boolean = () => true,
  ): Promise<ServerFrame> {
    return await this.until(`the fact ${kind}`, frame => {
      const deltas = frame.type === 'delta' ? [frame] : frame.type === 'resumed' ? frame.deltas : [];
      return deltas.some(delta => delta.facts.some(fact => fact.kind === kind && isMeant({ ...fact })));
    });
  }

  /** Once the server has answered a ping: whatever it had said before is here. */
  async settled(): Promise<void> {
    const from = this.frames.length;
    this.send({ type: 'ping', t: from });
    await this.until('pong', frame => frame.type === 'pong' && frame.t === from, from);
  }

  async untilClosed(): Promise<{ readonly code: number; readonly reason: string }> {
    return await this.#wait('the close', () => this.closed ?? undefined, 5_000);
  }

  /** As strictly typed frames of one kind, in order. */
  all<Type extends ServerFrame['type']>(type: Type): readonly Frame<Type>[] {
    return this.frames.filter((frame): frame is Frame<Type> => frame.type === type);
  }

  async close(): Promise<void> {
    if (this.socket.readyState === WebSocket.CLOSED) return;
    const gone = once(this.socket, 'close');
    this.socket.terminate();
    await gone;
  }

  #wait<T>(what: string, find: () => T | undefined, withinMs: number): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = setTimeout(() => {
        this.#hearers.delete(look);
        const seen = this.frames.slice(-10).map(frame => frame.type);
        const end = `closed: ${this.closed?.code ?? 'no'}, error: ${this.#error}`;
        reject(
          new Error(`not within ${withinMs} ms: ${what}; last seen: ${seen.join(' ') || 'nothing'}; ${end}`),
        );
      }, withinMs);
      const look = (): void => {
        const found = find();
        if (found === undefined) return;
        clearTimeout(stop);
        this.#hearers.delete(look);
        resolve(found);
      };
      this.#hearers.add(look);
      look();
    });
  }
}
