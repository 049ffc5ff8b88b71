/** A change for a rehearsal alone (domain §2): decided by its own session, by the same rules, and written nowhere else. */
import type { AmphitheatreId, SessionId } from '../../machines/ids.ts';
import type { CommandBody, Who } from '../../machines/session/commands.ts';
import type { SessionStateName } from '../../machines/session/state.ts';
import type { Sql } from '../../migrations/open.ts';
import { STARTED } from '../acts/lock.ts';
import { refused } from '../acts/outcome.ts';
import type { Outcome } from '../acts/outcome.ts';
import type { Api } from '../http/api.ts';
import { askSession, changeUnderLock } from './ask-session.ts';

/** `UNKNOWN_SESSION` where there is none of that id; `WRONG_STATE` before it has begun: only the tables hold anything then. */
export async function askRehearsal(
  api: Api,
  rehearsal: SessionId,
  who: Who,
  command: CommandBody,
): Promise<Outcome> {
  const found = await rehearsalOf(api.database.sql, rehearsal);
  if (found === null) return refused({ code: 'UNKNOWN_SESSION' });
  return changeUnderLock(api, found.amphitheatre, async sql => {
    const now = await rehearsalOf(sql, rehearsal);
    if (now === null) return refused({ code: 'UNKNOWN_SESSION' }); // taken back meanwhile
    return STARTED.includes(now.state)
      ? askSession(sql, rehearsal, command, who)
      : refused({ code: 'WRONG_STATE', state: now.state, command: command.type });
  });
}

interface Found {
  readonly amphitheatre: AmphitheatreId;
  readonly state: SessionStateName;
}

async function rehearsalOf(sql: Sql, id: SessionId): Promise<Found | null> {
  const [row] = await sql<Found>(
    'select amphitheatre_id as amphitheatre, state from session where id = ?::int and rehearsal',
    [id],
  );
  return row ?? null;
}
