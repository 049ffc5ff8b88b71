/** Closes the current semester and opens another, in one transaction, or refuses and changes nothing. */
import { amphitheatreTitle } from '../../machines/amphitheatre-title.ts';
import type { Phase } from '../../machines/directory.ts';
import type { AmphitheatreId } from '../../machines/ids.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import { recordAct } from '../acts/record.ts';
import { currentSemester } from '../current-semester.ts';
import { eraseWithSemester } from './erase.ts';
import type { Erased } from './erase.ts';

export interface NamedSession {
  readonly title: string;
  readonly number: number;
  readonly rehearsal: boolean;
}

export type Opened =
  | {
      readonly kind: 'opened';
      /** Null: there was none. */
      readonly closed: string | null;
      readonly code: string;
      readonly erased: Erased;
      /** Sessions that had not begun, and do not begin any more. */
      readonly withdrawn: readonly NamedSession[];
      readonly people: number;
    }
  | { readonly kind: 'already'; readonly code: string; readonly erased: Erased }
  | { readonly kind: 'live'; readonly current: string; readonly sessions: readonly NamedSession[] }
  | { readonly kind: 'earlier'; readonly current: string };

/** @param code as `parseSemester` takes it. */
export function openSemester(database: Pick<Database, 'transaction'>, code: string): Promise<Opened> {
  return database.transaction(async sql => {
    // Two at once stand in line, and an import that looks for the current one.
    await sql('select id from semester order by id for update');
    const current = await currentSemester(sql);
    if (current !== null && code < current.code) return { kind: 'earlier', current: current.code };
    if (current?.code === code) return { kind: 'already', code, erased: await eraseWithSemester(sql) };
    // Every act, and every `start`, waits for these rows (architecture §2.6).
    await sql('select id from amphitheatre where semester_id = ?::int order by id for update', [
      current?.id ?? null,
    ]);
    const live = await sessionsIn(sql, current?.id ?? null, ['running', 'paused']);
    if (current !== null && live.length > 0) return { kind: 'live', current: current.code, sessions: live };
    const withdrawn = await withdraw(sql, current?.id ?? null);
    await sql('update semester set current = false where current');
    await sql(
      `insert into semester (code, current) values (?, true)
      on conflict (code) do update set current = true`,
      [code],
    );
    const erased = await eraseWithSemester(sql);
    const [roster] = await sql<{ people: number }>(
      `select count(*)::int as people from roster_entry
      join semester on semester.id = roster_entry.semester_id and semester.current`,
    );
    const people = roster?.people ?? 0;
    return { kind: 'opened', closed: current?.code ?? null, code, erased, withdrawn, people };
  });
}

interface SessionRow extends NamedSession {
  readonly amphitheatre: AmphitheatreId;
}

async function sessionsIn(
  sql: Sql,
  semester: number | null,
  states: readonly string[],
): Promise<readonly SessionRow[]> {
  const rows = await sql<Omit<SessionRow, 'title'> & { readonly group: string; readonly phase: Phase }>(
    `select session.amphitheatre_id as amphitheatre, specialty_group.name as "group", amphitheatre.phase,
      session.number, session.rehearsal
    from session
    join amphitheatre on amphitheatre.id = session.amphitheatre_id
    join specialty_group on specialty_group.id = amphitheatre.group_id
    where amphitheatre.semester_id = ?::int
      and session.state in (select jsonb_array_elements_text(?::jsonb))
    order by amphitheatre.id, session.number`,
    [semester, JSON.stringify(states)],
  );
  return rows.map(({ group, phase, ...row }) => ({ ...row, title: amphitheatreTitle(group, phase) }));
}

/** Back to draft, on record: no hour, no worker's minute, no schedule begins anything of a semester that is closed. */
async function withdraw(sql: Sql, semester: number | null): Promise<readonly NamedSession[]> {
  const toCome = await sessionsIn(sql, semester, ['validated', 'open']);
  await sql(
    `update session set state = 'draft' from amphitheatre
    where amphitheatre.id = session.amphitheatre_id and amphitheatre.semester_id = ?::int
      and session.state in ('validated', 'open')`,
    [semester],
  );
  for (const amphitheatre of new Set(toCome.map(one => one.amphitheatre)))
    await recordAct(sql, {
      amphitheatre,
      act: 'withdraw',
      account: null,
      detail: { to: 'draft', reason: 'Le semestre est clos.' },
    });
  return toCome;
}
