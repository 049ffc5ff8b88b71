/** The journal of one session as moderators read it, page by page from its end, private texts in place. */
import type { Ms, SessionId } from '../machines/ids.ts';
import { putSealed } from '../machines/sealed.ts';
import type { Who } from '../machines/session/commands.ts';
import type { Fact } from '../machines/session/facts.ts';
import type { DeskRow } from '../machines/wire/frames.ts';
import type { Sql } from '../migrations/open.ts';
import type { JournalPage } from './answers.ts';
import { REASON_OF_ADD, reasonOfAdd } from './kit/reason-of-add.ts';

export interface JournalQuery {
  readonly session: number;
  /** Rows before this number; null: from the last one on. */
  readonly before: number | null;
  readonly size: number;
  /** With the rows of which presence alone is to tell: they come by the hundred. */
  readonly presence: boolean;
}

export async function readJournal(
  sql: Sql,
  { session, before, size, presence }: JournalQuery,
): Promise<JournalPage> {
  const found = await sql<StoredRow>(
    `select journal.session_id as session, journal.seq, journal.at, journal.who, account.name,
      journal.command ->> 'type' as command,
      ${REASON_OF_ADD} as reason, journal.facts, journal_private.text
    from journal
    left join journal_private on journal_private.session_id = journal.session_id and journal_private.seq = journal.seq
    left join account on journal.who ->> 'realm' = 'moderator' and account.id = (journal.who ->> 'account')::int
    where journal.session_id = ?::int and (?::bigint is null or journal.seq < ?::bigint)
      and (?::boolean or exists (
        select from jsonb_array_elements(journal.facts) fact where fact ->> 'kind' <> 'presence'))
    order by journal.seq desc limit ?::int`,
    [session, before, before, presence, size + 1],
  );
  const rows = found.slice(0, size).map(shown);
  return { rows, before: found.length > size ? (rows.at(-1)?.seq ?? null) : null };
}

interface StoredRow {
  readonly session: SessionId;
  readonly seq: number;
  readonly at: Ms;
  readonly who: Who;
  readonly name: string | null;
  readonly command: string;
  readonly reason: unknown;
  readonly facts: unknown;
  readonly text: string | null;
}

/** Each sealed value names its own index: the facts alone find theirs, and after a purge they read as none. */
function shown({ session, seq, at, who, name, command, reason, facts, text }: StoredRow): DeskRow {
  const taken = text === null ? null : (JSON.parse(text) as readonly unknown[]);
  return {
    session,
    seq,
    at,
    who: name ?? WHO_WORDS[who.realm],
    command,
    facts: putSealed(facts, taken) as readonly Fact[],
    ...reasonOfAdd({ reason, text }),
  };
}

/** As the live room says it. */
export const WHO_WORDS: Readonly<Record<Who['realm'], string>> = {
  system: 'Serveur',
  intern: 'Interne',
  mandatary: 'Mandataire',
  moderator: 'Gestion',
};
