/** The interns who choose while the bench measures: signed in straight through the database, a socket each. */
import { randomBytes, randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { issueTicket } from '../../api/kit/tickets.ts';
import type { AmphitheatreId, CommandId, LoginId, PostId, SessionId } from '../../machines/ids.ts';
import {
  type ClientFrame,
  type Delta,
  PROTOCOL,
  type ServerFrame,
  type WireCommand,
} from '../../machines/wire/frames.ts';
import type { Sql } from '../../migrations/open.ts';
import { machineNow } from './process-clock.ts';

export interface Place {
  readonly sql: Sql;
  readonly socketUrl: string;
  readonly origin: string;
  readonly amphitheatre: AmphitheatreId;
  readonly session: SessionId;
}

export interface Seated {
  /** Resolves with when it was sent and when it was answered; throws where it is refused. */
  choose(turn: number, post: PostId): Promise<Told>;
  send(body: WireCommand): Promise<void>;
  onDelta(listener: (delta: Delta, text: string) => void): void;
  leave(): void;
}

export interface Told {
  readonly sentAt: number;
  readonly answeredAt: number;
}

/** @param email of an account with this realm; its login is made here, without the price of a password's hash. */
export async function seat(place: Place, realm: 'intern' | 'moderator', email: string): Promise<Seated> {
  const ticket = await issueTicket(place.sql, await loginOf(place.sql, realm, email));
  const url = new URL(place.socketUrl);
  url.searchParams.set('ticket', ticket);
  const socket = new WebSocket(url, { origin: place.origin, perMessageDeflate: false });
  const listeners: ((delta: Delta, text: string) => void)[] = [];
  const waiting = new Map<CommandId, (frame: ServerFrame) => void>();
  const tell = (frame: ClientFrame): void => socket.send(JSON.stringify(frame));
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () =>
      tell({ type: 'hello', protocol: PROTOCOL, amphitheatre: place.amphitheatre, last: null }),
    );
    socket.on('message', (bytes: Buffer) => {
      const text = bytes.toString();
      if (text.startsWith('{"type":"snapshot"')) return resolve();
      const frame = JSON.parse(text) as ServerFrame;
      if (frame.type === 'delta') for (const listener of listeners) listener(frame, text);
      if (frame.type === 'accepted' || frame.type === 'refused') waiting.get(frame.id)?.(frame);
      if (frame.type === 'gone') reject(new Error(`gone: ${frame.code}`));
    });
  });
  const command = (body: WireCommand): Promise<Told> =>
    new Promise((resolve, reject) => {
      const id = randomUUID() as string as CommandId;
      const sentAt = machineNow();
      waiting.set(id, frame =>
        frame.type === 'accepted'
          ? resolve({ sentAt, answeredAt: machineNow() })
          : reject(new Error(`${body.type}: ${JSON.stringify(frame)}`)),
      );
      tell({ type: 'command', id, session: place.session, body });
    });
  return {
    choose: (turn, post) => command({ type: 'choose', post, turn }),
    send: async body => void (await command(body)),
    onDelta: listener => void listeners.push(listener),
    leave: () => socket.terminate(),
  };
}

async function loginOf(sql: Sql, realm: string, email: string): Promise<LoginId> {
  const [login] = await sql<{ id: LoginId }>(
    `insert into login (account_id, expires_at, refresh_hash)
    select id, now() + interval '1 hour', ? from account where realm = ? and lower(email) = lower(?)
    returning id`,
    [randomBytes(32), realm, email],
  );
  if (login === undefined) throw new Error(`no account of ${realm}`);
  return login.id;
}
