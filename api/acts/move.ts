/** Validate, open, withdraw: all sessions of an amphitheatre together, decided by the machine that runs them (architecture §2.6). */
import type { Ms } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { seal } from '../../machines/sealed.ts';
import type { CommandBody } from '../../machines/session/commands.ts';
import { decide } from '../../machines/session/decide.ts';
import { initialSnapshot } from '../../machines/session/machine.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import type { WithdrawBody } from '../desk-bodies.ts';
import { queueOpened } from '../worker/queue.ts';
import { anyStarted, lockAmphitheatre, missingIn } from './lock.ts';
import type { LockedAmphitheatre, LockedSession } from './lock.ts';
import { DONE, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { recordAct } from './record.ts';

export type Move = { readonly act: 'validate' | 'open' } | ({ readonly act: 'withdraw' } & WithdrawBody);

export interface Mover {
  /** Null: the amphitheatre opens by itself. */
  readonly account: number | null;
  readonly at: Ms;
  /** Right-hand side of the mails' Message-ID. */
  readonly mailDomain: string;
}

export function move(database: Database, id: number, what: Move, by: Mover): Promise<Outcome> {
  return database.transaction<Outcome>(async sql => {
    const amphitheatre = await lockAmphitheatre(sql, id);
    return amphitheatre === null ? { kind: 'unknown' } : moveLocked(sql, amphitheatre, what, by);
  });
}

/** The same where the caller holds the lock already. */
export async function moveLocked(
  sql: Sql,
  amphitheatre: LockedAmphitheatre,
  what: Move,
  by: Mover,
): Promise<Outcome> {
  if (amphitheatre.sessions.length === 0)
    return refused({ code: 'NOT_READY', missing: missingIn(amphitheatre) });
  const body = bodyOf(what, amphitheatre);
  const moved: { readonly session: number; readonly to: string }[] = [];
  for (const session of amphitheatre.sessions) {
    const decision = decideFor(session, body, by.at);
    if (decision.kind === 'refused') return decision;
    if (what.act === 'withdraw' && what.on !== session.state)
      return refused({ code: 'STALE', now: session.state });
    moved.push({ session: session.id, to: decision.to });
  }
  for (const { session, to } of moved)
    await sql('update session set state = ? where id = ?::int', [to, session]);
  const detail = what.act === 'withdraw' ? { reason: what.reason } : {};
  const act = await recordAct(sql, {
    amphitheatre: amphitheatre.id,
    act: what.act,
    account: by.account,
    detail,
  });
  if (what.act === 'open') await queueOpened(sql, amphitheatre.id, act, by.mailDomain);
  return DONE;
}

function bodyOf(what: Move, amphitheatre: LockedAmphitheatre): CommandBody {
  switch (what.act) {
    case 'validate':
      return { type: 'validate', missing: missingIn(amphitheatre) };
    case 'open':
      return { type: 'open' };
    case 'withdraw':
      return { type: 'withdraw', reason: seal(what.reason), anyStarted: anyStarted(amphitheatre) };
    default:
      return what satisfies never;
  }
}

type Decided =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'moved'; readonly to: string };

function decideFor({ state }: LockedSession, body: CommandBody, at: Ms): Decided {
  // From `start` on the session is its owner's: there is no state here to decide on.
  if (state !== 'draft' && state !== 'validated' && state !== 'open')
    return {
      kind: 'refused',
      refusal:
        body.type === 'withdraw'
          ? { code: 'ALREADY_STARTED' }
          : { code: 'WRONG_STATE', state, command: body.type },
    };
  const decision = decide(initialSnapshot(state), { at, ...body });
  if (decision.kind === 'refused') return decision;
  const fact = decision.facts.find(fact => fact.kind === 'stateChanged');
  if (fact === undefined) throw new Error(`${body.type} was accepted in ${state} and changed nothing`);
  return { kind: 'moved', to: fact.to };
}
