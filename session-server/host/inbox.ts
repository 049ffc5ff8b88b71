/** What the API asks of a session (architecture §2.6): rows that wait for their owner's answer. */
import type { CommandId, SessionId } from '../../machines/ids.ts';
import { takeSealed } from '../../machines/sealed.ts';
import type { Who } from '../../machines/session/commands.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Answer, RequestedBody } from '../bus/messages.ts';

export interface Waiting {
  readonly id: number;
  readonly session: SessionId;
  readonly command_id: CommandId;
  readonly command: RequestedBody;
  readonly who: Who;
}

/** The first of each session, then the second of each: a session that cannot answer now keeps no other waiting. */
export async function waitingInInbox(sql: Sql): Promise<readonly Waiting[]> {
  return await sql<Waiting>(
    `select id, session_id as session, command_id, command, who from (
      select *, row_number() over (partition by session_id order by id) as place
      from session_inbox where answered_at is null) waiting
    order by place, id limit 100`,
  );
}

/**
 * What was private in the question leaves the row with the answer: it stands in the journal's private part, which can be
 * purged, or nowhere. @returns false where the answer is not one yet: the row goes on waiting, under the same command id.
 */
export async function answerInbox(sql: Sql, { id, command }: Waiting, answer: Answer): Promise<boolean> {
  if (answer.kind === 'fault') return false;
  if (answer.kind === 'refused' && answer.refusal.code === 'RETRY') return false;
  const said = answer.kind === 'accepted' ? { accepted: answer.seq } : { refused: answer.refusal };
  await sql(
    `update session_inbox set answered_at = now(), answer = ?::jsonb, command = ?::jsonb
    where id = ?::bigint and answered_at is null`,
    [JSON.stringify(said), JSON.stringify(takeSealed(command).bare), id],
  );
  return true;
}
