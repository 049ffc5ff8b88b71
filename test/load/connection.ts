/** One robot's socket: ticket, hello, gaps asked for again, commands answered once, connection lost and found again. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { AmphitheatreId, CommandId, SessionId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { actAfterClose } from '../../machines/wire/close-codes.ts';
import {
  type ClientFrame,
  type Delta,
  PROTOCOL,
  type ServerFrame,
  type WireCommand,
} from '../../machines/wire/frames.ts';
import type { SharedView } from './shared-view.ts';
import type { Visitor } from './sign-in.ts';

export type Answer =
  | { readonly kind: 'accepted'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'fault'; readonly incident: string };

export interface Connection {
  /** Resolves with the answer, asked again with the same id where the connection was lost before it came. */
  command(session: SessionId, body: WireCommand): Promise<Answer>;
  /** Loses the connection without a word, and comes back after `ms`. */
  drop(ms: number): void;
  close(): Promise<void>;
  /** Gaps in the public stream that this socket has seen and mended. */
  readonly gaps: number;
}

interface Follower {
  readonly amphitheatre: AmphitheatreId;
  readonly view: SharedView;
  /** Each delta, in order, without holes; `live` unless it was caught up with after a lost connection. */
  readonly onDelta: (delta: Delta, live: boolean) => void;
  /** The house has not answered for `GIVE_UP_MS`. */
  readonly onGone: () => void;
  /** Everything else, snapshots first. */
  readonly onFrame: (frame: ServerFrame) => void;
}

const COME_BACK_MS = 100;
const GIVE_UP_MS = 120_000;

/** Connects and resolves when the answer to `hello` is there. */
export async function connect(visitor: Visitor, follower: Follower): Promise<Connection> {
  const pending = new Map<
    CommandId,
    { readonly frame: ClientFrame; readonly settle: (answer: Answer) => void }
  >();
  let socket: WebSocket | null = null;
  let last: number | null = null;
  let gaps = 0;
  let stopped = false;
  let returning = false;
  let backMs = COME_BACK_MS;

  const isAway = (): boolean => !stopped && socket === null;
  const send = (frame: ClientFrame): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  };
  const hello = (): void =>
    send({ type: 'hello', protocol: PROTOCOL, amphitheatre: follower.amphitheatre, last });
  const advance = (delta: Delta, live: boolean): void => {
    if (last !== null && delta.pub <= last) return;
    if (last !== null && delta.pub !== last + 1) {
      gaps++;
      hello();
      return;
    }
    last = delta.pub;
    follower.view.see(delta);
    follower.onDelta(delta, live);
  };
  const settle = (id: CommandId | null, answer: Answer): void => {
    if (id === null) return;
    pending.get(id)?.settle(answer);
    pending.delete(id);
  };
  const receive = (frame: ServerFrame): void => {
    if (frame.type === 'delta') advance(frame, true);
    else if (frame.type === 'resumed') frame.deltas.forEach(delta => advance(delta, false));
    else if (frame.type === 'snapshot') last = frame.state.pub;
    else if (frame.type === 'head' && last !== null && frame.pub > last) hello();
    else if (frame.type === 'accepted') settle(frame.id, { kind: 'accepted', seq: frame.seq });
    else if (frame.type === 'refused') settle(frame.id, { kind: 'refused', refusal: frame.refusal });
    else if (frame.type === 'fault') settle(frame.id, { kind: 'fault', incident: frame.incident });
    if (frame.type !== 'delta') follower.onFrame(frame);
  };

  const open = async (): Promise<void> => {
    const { ticket, url } = await visitor.call<{ ticket: string; url: string }>('POST', '/api/ticket', {
      realm: visitor.realm,
    });
    const next = new WebSocket(withTicket(url, ticket), { origin: visitor.origin, perMessageDeflate: false });
    await new Promise<void>((resolve, reject) => {
      next.on('open', () => {
        socket = next;
        hello();
      });
      next.on('error', reject);
      next.on('message', (data: Buffer) => {
        const frame = follower.view.parse(data.toString());
        receive(frame);
        if (frame.type === 'gone') reject(new Error(`gone: ${frame.code}`));
        if (frame.type === 'snapshot' || frame.type === 'resumed') resolve();
      });
      next.on('close', (code, reason) => {
        reject(new Error(`closed with ${code}`));
        if (socket === next) socket = null;
        if (actAfterClose(code) === 'comeBack') void comeBack(Number(String(reason)) || backMs);
      });
    });
    for (const { frame } of pending.values()) send(frame);
  };
  const comeBack = async (ms: number): Promise<void> => {
    if (returning) return;
    returning = true;
    await wait(ms);
    const until = Date.now() + GIVE_UP_MS; // it may be down for a while
    while (isAway() && Date.now() < until) await open().catch(() => wait(1000));
    if (isAway()) follower.onGone();
    returning = false;
    backMs = COME_BACK_MS;
  };

  await open();
  return {
    command: (session, body) =>
      new Promise(resolve => {
        const id = randomUUID() as string as CommandId;
        const frame: ClientFrame = { type: 'command', id, session, body };
        pending.set(id, { frame, settle: resolve });
        send(frame);
      }),
    drop(ms) {
      backMs = ms;
      socket?.terminate();
    },
    close: async () => {
      stopped = true;
      const open = socket;
      if (open === null) return;
      await new Promise<void>(resolve => {
        open.once('close', () => resolve());
        open.close(1000);
      });
    },
    get gaps() {
      return gaps;
    },
  };
}

function withTicket(url: string, ticket: string): string {
  const target = new URL(url);
  target.searchParams.set('ticket', ticket);
  return target.href;
}
