/** A browser and a server for the live connection, moved by the test alone: no timer runs, no socket is real. */
import { expect } from 'chai';
import type { SocketListener, LiveParts, TicketAnswer } from '../../../client/live/parts.ts';
import type { CommandId, Ms } from '../../../machines/ids.ts';
import type { ClientFrame, ServerFrame } from '../../../machines/wire/frames.ts';

export interface FakeParts {
  readonly parts: LiveParts;
  /** Frames sent over all sockets so far. */
  readonly sent: ClientFrame[];
  readonly editionsAsked: number[];
  ticket: TicketAnswer;
  /** Lets promises settle and opens the socket that was asked for. */
  open(): Promise<void>;
  say(frame: ServerFrame): void;
  closed(code: number, reason?: string): void;
  /** Moves the client's clock, firing what is due. */
  moveBy(ms: Ms): Promise<void>;
  sentOf<Type extends ClientFrame['type']>(type: Type): Extract<ClientFrame, { type: Type }>[];
  readonly sockets: number;
  hidden: boolean;
  /** The browser says that the network has gone or is back. */
  reachChanged(): void;
}

export function fakeParts(start: Ms = 1_000_000): FakeParts {
  let now = start;
  let listener: SocketListener | null = null;
  let reach: (() => void) | null = null;
  let ids = 0;
  let sockets = 0;
  const timers = new Set<{ readonly at: Ms; readonly act: () => void }>();
  const sent: ClientFrame[] = [];
  const editionsAsked: number[] = [];
  const settled = async (): Promise<void> => {
    for (let turns = 0; turns < 10; turns++) await Promise.resolve();
  };
  const fake: FakeParts = {
    sent,
    editionsAsked,
    hidden: false,
    ticket: { kind: 'ticket', ticket: 't-1', url: 'ws://localhost:1' },
    get sockets() {
      return sockets;
    },
    parts: {
      now: () => now,
      after(ms, act) {
        const timer = { at: now + ms, act };
        timers.add(timer);
        return () => void timers.delete(timer);
      },
      chance: () => 0,
      newId: () => `id-${++ids}` as CommandId,
      hidden: () => fake.hidden,
      askTicket: () => Promise.resolve(fake.ticket),
      askDirectory(_amphitheatre, edition) {
        editionsAsked.push(edition);
        return Promise.resolve(null);
      },
      openSocket(address, heard) {
        expect(address).to.equal('ws://localhost:1/?ticket=t-1');
        sockets++;
        listener = heard;
        return {
          send: text => void sent.push(JSON.parse(text) as ClientFrame),
          close: () => {
            listener = null;
          },
        };
      },
      onReach(act) {
        reach = act;
        return () => void (reach = null);
      },
    },
    reachChanged: () => reach?.(),
    async open() {
      await settled();
      listener?.opened();
    },
    say: frame => listener?.heard(JSON.stringify(frame)),
    closed: (code, reason = '') => listener?.closed(code, reason),
    async moveBy(ms) {
      const until = now + ms;
      const next = () => [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      for (let due = next(); due; due = next()) {
        timers.delete(due);
        now = Math.max(now, due.at);
        due.act();
        await settled();
      }
      now = until;
    },
    sentOf: <Type extends ClientFrame['type']>(type: Type) =>
      sent.filter((frame): frame is Extract<ClientFrame, { type: Type }> => frame.type === type),
  };
  return fake;
}
