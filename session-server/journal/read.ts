/** Reading the journal back, private texts in place: for restoring a session, repairing a gap, verifying the chain. */
import type { PersonId, SessionId } from '../../machines/ids.ts';
import type { Sealed } from '../../machines/sealed.ts';
import type { Fact } from '../../machines/session/facts.ts';
import type { You } from '../../machines/wire/frames.ts';
import type { Sql } from '../../migrations/open.ts';
import type { StreamId } from '../bus/stream-id.ts';
import type { ChainLink } from './hash-chain.ts';
import { REASON_OF_ADD, reasonOfAdd } from '../../api/kit/reason-of-add.ts';
import { headOf } from './row.ts';
import type { JournalRow, RowHead } from './row.ts';
import { unseal } from './sealing.ts';

/** A row without its command: `start`'s holds the whole world, which a watcher's gap does not need. */
export type FactsRow = Omit<JournalRow, 'command' | 'rules'> & {
  readonly commandType: string;
  /** Of `add`, as moderators read it. */
  readonly reason?: Sealed;
};

/** The rows of one session after `seq`, ascending: the tail that a stored state lacks. */
export async function rowsSinceSeq(
  sql: Sql,
  session: SessionId,
  seq: number,
): Promise<readonly JournalRow[]> {
  const rows = await sql<StoredRow & { command: unknown; rules: number }>(
    `select ${COLUMNS}, journal.command, journal.rules from ${ROWS}
    where journal.session_id = ?::int and journal.seq > ?::bigint order by journal.seq`,
    [session, seq],
  );
  return rows.map(row => {
    const { command, facts } = unseal(row.command, row.facts, row.text);
    const { commandType: _type, ...common } = commonOf(row, facts);
    return { ...common, command, rules: row.rules };
  });
}

/** The rows of a public stream after number `pub`, ascending, `limit` at most. */
export async function rowsSincePub(
  sql: Sql,
  { amphitheatre, rehearsal }: StreamId,
  pub: number,
  limit: number,
): Promise<readonly FactsRow[]> {
  const ofStream =
    rehearsal === null
      ? 'journal.amphitheatre_id = ?::int and not journal.rehearsal'
      : 'journal.session_id = ?::int and journal.rehearsal';
  const rows = await sql<StoredRow>(
    `select ${COLUMNS} from ${ROWS}
    where ${ofStream} and journal.pub > ?::bigint order by journal.pub limit ?::bigint`,
    [rehearsal ?? amphitheatre, pub, limit],
  );
  return rows.map(row => commonOf(row, factsOf(row)));
}

/** What was written to one person in this session, oldest first: a rehearsal's messages stand nowhere else. */
export async function messagesTo(sql: Sql, session: SessionId, person: PersonId): Promise<You['messages']> {
  const rows = await sql<StoredRow>(
    `select ${COLUMNS} from ${ROWS} where journal.session_id = ?::int and journal.facts @> ?::jsonb order by journal.seq`,
    [session, JSON.stringify([{ kind: 'message', to: person }])],
  );
  return rows
    .flatMap(factsOf)
    .flatMap(fact =>
      fact.kind === 'message' && fact.to === person && fact.text.sealed !== null
        ? [{ at: fact.at, text: fact.text.sealed }]
        : [],
    );
}

/** The last rows of one session, ascending: what a moderator's screen begins with. */
export async function lastRows(sql: Sql, session: SessionId, count: number): Promise<readonly FactsRow[]> {
  const rows = await sql<StoredRow & { reason: unknown }>(
    `select ${COLUMNS}, ${REASON_OF_ADD} as reason from ${ROWS}
    where journal.session_id = ?::int order by journal.seq desc limit ?::int`,
    [session, count],
  );
  return rows.toReversed().map(row => ({ ...commonOf(row, factsOf(row)), ...reasonOfAdd(row) }));
}

/**
 * The few rows that a moderators' room needs whatever their age (machines/session/lasting.ts), of this session and of
 * those before it in its amphitheatre, whose absentees it takes over: in their order. A rehearsal takes nobody over.
 */
export async function lastingRows(sql: Sql, session: SessionId): Promise<readonly FactsRow[]> {
  const rows = await sql<StoredRow>(
    `select ${COLUMNS} from ${ROWS}
    join session on session.id = journal.session_id
    join session asked on asked.id = ?::int and (session.id = asked.id or not asked.rehearsal and not session.rehearsal
      and session.amphitheatre_id = asked.amphitheatre_id and session.number < asked.number)
    where ${LASTS} order by session.number, journal.seq`,
    [session],
  );
  return rows.map(row => commonOf(row, factsOf(row)));
}

/** Number of the last row that gave this person a post; null where none did. */
export async function lastAssigned(sql: Sql, session: SessionId, person: PersonId): Promise<number | null> {
  const [row] = await sql<{ seq: number | null }>(
    'select max(seq) as seq from journal where session_id = ?::int and facts @> ?::jsonb',
    [session, JSON.stringify([{ kind: 'assigned', person }])],
  );
  return row?.seq ?? null;
}

/** Number of the last row; 0 before the start. */
export async function readSeq(sql: Sql, session: SessionId): Promise<number> {
  const [row] = await sql<{ seq: number }>('select seq from session where id = ?::int', [session]);
  return row?.seq ?? 0;
}

/** Everything `verifyChain` needs of one session. */
export async function chainOf(sql: Sql, session: SessionId): Promise<readonly ChainLink[]> {
  const rows = await sql<StoredRow & StoredLink>(
    `select ${COLUMNS}, journal.command, journal.rules, journal.hash, journal.private_digest, journal_private.salt
    from ${ROWS} where journal.session_id = ?::int order by journal.seq`,
    [session],
  );
  return rows.map(row => ({
    hash: row.hash,
    salt: row.salt,
    text: row.text,
    row: {
      ...headOf(row),
      commandId: row.command_id,
      command: row.command,
      facts: row.facts,
      privateDigest: row.private_digest?.toString('hex') ?? null,
      rules: row.rules,
    },
  }));
}

/** Word for word the condition of the index `journal_lasting_index`: PostgreSQL would not use it otherwise. */
const LASTS = `journal.facts @@ '$[*].kind == "absent" || $[*].kind == "lateChoice" || $[*].kind == "phoneRead" || $[*].kind == "message" || $[*].kind == "paused" || $[*].kind == "closed"'`;

const COLUMNS = `journal.session_id as session, journal.seq, journal.amphitheatre_id as amphitheatre, journal.pub,
  journal.at, journal.who, journal.command_id, journal.command ->> 'type' as type, journal.facts, journal_private.text`;

const ROWS = `journal left join journal_private
  on journal_private.session_id = journal.session_id and journal_private.seq = journal.seq`;

interface StoredRow extends RowHead {
  readonly command_id: string | null;
  readonly type: string;
  readonly facts: unknown;
  readonly text: string | null;
}

interface StoredLink {
  readonly command: unknown;
  readonly rules: number;
  readonly hash: Buffer;
  readonly private_digest: Buffer | null;
  readonly salt: Buffer | null;
}

/**
 * Indexes of private values run through command and facts together (sealing.ts): the facts alone find theirs all the
 * same, because each sealed value names its own.
 */
const factsOf = (row: StoredRow): readonly Fact[] => unseal(null, row.facts, row.text).facts;

function commonOf(row: StoredRow, facts: readonly Fact[]): FactsRow {
  return {
    ...headOf(row),
    commandId: row.command_id,
    commandType: row.type,
    facts,
  };
}
