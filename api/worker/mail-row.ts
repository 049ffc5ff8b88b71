/** A queued mail, and the two statements on it. */
import { z } from 'zod';
import type { Sql } from '../../migrations/open.ts';

const mailData = z.object({
  session: z.number().optional(),
  seq: z.number().optional(),
  person: z.string().optional(),
  reader: z.number().optional(),
  account: z.number().optional(),
  place: z.string().optional(),
  link: z.number().optional(),
  statusRequest: z.number().optional(),
  mandate: z.number().optional(),
  realm: z.enum(['intern', 'mandatary']).optional(),
});

export interface MailRow {
  readonly id: number;
  /** Without the brackets. */
  readonly messageId: string;
  readonly kind: string;
  readonly recipient: string;
  readonly data: z.infer<typeof mailData>;
  readonly sent: boolean;
}

export async function readMail(sql: Sql, id: number): Promise<MailRow | null> {
  const [row] = await sql<Omit<MailRow, 'data'> & { data: unknown }>(
    `select id, message_id as "messageId", kind, recipient, data, sent_at is not null as sent from mail where id = ?::bigint`,
    [id],
  );
  return row === undefined ? null : { ...row, data: mailData.parse(row.data) };
}

export async function markSent(sql: Sql, id: number): Promise<void> {
  await sql('update mail set sent_at = now() where id = ?::bigint and sent_at is null', [id]);
}
