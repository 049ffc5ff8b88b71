/** `hello`: the answer is what is missing, everything, or nothing with a code; then what is personal (architecture §3). */
import { CLOSE_CODES } from '../../machines/wire/close-codes.ts';
import { PROTOCOL } from '../../machines/wire/frames.ts';
import type { ClientFrame } from '../../machines/wire/frames.ts';
import type { TicketHolder } from '../../api/kit/tickets.ts';
import type { StreamId } from '../bus/stream-id.ts';
import {
  actorTopic,
  deskTopic,
  inRoom,
  moderatorOf,
  personTopic,
  presentAs,
  publicTopic,
  say,
} from './connection.ts';
import type { Actor, Connection, Following, GreetedActor } from './connection.ts';
import { sessionOfDesk } from './desk.ts';
import type { Followed } from './followed.ts';
import type { GatewayCore } from './gateway-core.ts';
import { readActor } from './person.ts';

type Hello = Extract<ClientFrame, { type: 'hello' }>;

export async function greet(gateway: GatewayCore, connection: Connection, hello: Hello): Promise<void> {
  connection.cancelHello();
  if (hello.protocol !== PROTOCOL && hello.protocol !== PROTOCOL - 1) {
    say(connection, { type: 'gone', code: 'PROTOCOL' });
    return connection.line.end(CLOSE_CODES.PROTOCOL);
  }
  const wanted: StreamId = { amphitheatre: hello.amphitheatre, rehearsal: hello.rehearsal ?? null };
  const actor = await actorOf(gateway, connection.holder, wanted);
  const followed = await gateway.followed(wanted);
  if (!followed) return say(connection, { type: 'gone', code: 'UNKNOWN_AMPHITHEATRE' });
  if (!isModerator(connection) && !followed.stream.isShownTo(actor?.person ?? null))
    return say(connection, { type: 'gone', code: 'NOT_PUBLISHED' });
  if (hello.last !== null && hello.last > followed.stream.state.pub) await followed.catchUp();
  if (!connection.line.isOpen) return;
  if (followed.isClosed) return await greet(gateway, connection, hello); // dropped while we waited: loaded again

  // One tick from here: nothing is published between the answer and the subscription.
  const now = gateway.parts.clock.now();
  const resumed = hello.last === null ? null : followed.stream.resumedFrame(hello.last, now);
  follow(gateway, connection, { ...wanted, actor, aside: hello.aside ?? false });
  connection.line.send(resumed ?? followed.stream.snapshotFrame(now));
  for (const notice of followed.suspendedNotices()) say(connection, notice);

  if (actor) await tellYou(connection, followed, actor);
  if (isModerator(connection)) await tellDesk(connection, followed);
}

async function actorOf(
  gateway: GatewayCore,
  holder: TicketHolder,
  { rehearsal }: StreamId,
): Promise<GreetedActor | null> {
  if (holder.kind === 'public' || holder.realm === 'moderator') return null;
  const known = await readActor(gateway.parts.database.sql, holder.account, holder.realm);
  return known && { ...known, rehearsal };
}

/** Also from one stream to another, a rehearsal's among them: a socket follows one at a time. */
export function follow(gateway: GatewayCore, connection: Connection, next: Following): void {
  const { line, following: before } = connection;
  for (const topic of before ? topicsOf(connection, before) : []) line.unsubscribe(topic);
  for (const topic of topicsOf(connection, next)) line.subscribe(topic);
  connection.following = next;
  // First come, then go: saying `hello` again is no absence.
  const present = presentAs(connection, next);
  if (present) gateway.presence.come(present);
  const wasPresent = before && presentAs(connection, before);
  if (wasPresent) gateway.presence.go(wasPresent);
  const comes = inRoom(connection, next);
  if (comes) gateway.presence.moderatorComes(next, comes);
  const goes = before && inRoom(connection, before);
  if (goes) gateway.presence.moderatorGoes(before, goes);
}

function topicsOf(connection: Connection, following: Following): readonly string[] {
  const { actor } = following;
  return [
    publicTopic(following),
    ...(isModerator(connection) ? [deskTopic(following)] : []),
    ...(actor ? [personTopic(actor), actorTopic(actor)] : []),
  ];
}

export async function tellYou(connection: Connection, followed: Followed, actor: Actor): Promise<void> {
  const you = await followed.personal.you(actor);
  if (you) say(connection, { type: 'you', ...you });
}

async function tellDesk(connection: Connection, followed: Followed): Promise<void> {
  const session = sessionOfDesk(followed.stream.state);
  say(connection, session === null ? await followed.roomFrame() : await followed.deskFrame({ session }));
}

const isModerator = (connection: Connection): boolean => moderatorOf(connection) !== null;
