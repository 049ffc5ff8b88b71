/** What a greeted socket asks: a command for the session's owner, or the state chart; always answered. */
import { TO_BE_CONFIRMED } from '../../api/sign-in/own-entry.ts';
import type { CommandId, Ms } from '../../machines/ids.ts';
import { mayAccountChoose } from '../../machines/may-account-choose.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { CLOSE_CODES } from '../../machines/wire/close-codes.ts';
import type { ClientFrame, ServerFrame } from '../../machines/wire/frames.ts';
import { NoAnswer } from '../bus/bus.ts';
import type { Answer, CommandRequest } from '../bus/messages.ts';
import { requestOf } from './command-of.ts';
import { say } from './connection.ts';
import type { Connection, Following } from './connection.ts';
import type { GatewayCore } from './gateway-core.ts';
import type { OwnerClocks } from './owner-clocks.ts';

type Asked = Extract<ClientFrame, { type: 'command' | 'inspect' }>;

/** @param receivedAt by this gateway's clock, when the frame came. */
export async function serve(
  gateway: GatewayCore & { readonly ownerClocks: OwnerClocks },
  connection: Connection,
  frame: Asked,
  receivedAt: Ms,
): Promise<void> {
  const { following } = connection;
  if (!following) return connection.line.end(CLOSE_CODES.BAD_FRAME); // nothing is asked before `hello`
  const followed = await gateway.followed(following);
  if (!followed?.stream.state.sessions.has(frame.session))
    return refuse(connection, frame.id, { code: 'UNKNOWN_SESSION' });
  if (frame.type === 'inspect') return await inspect(gateway, connection, frame);
  const request = requestOf(connection, frame, receivedAt + gateway.ownerClocks.offsetOf(frame.session));
  if ('code' in request) return refuse(connection, frame.id, request);
  const notBegun = await mayAccountBegin(gateway, following, request);
  if (notBegun) return refuse(connection, frame.id, notBegun);
  try {
    answer(connection, frame.id, await gateway.parts.bus.request(request));
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    refuse(connection, frame.id, { code: 'RETRY' });
  }
}

/** Asked at each choice of who was to be confirmed at `hello`: a moderator or a link may vouch for the account at any moment. */
async function mayAccountBegin(
  { parts: { database, log } }: GatewayCore,
  { actor, rehearsal }: Following,
  { who, body }: CommandRequest,
): Promise<Refusal | null> {
  if (body.type !== 'choose' || who.realm !== 'intern' || actor?.toBeConfirmed !== true) return null;
  try {
    const [account] = await database.sql<{ toBeConfirmed: boolean }>(
      `select ${TO_BE_CONFIRMED} as "toBeConfirmed" from account where id = ?::int`,
      [who.account],
    );
    const toBeConfirmed = account?.toBeConfirmed ?? true;
    return mayAccountChoose({ toBeConfirmed, rehearsal: rehearsal !== null });
  } catch (error) {
    log.warn({ err: error }, 'account.notRead'); // nothing is decided without the database
    return { code: 'RETRY' };
  }
}

/** For administrators, and outside production for everybody: what it shows is what the rules say, and no person. */
async function inspect(
  gateway: GatewayCore,
  connection: Connection,
  { id, session }: Extract<Asked, { type: 'inspect' }>,
): Promise<void> {
  if (gateway.parts.production && !(await isAdministrator(gateway, connection)))
    return refuse(connection, id, { code: 'FORBIDDEN' });
  await gateway.charts.show(connection, id, session);
}

async function isAdministrator(
  { parts: { database } }: GatewayCore,
  { holder }: Connection,
): Promise<boolean> {
  if (holder.kind === 'public' || holder.realm !== 'moderator') return false;
  const [row] = await database.sql<{ administrator: boolean }>(
    'select administrator from account where id = ?::int',
    [holder.account],
  );
  return row?.administrator ?? false;
}

const refuse = (connection: Connection, id: CommandId, refusal: Refusal): void =>
  answer(connection, id, { kind: 'refused', refusal });

function answer(connection: Connection, id: CommandId, { kind, ...rest }: Answer): void {
  say(connection, { type: kind, id, ...rest } as ServerFrame);
}
