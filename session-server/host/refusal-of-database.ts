/** What the sender is told where the last judge, the database, refuses what the machine allowed (architecture §2.3). */
import type { Ms, PostId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import type { Command } from '../../machines/session/commands.ts';
import type { HostParts } from './host-parts.ts';

/** @param constraint the unique index that would have been broken. */
export async function refusalOfDatabase(
  { database: { sql }, log }: HostParts,
  constraint: string,
  command: Command,
): Promise<Refusal> {
  log.error({ constraint, command: command.type }, 'journal.databaseSaysNo'); // machine and tables have parted
  if (constraint === 'assignment_post_id_unique') return { code: 'FILLED' };
  if (constraint !== 'assignment_roster_entry_id_unique' || command.type !== 'choose')
    return { code: 'RETRY' };
  const [current] = await sql<{ post: PostId; at: Ms }>(
    `select assignment.post_id as post, (extract(epoch from assignment.at) * 1000)::bigint as at from assignment
    join roster_entry on roster_entry.id = assignment.roster_entry_id
    where roster_entry.person = ?::text and assignment.ended_at is null`,
    [command.person],
  );
  return current ? { code: 'ALREADY_CHOSEN', ...current } : { code: 'RETRY' };
}
