/** For whom holders' logins act, found again when a mandate was accepted or has ended: no new `hello` is needed. */
import type { PersonId } from '../../machines/ids.ts';
import { streamKey } from '../bus/stream-id.ts';
import type { StreamId } from '../bus/stream-id.ts';
import type { Connection } from './connection.ts';
import type { GatewayCore } from './gateway-core.ts';
import { follow, tellYou } from './hello.ts';
import { readHolders } from './person.ts';

/** One statement for all holders who follow the stream here. */
export async function findActorsAgain(
  gateway: GatewayCore,
  connections: Iterable<Connection>,
  stream: StreamId,
): Promise<void> {
  const holders = [...connections].flatMap(connection => {
    const { holder, following } = connection;
    const isMeant = following !== null && streamKey(following) === streamKey(stream);
    return isMeant && holder.kind === 'login' && holder.realm === 'mandatary'
      ? [{ connection, account: holder.account }]
      : [];
  });
  if (holders.length === 0) return;
  const people = await readHolders(
    gateway.parts.database.sql,
    holders.map(({ account }) => account),
  );
  for (const { connection, account } of holders) {
    const person = people.get(account) ?? null;
    connection.turn = connection.turn.then(() => actFor(gateway, connection, person));
    await connection.turn;
  }
}

async function actFor(gateway: GatewayCore, connection: Connection, person: PersonId | null): Promise<void> {
  const { following } = connection;
  if (!connection.line.isOpen || !following || (following.actor?.person ?? null) === person) return;
  const { rehearsal } = following;
  const actor =
    person === null ? null : { person, realm: 'mandatary' as const, rehearsal, toBeConfirmed: false };
  follow(gateway, connection, { ...following, actor });
  const followed = actor && (await gateway.followed(following));
  if (followed) await tellYou(connection, followed, actor);
}
