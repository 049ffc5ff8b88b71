/** Opens uWebSockets.js: upgrade, limits, topics. What is said over the sockets is gateway.ts. */
import uWS from 'uWebSockets.js';
import type {
  HttpRequest,
  HttpResponse,
  ListenOptions,
  TemplatedApp,
  WebSocket,
  us_listen_socket,
  us_socket_context_t,
} from 'uWebSockets.js';
import { useTicket } from '../../api/kit/tickets.ts';
import type { TicketHolder } from '../../api/kit/tickets.ts';
import { CLOSE_CODES } from '../../machines/wire/close-codes.ts';
import type { Sql } from '../../migrations/open.ts';
import { openCorkHolder } from './cork-holder.ts';
import type { CorkHolder } from './cork-holder.ts';
import type { Connection, SocketLine } from './connection.ts';
import { IDLE_TIMEOUT_S, MAX_PAYLOAD_BYTES, frameCounter } from './limits.ts';
import type { SocketLimits } from './limits.ts';

export interface SocketSettings {
  readonly port: number;
  /** Pages that may open a socket; read at each upgrade, for with port 0 they are known late. */
  readonly origins: readonly string[];
  readonly limits: SocketLimits;
  readonly sql: Sql;
}

export interface SocketHandlers {
  opened(connection: Connection): void;
  heard(connection: Connection, text: string): void;
  closed(connection: Connection): void;
  /** A fault on our side during the upgrade. */
  failed(error: unknown): void;
}

export interface Sockets {
  readonly port: number;
  publish(topic: string, text: string): void;
  close(): void;
}

/** The port is another's. */
export class PortTaken extends Error {
  readonly port: number;
  constructor(port: number) {
    super(`port ${port} is taken`);
    this.name = 'PortTaken';
    this.port = port;
  }
}

interface UserData {
  readonly holder: TicketHolder;
  connection: Connection | null;
}

/** @throws PortTaken */
export async function openSockets(settings: SocketSettings, handlers: SocketHandlers): Promise<Sockets> {
  const app = uWS.App();
  const holder = await openCorkHolder();
  app.ws<UserData>('/*', {
    compression: uWS.DISABLED,
    maxPayloadLength: MAX_PAYLOAD_BYTES,
    idleTimeout: IDLE_TIMEOUT_S,
    sendPingsAutomatically: true,
    maxBackpressure: settings.limits.maxBackpressure,
    closeOnBackpressureLimit: 1,
    upgrade: (res, req, context) => upgrade(res, req, context, { ...settings, holder }, handlers),
    open(ws) {
      const data = ws.getUserData();
      data.connection = connectionOf(ws, data.holder, settings.limits);
      handlers.opened(data.connection);
    },
    message(ws, message, isBinary) {
      const { connection } = ws.getUserData();
      if (!connection?.line.isOpen) return;
      if (isBinary) connection.line.end(CLOSE_CODES.BAD_FRAME);
      else handlers.heard(connection, Buffer.from(message).toString('utf8'));
    },
    close(ws) {
      const { connection } = ws.getUserData();
      if (!connection) return;
      closedLines.add(connection.line);
      handlers.closed(connection);
    },
  });
  for (const path of ['/livez', '/readyz']) app.get(path, res => void res.end('ready'));
  app.any('/*', res => void res.writeStatus('404 Not Found').end());
  const listening = await listen(app, settings.port).catch((error: unknown) => {
    holder.close();
    throw error;
  });
  return {
    port: uWS.us_socket_local_port(listening),
    publish: (topic, text) => void app.publish(topic, text),
    close() {
      uWS.us_listen_socket_close(listening);
      app.close();
      holder.close();
    },
  };
}

/** LIBUS_LISTEN_EXCLUSIVE_PORT: a port is not shared silently with another process that took it so. */
const EXCLUSIVE_PORT: ListenOptions = 1;

function listen(app: TemplatedApp, port: number): Promise<us_listen_socket> {
  return new Promise((resolve, reject) => {
    app.listen(port, EXCLUSIVE_PORT, listening => {
      if (listening) resolve(listening);
      else reject(new PortTaken(port));
    });
  });
}

/** `req` is dead after the first await: everything is read before (facts §4). */
function upgrade(
  res: HttpResponse,
  req: HttpRequest,
  context: us_socket_context_t,
  settings: SocketSettings & { readonly holder: CorkHolder },
  handlers: SocketHandlers,
): void {
  const key = req.getHeader('sec-websocket-key');
  const protocol = req.getHeader('sec-websocket-protocol');
  const extensions = req.getHeader('sec-websocket-extensions');
  const origin = req.getHeader('origin');
  const ticket = req.getQuery('ticket');
  let gone = false;
  res.onAborted(() => {
    gone = true;
  });
  const refuse = (status: string): void => {
    if (!gone) res.cork(() => void res.writeStatus(status).end());
  };
  if (!settings.origins.includes(origin)) return refuse('403 Forbidden');
  if (!ticket) return refuse('401 Unauthorized');
  const admit = async (): Promise<void> => {
    const holder = await useTicket(settings.sql, ticket);
    if (!holder) refuse('401 Unauthorized');
    else if (!gone)
      settings.holder.run(() => {
        res.upgrade({ holder, connection: null }, key, protocol, extensions, context);
      });
  };
  admit().catch((error: unknown) => {
    handlers.failed(error);
    refuse('503 Service Unavailable');
  });
}

const closedLines = new WeakSet<SocketLine>();

function connectionOf(ws: WebSocket<UserData>, holder: TicketHolder, limits: SocketLimits): Connection {
  const line: SocketLine = {
    get isOpen() {
      return !closedLines.has(line);
    },
    send(text) {
      if (line.isOpen) ws.send(text);
    },
    subscribe(topic) {
      if (line.isOpen) ws.subscribe(topic);
    },
    unsubscribe(topic) {
      if (line.isOpen) ws.unsubscribe(topic);
    },
    end({ code }, reason = '') {
      if (line.isOpen) ws.end(code, reason);
    },
  };
  return {
    holder,
    line,
    following: null,
    turn: Promise.resolve(),
    mayCome: frameCounter(limits.framesPerSecond),
    cancelHello: () => undefined,
  };
}
