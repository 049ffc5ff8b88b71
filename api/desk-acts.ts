/** The record of an amphitheatre as moderators read it: what stands in no session's journal, newest first, with who and why. */
import type { Who } from '../machines/session/commands.ts';
import type { Sql } from '../migrations/open.ts';
import type { RecordedAct, RecordedActs } from './desk-answers.ts';
import { WHO_WORDS } from './desk-journal.ts';

const SHOWN = 200; // acts, the last ones

export async function readActs(sql: Sql, amphitheatre: number): Promise<RecordedActs> {
  const found = await sql<StoredAct>(
    `select amphitheatre_act.id, (extract(epoch from at) * 1000)::float8 as at, act, account.realm, account.name,
      detail ->> 'person' as person, detail ->> 'status' as status,
      case act when 'setPost' then (detail ->> 'post')::int end as post,
      case act when 'setPost' then (detail ->> 'blocked')::boolean end as blocked,
      case act when 'extraTurn' then (detail ->> 'seconds')::int end as seconds,
      coalesce(reason, detail ->> 'reason') as reason, count(*) over () as total
    from amphitheatre_act
    left join account on account.id = account_id
    left join amphitheatre_act_private on act_id = amphitheatre_act.id
    where amphitheatre_id = ?::int order by amphitheatre_act.id desc limit ?::int`,
    [amphitheatre, SHOWN],
  );
  const acts = found.map(({ realm, name, total: _total, ...act }) => ({
    ...act,
    who: realm === 'moderator' && name !== null ? name : WHO_WORDS[realm ?? 'system'],
  }));
  return { total: found[0]?.total ?? 0, acts };
}

interface StoredAct extends Omit<RecordedAct, 'who'> {
  /** Null: by itself, or by a command at the server's own terminal. */
  readonly realm: Who['realm'] | null;
  readonly name: string | null;
  readonly total: number;
}
