/** `DELETE /api/mandate`: the intern cancels their mandate, at any moment until a choice is recorded (M §6.5). */
import { Hono } from 'hono';
import type { AmphitheatreId, PersonId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import { answerOutcome, DONE } from '../acts/outcome.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { describedAct } from '../http/described.ts';
import { applyChange } from '../live/change.ts';
import { endMandate } from '../live/tables.ts';
import { endLoginsOf } from '../sign-in/logins.ts';
import { onlyFor } from '../sign-in/signed-in.ts';

export function mandateRoute(api: Api): Hono<ApiEnv> {
  return new Hono<ApiEnv>().delete(
    '/mandate',
    describedAct('Cancels the mandate: the intern chooses again'),
    onlyFor(api, 'intern'),
    async context => {
      const { account } = context.var.signedIn;
      const given = await currentMandate(api.database.sql, account);
      if (given === null) return answerOutcome(context, DONE);
      const { person, amphitheatre, holder } = given;
      const outcome = await applyChange(api, {
        amphitheatre,
        who: { realm: 'intern', account },
        // The owner knows whose sockets are open: what stands here is only the mandate's end.
        command: { type: 'setMandate', person, held: false, connected: false },
        act: { act: 'cancelMandate', detail: { person } },
        write: sql => endMandate(sql, person),
      });
      if (outcome.kind === 'done' && holder !== null) await endLoginsOf(api.database.sql, holder);
      return answerOutcome(context, outcome);
    },
  );
}

interface GivenMandate {
  readonly person: PersonId;
  readonly amphitheatre: AmphitheatreId;
  /** The holder's account, from acceptance on. */
  readonly holder: number | null;
}

async function currentMandate(sql: Sql, account: number): Promise<GivenMandate | null> {
  const [row] = await sql<GivenMandate>(
    `select roster_entry.person, call_list_entry.amphitheatre_id as amphitheatre, mandate.account_id as holder
    from account
    join roster_entry on roster_entry.intern_id = account.intern_id
    join semester on semester.id = roster_entry.semester_id and semester.current
    join mandate on mandate.roster_entry_id = roster_entry.id and mandate.ended_at is null
    join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    where account.id = ?::int`,
    [account],
  );
  return row ?? null;
}
