/** The record of what moderators do to people's files and to accounts: who, whom, what, and why. Append-only. */
import type { PersonId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';

export const DESK_ACTS = [
  'inviteModerator',
  'resendInvitation',
  'removeModerator',
  'giveAdministrator',
  'takeAdministrator',
  'resetSecondFactor',
  'readFile',
  'resendConfirmation',
  'startReset',
  'correctRoster',
  'mergeDuplicate',
  'confirmAccount',
  'deleteAccount',
  'checkSecretAnswer',
  'seeAs',
] as const;
export type DeskActName = (typeof DESK_ACTS)[number];

export interface DeskAct {
  readonly act: DeskActName;
  /** Who; null: a command of the terminal. */
  readonly by: number | null;
  /** Whom: a person of the roster, or an account. */
  readonly person?: PersonId;
  readonly account?: number;
  /** For ever: ids, names of fields, yes or no; never a value that is private. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Why; private, it stands apart. */
  readonly reason?: string;
}

/** @param sql of the transaction that does it: one is not without the other. */
export async function recordDeskAct(sql: Sql, act: DeskAct): Promise<void> {
  const [row] = await sql<{ id: number }>(
    `insert into desk_act (account_id, act, person, subject_account_id, detail)
    values (?::int, ?, ?, ?::int, ?::jsonb) returning id`,
    [act.by, act.act, act.person ?? null, act.account ?? null, JSON.stringify(act.detail ?? {})],
  );
  if (row === undefined) throw new Error('an insert returned no row');
  if (act.reason !== undefined)
    await sql('insert into desk_act_private (act_id, reason) values (?::bigint, ?)', [row.id, act.reason]);
}
