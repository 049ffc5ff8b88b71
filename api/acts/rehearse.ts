/** Preparing a rehearsal of a session, and taking one back (domain §2): under the amphitheatre's row lock, as every act. */
import type { AmphitheatreId, Ms, SessionId } from '../../machines/ids.ts';
import type { Missing } from '../../machines/refusal.ts';
import { mayRehearse, mayTakeBackRehearsal } from '../../machines/rehearsal.ts';
import type { CommandBody } from '../../machines/session/commands.ts';
import { decide } from '../../machines/session/decide.ts';
import type { Decision } from '../../machines/session/decide.ts';
import { initialSnapshot } from '../../machines/session/machine.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import type { Rehearsal } from '../rehearsal-answers.ts';
import { lockAmphitheatre, missingIn } from './lock.ts';
import { DONE, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { recordSilently } from './record.ts';

export interface Rehearser {
  readonly account: number;
  readonly at: Ms;
}

export type Prepared =
  | { readonly kind: 'prepared'; readonly rehearsal: Rehearsal }
  | Exclude<Outcome, { kind: 'done' | 'pending' }>;

/**
 * Validated and opened in one act: what a real session lacks to be validated, a rehearsal of it lacks too.
 * @param number of the session whose people it has; its settings are the rehearsal's.
 */
export function rehearse(
  database: Database,
  id: number,
  number: number,
  { account, at }: Rehearser,
): Promise<Prepared> {
  return database.transaction<Prepared>(async sql => {
    const amphitheatre = await lockAmphitheatre(sql, id);
    if (amphitheatre === null) return { kind: 'unknown' };
    const refusal = mayRehearse(amphitheatre);
    if (refusal !== null) return { kind: 'refused', refusal };
    const opened = openedFrom(missingIn(amphitheatre), at);
    if (opened.kind === 'refused') return opened;
    const session = amphitheatre.sessions.find(one => one.number === number);
    if (!session) return { kind: 'refused', refusal: { code: 'UNKNOWN_SESSION' } };
    const made = await insertRehearsal(sql, session.id);
    await recordSilently(sql, {
      amphitheatre: amphitheatre.id,
      act: 'rehearse',
      account,
      detail: { session: number, rehearsal: made.id },
    });
    return {
      kind: 'prepared',
      rehearsal: { ...made, amphitheatre: amphitheatre.id, session: number, state: 'open' },
    };
  });
}

/** One that has not begun goes without a trace but the record of the act; who waits in it is told. */
export function takeBackRehearsal(
  database: Database,
  id: number,
  rehearsal: number,
  { account }: Rehearser,
): Promise<Outcome> {
  return database.transaction<Outcome>(async sql => {
    const amphitheatre = await lockAmphitheatre(sql, id);
    const known = amphitheatre?.rehearsals.find(one => one.id === rehearsal);
    if (!amphitheatre || !known) return { kind: 'unknown' };
    const refusal = mayTakeBackRehearsal(known);
    if (refusal !== null) return refused(refusal);
    await sql('delete from session where id = ?::int and rehearsal', [known.id]);
    await recordSilently(sql, {
      amphitheatre: amphitheatre.id,
      act: 'takeBackRehearsal',
      account,
      detail: { rehearsal: known.id },
    });
    await tellFollowers(sql, amphitheatre.id, known.id);
    return DONE;
  });
}

/** The machine's own moves, one after the other. */
function openedFrom(missing: readonly Missing[], at: Ms): Decision {
  const bodies: readonly CommandBody[] = [{ type: 'validate', missing }, { type: 'open' }];
  let decision: Decision = { kind: 'accepted', next: initialSnapshot('draft'), facts: [] };
  for (const body of bodies)
    if (decision.kind === 'accepted') decision = decide(decision.next, { at, ...body });
  return decision;
}

async function insertRehearsal(
  sql: Sql,
  session: SessionId,
): Promise<{ readonly id: SessionId; readonly number: number }> {
  const [row] = await sql<{ id: SessionId; number: number }>(
    `insert into session (amphitheatre_id, number, state, rehearsal, rehearses_id, settings)
    select amphitheatre_id, coalesce((select max(number) from session before
        where before.amphitheatre_id = session.amphitheatre_id and before.rehearsal), 0) + 1,
      'open', true, id, settings
    from session where id = ?::int returning id, number`,
    [session],
  );
  if (row === undefined) throw new Error('an insert returned no row');
  return row;
}

/** Theirs alone: nobody of the real sessions hears anything. */
async function tellFollowers(sql: Sql, amphitheatre: AmphitheatreId, rehearsal: SessionId): Promise<void> {
  await sql(
    `select pg_notify('amphitheatre_changed',
      json_build_object('amphitheatre', ?::int, 'rehearsal', ?::int)::text)`,
    [amphitheatre, rehearsal],
  );
}
