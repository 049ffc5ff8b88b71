/** The journal row of what was decided on a held session. */
import type { AmphitheatreId, SessionId } from '../../machines/ids.ts';
import type { Command } from '../../machines/session/commands.ts';
import type { Decision } from '../../machines/session/decide.ts';
import { publicFacts } from '../../machines/session/public-facts.ts';
import { RULES_VERSION } from '../../machines/session/version.ts';
import type { Answer, CommandRequest } from '../bus/messages.ts';
import type { JournalRow } from '../journal/row.ts';

/** What changes something, and so stands in the journal: accepted, or refused and recorded. */
export type Decided = Exclude<Decision, { kind: 'refused' }>;

interface After {
  readonly session: SessionId;
  readonly amphitheatre: AmphitheatreId;
  readonly seq: number;
  readonly pub: number;
}

/** @param after where session and public stream stand before the row. */
export function decidedRow(
  { session, amphitheatre, seq, pub }: After,
  { id, who }: Pick<CommandRequest, 'id' | 'who'>,
  command: Command,
  { facts }: Decided,
): JournalRow {
  return {
    session,
    seq: seq + 1,
    amphitheatre,
    pub: publicFacts(facts).length > 0 ? pub + 1 : null,
    at: command.at,
    who,
    commandId: id,
    command,
    facts,
    rules: RULES_VERSION,
  };
}

/** What the sender of a recorded command is told. */
export const answerTo = (decision: Decided, seq: number): Answer =>
  decision.kind === 'accepted' ? { kind: 'accepted', seq } : { kind: 'refused', refusal: decision.refusal };
