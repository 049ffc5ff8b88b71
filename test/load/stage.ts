/** Where a simulation plays: an amphitheatre of its own, brought in by the import like a real one, with accounts for robots. */
import { randomBytes } from 'node:crypto';
import { makeAccounts } from '../../api/accounts.ts';
import { importAmphitheatres } from '../../api/import/import.ts';
import { hashPassword } from '../../api/sign-in/passwords.ts';
import type { AmphitheatreId, LineId, PersonId, SessionId, SpecialtyId } from '../../machines/ids.ts';
import type { ChoiceStatus, SessionSettings } from '../../machines/session/world.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import { simulatedFiles } from './files.ts';
import type { WantedPost } from './preferences.ts';

export interface Stage {
  readonly amphitheatre: AmphitheatreId;
  readonly session: SessionId;
  readonly title: string;
  /** Ascending call order. */
  readonly people: readonly StagePerson[];
  readonly posts: readonly StagePost[];
}

export interface StagePerson {
  readonly id: PersonId;
  readonly callOrder: number;
  readonly specialty: SpecialtyId;
  readonly status: ChoiceStatus;
  readonly email: string;
}

export interface StagePost extends WantedPost {
  readonly line: LineId;
  readonly reservedFor: SpecialtyId | null;
}

interface StageWanted {
  readonly interns: number;
  readonly seed: number;
  readonly settings: Partial<SessionSettings>;
  /** Share of supernumeraries, 0 to 1. */
  readonly supernumeraries: number;
  /** As many at least; some more than interns where it is left out. */
  readonly seats?: number;
}

const AHEAD_MS = 30 * 86_400_000; // opened by hand: a week before, it opens by itself (domain §2)

export async function makeStage(database: Database, wanted: StageWanted): Promise<Stage> {
  const [semester] = await database.sql<{ code: string }>('select code from semester where current');
  if (semester === undefined)
    throw new Error('The database has no current semester: run npm start once, or npm run import.');
  const tag = randomBytes(2).toString('hex');
  const group = `Simulation ${tag}, graine ${wanted.seed}`;
  const files = simulatedFiles({ ...wanted, group, tag, semester: semester.code });
  const imported = await importAmphitheatres(database, {
    ...files,
    semester: semester.code,
    perSession: wanted.interns,
    first: new Date(Date.now() + AHEAD_MS).toISOString().slice(0, 16),
    publish: true,
    fileNames: { interns: 'simulation-interns.csv', posts: 'simulation-posts.csv' },
  });
  if ('faults' in imported)
    throw new Error(`The simulated files were refused: ${JSON.stringify(imported.faults.slice(0, 3))}`);
  const [found] = await database.sql<{ amphitheatre: AmphitheatreId; session: SessionId }>(
    `select session.amphitheatre_id as amphitheatre, session.id as session
    from session join amphitheatre on amphitheatre.id = session.amphitheatre_id
    join specialty_group on specialty_group.id = amphitheatre.group_id where specialty_group.name = ?`,
    [group],
  );
  if (found === undefined) throw new Error('The simulated amphitheatre was imported and is not there.');
  await database.sql('update session set settings = ?::jsonb where id = ?::int', [
    JSON.stringify(wanted.settings),
    found.session,
  ]);
  return readStage(database.sql, found.session);
}

/** The people and the offer of a session, with the address each robot signs in by. */
export async function readStage(sql: Sql, session: SessionId): Promise<Stage> {
  const [place] = await sql<{ amphitheatre: AmphitheatreId; title: string }>(
    `select amphitheatre.id as amphitheatre, specialty_group.name as title
    from session join amphitheatre on amphitheatre.id = session.amphitheatre_id
    join specialty_group on specialty_group.id = amphitheatre.group_id where session.id = ?::int`,
    [session],
  );
  if (place === undefined) throw new Error(`There is no session ${session}.`);
  const people = await sql<StagePerson>(
    `select roster_entry.person as id, call_order as "callOrder", specialty_id as specialty, status,
      'robot-' || roster_entry.person || '@simulation.example' as email
    from call_list_entry join roster_entry on roster_entry.id = roster_entry_id
    where session_id = ?::int order by call_order`,
    [session],
  );
  const posts = await sql<StagePost>(
    `select id, row_number() over (order by number)::int - 1 as number,
      dense_rank() over (order by service_id)::int - 1 as service,
      min(id) over (partition by service_id, accreditation, reserved_for_id, earmark) as line,
      reserved_for_id as "reservedFor"
    from post where amphitheatre_id = ?::int and not blocked order by number`,
    [place.amphitheatre],
  );
  return { ...place, session, people, posts };
}

/** One password for all robots and one hash of it: 5,000 hashes would take a minute. Refused in production (`demo`). */
export async function openAccounts(
  sql: Sql,
  people: readonly StagePerson[],
): Promise<{ readonly password: string }> {
  const password = randomBytes(18).toString('base64url');
  const accounts = people.map(({ id, email }) => ({ realm: 'intern' as const, email, person: id }));
  const moderator = { realm: 'moderator' as const, email: MODERATOR_EMAIL, name: 'Simulation' };
  await makeAccounts(sql, [...accounts, moderator], await hashPassword(password), true);
  return { password };
}

export const MODERATOR_EMAIL = 'robot-moderation@simulation.example';
