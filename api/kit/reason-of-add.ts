/**
 * Why somebody forgotten was put on the call list: of `add` alone the reason stands in the command and in no fact, for
 * the facts of rows that are written already may not change (machines/session/RULES.md M21). For moderators.
 */
import { putSealed } from '../../machines/sealed.ts';
import type { Sealed } from '../../machines/sealed.ts';

/** SQL. In a statement that reads `journal`: the command's sealed reason, null of every other command. */
export const REASON_OF_ADD = `case when journal.command ->> 'type' = 'add' then journal.command -> 'reason' end`;

/**
 * @param row.reason as `REASON_OF_ADD` reads it
 * @param row.text the row's private part, JSON; null after a purge, which leaves a reason of null
 * @returns nothing for other commands
 */
export function reasonOfAdd({ reason, text }: { readonly reason: unknown; readonly text: string | null }): {
  readonly reason?: Sealed;
} {
  if (reason === null) return {};
  const taken = text === null ? null : (JSON.parse(text) as readonly unknown[]);
  return { reason: putSealed(reason, taken) as Sealed };
}
