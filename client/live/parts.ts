/** What a live connection needs of the browser, as arguments: tests give their own sockets, timers and chance. */
import type { Directory } from '../../machines/directory.ts';
import type { AmphitheatreId, CommandId, Ms } from '../../machines/ids.ts';
import type { Realm } from '../../machines/wire/frames.ts';
import { call } from '../http/call.ts';

export interface LiveParts {
  /** By the client's own clock, however wrong. */
  now(): Ms;
  /** Calls `act` once after `ms`; returns what cancels it. */
  after(ms: Ms, act: () => void): () => void;
  /** In [0, 1). */
  chance(): number;
  newId(): CommandId;
  /** Whether somebody can see the page: a hidden one has slow timers. */
  hidden(): boolean;
  askTicket(realm: Realm): Promise<TicketAnswer>;
  /** Null where it cannot be had now. */
  askDirectory(amphitheatre: AmphitheatreId, edition: number): Promise<Directory | null>;
  openSocket(address: string, listener: SocketListener): Socket;
  /** Calls `act` when the page is seen again, and when the network goes or is back; returns what ends it. */
  onReach(act: () => void): () => void;
}

export type TicketAnswer =
  | { readonly kind: 'ticket'; readonly ticket: string; readonly url: string }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'failed' };

export interface SocketListener {
  opened(): void;
  heard(text: string): void;
  closed(code: number, reason: string): void;
}

export interface Socket {
  send(text: string): void;
  /** No word of the listener comes after it. */
  close(): void;
}

export const browserParts: LiveParts = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  chance: () => Math.random(),
  newId: () => crypto.randomUUID() as string as CommandId,
  hidden: () => document.hidden,
  async askTicket(realm) {
    const answer = await call<{ ticket: string; url: string }>('/ticket', {
      method: 'POST',
      body: { realm },
    });
    if (answer.kind === 'ok') return { kind: 'ticket', ...answer.value };
    return { kind: answer.kind === 'signedOut' ? 'signedOut' : 'failed' };
  },
  async askDirectory(amphitheatre, edition) {
    const answer = await call<Directory>(`/amphitheatres/${amphitheatre}/directory/${edition}`);
    return answer.kind === 'ok' ? answer.value : null;
  },
  openSocket(address, listener) {
    const socket = new WebSocket(address);
    let left = false;
    const unlessLeft =
      <Happening>(act: (happening: Happening) => void) =>
      (happening: Happening): void => {
        if (!left) act(happening);
      };
    socket.addEventListener(
      'open',
      unlessLeft(() => listener.opened()),
    );
    socket.addEventListener(
      'message',
      unlessLeft(({ data }: MessageEvent) => listener.heard(String(data))),
    );
    socket.addEventListener(
      'close',
      unlessLeft(({ code, reason }: CloseEvent) => listener.closed(code, reason)),
    );
    return {
      send(text) {
        if (socket.readyState === WebSocket.OPEN) socket.send(text);
      },
      close() {
        left = true;
        socket.close();
      },
    };
  },
  onReach(act) {
    const seen = (): void => void (document.hidden || act());
    document.addEventListener('visibilitychange', seen);
    window.addEventListener('online', act);
    window.addEventListener('offline', act);
    return () => {
      document.removeEventListener('visibilitychange', seen);
      window.removeEventListener('online', act);
      window.removeEventListener('offline', act);
    };
  },
};
