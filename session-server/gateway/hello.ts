/** `hello`: the answer is what is missing, everything, or nothing with a code; then what is personal (architecture §3). */
import type { AmphitheatreId } from '../../machines/ids.ts';
import { CLOSE_CODES } from '../../machines/wire/close-codes.ts';
import { PROTOCOL } from '../../machines/wire/frames.ts';
import type { ClientFrame } from '../../machines/wire/frames.ts';
import type { TicketHolder } from '../../api/kit/tickets.ts';
import { actorTopic, deskTopic, moderatorName, personTopic, publicTopic, say } from './connection.ts';
import type { Actor, Connection, Following } from './connection.ts';
import { sessionOfDesk } from './desk.ts';
import type { Followed } from './followed.ts';
import type { GatewayCore } from './gateway-parts.ts';
import { readActor } from './person.ts';
import { seenOfOneself } from './you.ts';

type Hello = Extract<ClientFrame, { type: 'hello' }>;

interface Greeter extends GatewayCore {
  followed(id: AmphitheatreId): Promise<Followed | null>;
}

export async function greet(gateway: Greeter, connection: Connection, hello: Hello): Promise<void> {
  connection.cancelHello();
  if (hello.protocol !== PROTOCOL && hello.protocol !== PROTOCOL - 1) {
    say(connection, { type: 'gone', code: 'PROTOCOL' });
    return connection.line.end(CLOSE_CODES.PROTOCOL);
  }
  const actor = await actorOf(gateway, connection.holder);
  const followed = await gateway.followed(hello.amphitheatre);
  if (!followed) return say(connection, { type: 'gone', code: 'UNKNOWN_AMPHITHEATRE' });
  if (!followed.stream.published && !isModerator(connection))
    return say(connection, { type: 'gone', code: 'NOT_PUBLISHED' });
  if (hello.last !== null && hello.last > followed.stream.state.pub) await followed.catchUp();
  if (!connection.line.isOpen) return;
  if (followed.isClosed) return await greet(gateway, connection, hello); // dropped while we waited: loaded again

  // One tick from here: nothing is published between the answer and the subscription.
  const now = gateway.parts.clock.now();
  const resumed = hello.last === null ? null : followed.stream.resumedFrame(hello.last, now);
  follow(gateway, connection, { amphitheatre: hello.amphitheatre, actor });
  connection.line.send(resumed ?? followed.stream.snapshotFrame(now));

  if (actor) await tellYou(gateway, connection, followed, actor);
  if (isModerator(connection)) await tellDesk(connection, followed);
}

async function actorOf(gateway: GatewayCore, holder: TicketHolder): Promise<Actor | null> {
  if (holder.kind === 'public' || holder.realm === 'moderator') return null;
  return await readActor(gateway.parts.database.sql, holder.account, holder.realm);
}

/** Also from one amphitheatre to another: a socket follows one at a time. */
function follow(gateway: GatewayCore, connection: Connection, next: Following): void {
  const { line, following: before } = connection;
  for (const topic of before ? topicsOf(connection, before) : []) line.unsubscribe(topic);
  for (const topic of topicsOf(connection, next)) line.subscribe(topic);
  connection.following = next;
  // First come, then go: saying `hello` again is no absence.
  if (next.actor) gateway.presence.come(next.actor);
  if (before?.actor) gateway.presence.go(before.actor);
  const moderator = moderatorName(connection);
  if (moderator === null) return;
  gateway.presence.moderatorComes(next.amphitheatre, moderator);
  if (before) gateway.presence.moderatorGoes(before.amphitheatre, moderator);
}

function topicsOf(connection: Connection, { amphitheatre, actor }: Following): readonly string[] {
  return [
    publicTopic(amphitheatre),
    ...(isModerator(connection) ? [deskTopic(amphitheatre)] : []),
    ...(actor ? [personTopic(actor.person), actorTopic(actor)] : []),
  ];
}

async function tellYou(
  { parts: { database, bus } }: GatewayCore,
  connection: Connection,
  followed: Followed,
  actor: Actor,
): Promise<void> {
  const seen = await seenOfOneself(database.sql, bus, followed.stream, actor);
  if (!seen) return;
  followed.holders.set(actor.person, seen.holder);
  say(connection, { type: 'you', ...seen.you });
}

async function tellDesk(connection: Connection, followed: Followed): Promise<void> {
  const session = sessionOfDesk(followed.stream.state);
  if (session !== null) say(connection, await followed.deskFrame({ session }));
}

const isModerator = (connection: Connection): boolean => moderatorName(connection) !== null;
