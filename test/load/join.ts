/** `npm run simulate -- --join`: robots for everyone of the demo session but those whom you play yourself. */
import type { PersonId, SessionId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import type { LiveHouse } from './house-at.ts';
import type { Options } from './options.ts';
import { play } from './play.ts';
import { readRecord } from './record.ts';
import { type Row, tableOf } from './report.ts';
import { openAccounts, readStage } from './stage.ts';
import { judge } from './verdict.ts';

const THINK_MS = 7_000; // as long as somebody who knows what they want
const A_DAY_MS = 86_400_000; // you may take your time between two acts

/** Returns when the session is closed; true where the robots' part was right. */
export async function playJoined(house: LiveHouse, options: Options): Promise<boolean> {
  const { session, byHand } = await demoSession(house.database.sql);
  await refuseClosed(house.database.sql, session);
  const stage = await readStage(house.database.sql, session);
  const robots = stage.people.filter(person => !byHand.has(person.id));
  const { password } = await openAccounts(house.database.sql, robots);
  process.stdout.write(
    `${stage.title}: ${robots.length} robots come in; ${byHand.size} people are yours, and so is the moderator’s room at ${house.url}.\n` +
      'Validate, open and start the session there; the robots choose when they are called. Ctrl-C sends them away.\n',
  );
  const played = await play({
    ...options,
    house: house.url,
    stage,
    roles: { onTime: robots, late: [] },
    password,
    thinkMs: options.thinkMs ?? THINK_MS,
    patienceMs: A_DAY_MS,
    moderator: null,
  });
  const verdict = judge({
    stage,
    recorded: await readRecord(house.database.sql, session),
    accepted: played.accepted,
    mustChoose: [],
    wishesOf: () => [],
    unknown: byHand,
  });
  const rows: readonly Row[] = [
    ['choices of robots', `${played.accepted.size} of ${robots.length}`],
    ['lost', verdict.lost.length, verdict.lost.length === 0],
    ['doubled', verdict.doubled.length, verdict.doubled.length === 0],
    ['out of order', verdict.outOfOrder.length, verdict.outOfOrder.length === 0],
  ];
  process.stdout.write(`\n${tableOf(rows)}\n`);
  return verdict.right;
}

/** Robots would wait for ever for a call that cannot come. */
async function refuseClosed(sql: Sql, session: SessionId): Promise<void> {
  const closed = await sql(`select 1 from session where id = ?::int and state = 'closed'`, [session]);
  if (closed.length > 0)
    throw new Error(
      'The demo session is closed. Begin anew: stop the house and start it with another data folder, such as DATA_DIR=.data/2, here too.',
    );
}

/** The session of the demo interns, and the people in it who are played by hand: those with a demo account or a mandate. */
async function demoSession(sql: Sql): Promise<{ session: SessionId; byHand: ReadonlySet<PersonId> }> {
  const rows = await sql<{ session: SessionId | null; person: PersonId }>(
    `select call_list_entry.session_id as session, roster_entry.person
    from roster_entry
    join semester on semester.id = roster_entry.semester_id and semester.current
    join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    left join account on account.intern_id = roster_entry.intern_id and account.demo
      and account.email not like 'robot-%@simulation.example'
    left join mandate on mandate.roster_entry_id = roster_entry.id and mandate.ended_at is null
      and mandate.accepted_at is not null
    where account.id is not null or mandate.id is not null`,
  );
  const session = rows[0]?.session ?? null;
  if (session === null)
    throw new Error('There is no demo session here: npm start makes one in an empty database.');
  return { session, byHand: new Set(rows.filter(row => row.session === session).map(row => row.person)) };
}
