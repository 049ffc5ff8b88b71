/**
 * Writes what a session's owner decided: one SQL statement, all or nothing (architecture §2.3, facts §5). The host
 * calls it between the dry run and everything else; only what it answers `appended` to has happened.
 */
import type { Sql } from '../../migrations/open.ts';
import { appendStatement } from './append-statement.ts';
import { chainHash } from './hash-chain.ts';
import type { NewRow } from './row.ts';
import { sealRow } from './sealing.ts';

export type Appended =
  | { readonly kind: 'appended'; readonly hash: Buffer }
  /** The epoch or the seq is another's: stop, publish nothing. */
  | { readonly kind: 'notOwner' }
  | { readonly kind: 'duplicateCommand' }
  /** The amphitheatre's public number moved under us: read it again and append again. */
  | { readonly kind: 'pubMoved' }
  /** The last judge (architecture §2.3): a rule of the tables that the machine did not see broken. */
  | { readonly kind: 'databaseSaysNo'; readonly constraint: string };

const UNIQUE_VIOLATION = '23505';
const DIVISION_BY_ZERO = '22012'; // how the statement says that the public number moved

/**
 * @param rows in order; each its own statement today. A list, so that one statement for all can come (facts §5).
 * @returns one answer per row, up to the first that is not `appended`: what follows it was decided on a state that is not.
 * @throws where the database cannot be reached or says anything else: whether the row stands is then unknown.
 */
export async function append(sql: Sql, rows: readonly NewRow[]): Promise<readonly Appended[]> {
  const answers: Appended[] = [];
  for (const row of rows) {
    const answer = await appendOne(sql, row);
    answers.push(answer);
    if (answer.kind !== 'appended') break;
  }
  return answers;
}

async function appendOne(sql: Sql, newRow: NewRow): Promise<Appended> {
  const sealed = sealRow(newRow.row);
  const hash = chainHash(newRow.previous, sealed.bare);
  const { text, params } = appendStatement(newRow, sealed, hash);
  try {
    const [result] = await sql<{ owned: number }>(text, params);
    return result?.owned === 1 ? { kind: 'appended', hash } : { kind: 'notOwner' };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return refusal;
    throw error;
  }
}

function refusalOf(error: unknown): Appended | null {
  const { code, constraint } = error as { readonly code?: string; readonly constraint?: string };
  if (code === DIVISION_BY_ZERO) return { kind: 'pubMoved' };
  if (code !== UNIQUE_VIOLATION || !constraint) return null;
  if (constraint === 'journal_session_id_command_id_unique') return { kind: 'duplicateCommand' };
  if (constraint === 'journal_amphitheatre_id_pub_unique') return { kind: 'pubMoved' };
  return { kind: 'databaseSaysNo', constraint };
}
