/** What the API asks of a session (architecture §2.6): rows that wait for their owner's answer. */
import type { CommandId, SessionId } from '../../machines/ids.ts';
import { takeSealed } from '../../machines/sealed.ts';
import type { Who } from '../../machines/session/commands.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Answer, RequestedBody } from '../bus/messages.ts';
import { RETRY } from './retry.ts';

export interface Waiting {
  readonly id: number;
  readonly session: SessionId;
  readonly command_id: CommandId;
  readonly command: RequestedBody;
  readonly who: Who;
}

/**
 * The first of each session, then the second of each: a session that cannot answer now keeps no other waiting.
 * @param host of live sessions only those that stand under this name: another's are their owner's to answer.
 */
export async function waitingInInbox(sql: Sql, host: string): Promise<readonly Waiting[]> {
  return await sql<Waiting>(
    `select id, session_id as session, command_id, command, who from (
      select session_inbox.*, row_number() over (partition by session_id order by session_inbox.id) as place
      from session_inbox join session on session.id = session_inbox.session_id
      where answered_at is null and (session.state not in ('running', 'paused') or session.owner = ?::text)) waiting
    order by place, id limit 100`,
    [host],
  );
}

/** Keeps the row from every other host until the transaction ends. @returns false where one has it, or it is answered. */
export async function claim(sql: Sql, { id }: Waiting): Promise<boolean> {
  const rows = await sql(
    'select from session_inbox where id = ?::bigint and answered_at is null for update skip locked',
    [id],
  );
  return rows.length > 0;
}

/** Nothing was done and nothing was judged: the row goes on waiting, under the same command id. */
export const isNoAnswer = (answer: Answer): boolean =>
  answer.kind === 'fault' || (answer.kind === 'refused' && answer.refusal.code === 'RETRY');

/**
 * What was private in the question leaves the row with the answer: it stands in the journal's private part, which can be
 * purged, or nowhere.
 */
export async function answerInbox(sql: Sql, { id, command }: Waiting, answer: Answer): Promise<void> {
  const refused = { refused: answer.kind === 'refused' ? answer.refusal : RETRY.refusal };
  const said = answer.kind === 'accepted' ? { accepted: answer.seq } : refused;
  await sql(
    `update session_inbox set answered_at = now(), answer = ?::jsonb, command = ?::jsonb
    where id = ?::bigint and answered_at is null`,
    [JSON.stringify(said), JSON.stringify(takeSealed(command).bare), id],
  );
}
