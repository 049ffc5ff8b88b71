/** The record of an amphitheatre as moderators read it: what stands in no session's journal, newest first, with who and why. */
import type { AmphitheatreId } from '../machines/ids.ts';
import type { Who } from '../machines/session/commands.ts';
import type { Sql } from '../migrations/open.ts';
import type { Act, ActName } from './acts/record.ts';
import type { RecordedAct, RecordedActs } from './desk-answers.ts';
import { WHO_WORDS } from './desk-journal.ts';

const SHOWN = 200; // acts, the last ones

export async function readActs(sql: Sql, amphitheatre: number): Promise<RecordedActs> {
  const found = await sql<StoredAct & { readonly total: number }>(
    `select ${COLUMNS}, count(*) over () as total from ${ACTS}
    where amphitheatre_id = ?::int order by amphitheatre_act.id desc limit ?::int`,
    [amphitheatre, SHOWN],
  );
  return { total: found[0]?.total ?? 0, acts: found.map(({ total: _total, ...act }) => told(act)) };
}

/** What undoes what is done by the same kind of act. */
const SAME: Partial<Record<ActName, readonly ActName[]>> = {
  excuse: ['excuse', 'lift'],
  lift: ['excuse', 'lift'],
};

/** The act before this one on the same thing: who changed what this one was decided on. Null: it stands in no record. */
export async function actBefore(
  sql: Sql,
  amphitheatre: AmphitheatreId,
  { act, detail }: Pick<Act, 'act' | 'detail'>,
): Promise<RecordedAct | null> {
  const about = (what: 'person' | 'post'): string | null => (what in detail ? String(detail[what]) : null);
  const [found] = await sql<StoredAct>(
    `select ${COLUMNS} from ${ACTS}
    where amphitheatre_id = ?::int and act in (select jsonb_array_elements_text(?::jsonb))
      and detail ->> 'person' is not distinct from ? and detail ->> 'post' is not distinct from ?
    order by amphitheatre_act.id desc limit 1`,
    [amphitheatre, JSON.stringify(SAME[act] ?? [act]), about('person'), about('post')],
  );
  return found === undefined ? null : told(found);
}

const COLUMNS = `amphitheatre_act.id, (extract(epoch from at) * 1000)::float8 as at, act, account.realm, account.name,
      detail ->> 'person' as person, detail ->> 'status' as status,
      case act when 'setPost' then (detail ->> 'post')::int end as post,
      case act when 'setPost' then (detail ->> 'blocked')::boolean end as blocked,
      case act when 'extraTurn' then (detail ->> 'seconds')::int end as seconds,
      coalesce(reason, detail ->> 'reason') as reason`;

const ACTS = `amphitheatre_act left join account on account.id = account_id
  left join amphitheatre_act_private on act_id = amphitheatre_act.id`;

const told = ({ realm, name, ...act }: StoredAct): RecordedAct => ({
  ...act,
  who: realm === 'moderator' && name !== null ? name : WHO_WORDS[realm ?? 'system'],
});

interface StoredAct extends Omit<RecordedAct, 'who'> {
  /** Null: by itself, or by a command at the server's own terminal. */
  readonly realm: Who['realm'] | null;
  readonly name: string | null;
}
