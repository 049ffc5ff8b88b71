/** What the API asks of a session, as a row of its inbox, and the answer that its owner writes there. */
import type { SessionId } from '../../../machines/ids.ts';
import { eventually } from '../../support/eventually.ts';
import type { Theatre } from './theatre.ts';

export async function askInbox(
  { database: { sql }, stage }: Theatre,
  command: unknown,
  session: SessionId = stage.session,
): Promise<unknown> {
  const [row] = await sql<{ id: number }>(
    `insert into session_inbox (session_id, command_id, command, who)
    values (?::int, gen_random_uuid()::text, ?::jsonb, ?::jsonb) returning id`,
    [
      session,
      JSON.stringify(command),
      JSON.stringify({ realm: 'moderator', account: stage.moderator.account }),
    ],
  );
  await sql(`select pg_notify('session_inbox', ?)`, [JSON.stringify({ session })]);
  return await eventually('an answer in the inbox', async () => {
    const [asked] = await sql<{ answer: unknown }>('select answer from session_inbox where id = ?', [
      row?.id,
    ]);
    return asked?.answer ?? null;
  });
}
